package io.legame.customers;

import java.util.List;
import java.util.Locale;

/** What the report of data quality counts of each customer. A name is one thing there, whichever parts of it are known. */
public enum QualityField {
    EMAIL(CustomerField.EMAIL),
    PHONE(CustomerField.PHONE),
    NAME(CustomerField.GIVEN_NAME, CustomerField.FAMILY_NAME, CustomerField.FULL_NAME),
    GENDER(CustomerField.GENDER),
    BIRTH_DATE(CustomerField.BIRTH_DATE),
    TAX_CODE(CustomerField.TAX_CODE),
    COMPANY_NAME(CustomerField.COMPANY_NAME),
    VAT_NUMBER(CustomerField.VAT_NUMBER),
    IBAN(CustomerField.IBAN),
    STREET(CustomerField.STREET),
    POSTCODE(CustomerField.POSTCODE),
    TOWN(CustomerField.TOWN),
    PROVINCE(CustomerField.PROVINCE),
    REGION(CustomerField.REGION),
    COUNTRY(CustomerField.COUNTRY),
    LANGUAGE(CustomerField.LANGUAGE);

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<CustomerField> fields;

    QualityField(CustomerField... fields) {
        this.fields = List.of(fields);
    }

    /** The fields whose flags and writings are its own. */
    public List<CustomerField> fields() {
        return fields;
    }

    /** As the API names it. */
    public String code() {
        return this == NAME ? "name" : fields.getFirst().code();
    }

    /** The key of what people call it. */
    public String textKey() {
        return this == NAME ? "customers.name" : fields.getFirst().textKey();
    }

    /** Whether it is kept how its values were written: of identities it is not. */
    public boolean keepsWritten() {
        return this != TAX_CODE;
    }

    /** As a name in SQL. */
    String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
