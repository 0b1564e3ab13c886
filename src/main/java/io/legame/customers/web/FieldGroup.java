package io.legame.customers.web;

import io.legame.customers.CustomerField;
import java.util.List;
import java.util.Locale;

/** How the form of a customer is divided. A text for each is {@code customers.form.<name>}. */
public enum FieldGroup {
    WHO(
            CustomerField.TITLE,
            CustomerField.GIVEN_NAME,
            CustomerField.FAMILY_NAME,
            CustomerField.COMPANY_NAME,
            CustomerField.JOB_TITLE,
            CustomerField.GENDER,
            CustomerField.BIRTH_DATE),
    REACH(
            CustomerField.EMAIL,
            CustomerField.PHONE,
            CustomerField.OTHER_EMAIL,
            CustomerField.OTHER_PHONE,
            CustomerField.WEBSITE,
            CustomerField.LANGUAGE),
    ADDRESS(
            CustomerField.STREET,
            CustomerField.POSTCODE,
            CustomerField.TOWN,
            CustomerField.PROVINCE,
            CustomerField.REGION,
            CustomerField.COUNTRY),
    CODES(
            CustomerField.NUMBER,
            CustomerField.CARD,
            CustomerField.TAX_CODE,
            CustomerField.VAT_NUMBER,
            CustomerField.IBAN),
    MORE(
            CustomerField.MARITAL_STATUS,
            CustomerField.EDUCATION,
            CustomerField.OCCUPATION,
            CustomerField.ANNUAL_INCOME,
            CustomerField.CHILDREN,
            CustomerField.HOME_OWNER,
            CustomerField.NOTE);

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<CustomerField> fields;

    FieldGroup(CustomerField... fields) {
        this.fields = List.of(fields);
    }

    public List<CustomerField> fields() {
        return fields;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
