package io.legame.customers;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A rule by which values are written the same way; each can be switched off. Its fields are those that it writes. */
public enum UniformityRule {
    PERSON_NAMES(CustomerField.GIVEN_NAME, CustomerField.FAMILY_NAME, CustomerField.MIDDLE_NAME),
    TITLES(CustomerField.TITLE),
    COMPANY_NAMES(CustomerField.COMPANY_NAME),
    GENDERS(CustomerField.GENDER),
    EMAILS(CustomerField.EMAIL),
    PHONES(CustomerField.PHONE),
    STREETS(CustomerField.STREET),
    POSTCODES(CustomerField.POSTCODE),
    TOWNS(CustomerField.TOWN),
    PROVINCES(CustomerField.PROVINCE),
    REGIONS(CustomerField.REGION),
    COUNTRIES(CustomerField.COUNTRY),
    LANGUAGES(CustomerField.LANGUAGE),
    TAX_CODES(CustomerField.TAX_CODE),
    VAT_NUMBERS(CustomerField.VAT_NUMBER),
    IBANS(CustomerField.IBAN),
    WORDS(CustomerField.MARITAL_STATUS);

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<CustomerField> fields;

    UniformityRule(CustomerField... fields) {
        this.fields = List.of(fields);
    }

    public List<CustomerField> fields() {
        return fields;
    }

    /** Genders and countries are stored as codes: there is no leaving them as they are written. */
    public boolean canBeOff() {
        return this != GENDERS && this != COUNTRIES;
    }

    /** As the database, the API and the texts write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<UniformityRule> of(String code) {
        return Arrays.stream(values())
                .filter(rule -> rule.name().equalsIgnoreCase(code))
                .findFirst();
    }
}
