package io.legame.customers;

/** The texts a customer is described with; numbers, dates and yes/no are fields of {@link CustomerDraft} itself. */
public enum CustomerField {
    /** The number that the source gave to the customer; an identity within that source. */
    NUMBER,
    EMAIL,
    PHONE,
    CARD,
    TAX_CODE,
    TITLE,
    GIVEN_NAME,
    FAMILY_NAME,
    /** Given and family name in one value, when they come so. */
    FULL_NAME,
    COMPANY_NAME,
    GENDER,
    STREET,
    POSTCODE,
    TOWN,
    PROVINCE,
    REGION,
    COUNTRY,
    LANGUAGE,
    MARITAL_STATUS,
    EDUCATION,
    OCCUPATION
}
