package io.legame.customers;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a customer is described with. Most are texts; the dates, numbers and yes or no are fields of {@link CustomerDraft}
 * itself, and among its texts only when the text could not be read as one.
 */
public enum CustomerField {
    /** The number that the source gave to the customer; an identity within that source. */
    NUMBER,
    EMAIL,
    /** Further addresses of the same customer, several of them. */
    OTHER_EMAIL,
    PHONE,
    /** Further numbers, several of them. */
    OTHER_PHONE,
    CARD,
    /** Of a person, such as the Italian codice fiscale. */
    TAX_CODE,
    /** Of who sells and buys for a trade, such as the Italian partita IVA. */
    VAT_NUMBER,
    IBAN,
    TITLE,
    GIVEN_NAME,
    /** Stored with the given name. */
    MIDDLE_NAME,
    FAMILY_NAME,
    /** Given and family name in one value, when they come so. */
    FULL_NAME,
    COMPANY_NAME,
    JOB_TITLE,
    GENDER,
    BIRTH_DATE,
    STREET,
    POSTCODE,
    TOWN,
    PROVINCE,
    REGION,
    COUNTRY,
    LANGUAGE,
    MARITAL_STATUS,
    EDUCATION,
    OCCUPATION,
    ANNUAL_INCOME,
    CHILDREN,
    HOME_OWNER,
    WEBSITE,
    NOTE;

    /** Whether its value is no text once it is read. */
    public boolean typed() {
        return this == BIRTH_DATE || this == ANNUAL_INCOME || this == CHILDREN || this == HOME_OWNER;
    }

    /** Whether a customer may have several: they are in {@link CustomerDraft#several}, not among its texts. */
    public boolean several() {
        return this == OTHER_EMAIL || this == OTHER_PHONE;
    }

    /** As the API and the addresses of pages write it, such as {@code birthDate}. */
    public String code() {
        var code = new StringBuilder();
        for (String word : name().toLowerCase(Locale.ROOT).split("_", -1)) {
            code.append(code.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return code.toString();
    }

    /** The key of what people call it. */
    public String textKey() {
        return "customers.field." + name().toLowerCase(Locale.ROOT);
    }

    public static Optional<CustomerField> of(String code) {
        return Arrays.stream(values())
                .filter(field -> field.code().equals(code))
                .findFirst();
    }
}
