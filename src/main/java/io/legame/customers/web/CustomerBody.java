package io.legame.customers.web;

import io.legame.customers.CustomerDraft;
import io.legame.customers.CustomerField;
import io.legame.platform.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A customer as programs send it; a field left out says nothing and erases nothing. Dates are ISO 8601. */
record CustomerBody(
        @Nullable String number,
        @Nullable String email,
        @Nullable List<String> otherEmails,
        @Nullable String phone,
        @Nullable List<String> otherPhones,
        @Nullable String card,
        @Nullable String taxCode,
        @Nullable String vatNumber,
        @Nullable String iban,
        @Nullable String title,
        @Nullable String givenName,
        @Nullable String middleName,
        @Nullable String familyName,
        @Nullable String fullName,
        @Nullable String companyName,
        @Nullable String jobTitle,
        @Nullable String gender,
        @Nullable String birthDate,
        @Nullable String street,
        @Nullable String postcode,
        @Nullable String town,
        @Nullable String province,
        @Nullable String region,
        @Nullable String country,
        @Nullable String language,
        @Nullable String maritalStatus,
        @Nullable String education,
        @Nullable String occupation,
        @Nullable String website,
        @Nullable String note,
        @Nullable BigDecimal annualIncome,
        @Nullable Integer children,
        @Nullable Boolean homeOwner,
        @Nullable Map<String, @Nullable Object> custom) {

    /** @param index its place in the batch, for telling which one is wrong */
    CustomerDraft draft(int index) {
        var texts = new EnumMap<CustomerField, String>(CustomerField.class);
        for (CustomerField field : CustomerField.values()) {
            String text = text(field);
            if (text != null) {
                texts.put(field, text);
            }
        }
        return new CustomerDraft(texts, several(index), date(index), annualIncome, children, homeOwner);
    }

    private Map<CustomerField, List<String>> several(int index) {
        var several = new EnumMap<CustomerField, List<String>>(CustomerField.class);
        put(several, CustomerField.OTHER_EMAIL, otherEmails, index);
        put(several, CustomerField.OTHER_PHONE, otherPhones, index);
        return several;
    }

    private static void put(
            Map<CustomerField, List<String>> several, CustomerField field, @Nullable List<String> values, int index) {
        if (values != null) {
            if (values.stream().anyMatch(java.util.Objects::isNull)) {
                throw Refusal.of("customers.error.nullInList", index, name(field) + "s");
            }
            several.put(field, values);
        }
    }

    private @Nullable LocalDate date(int index) {
        if (birthDate == null) {
            return null;
        }
        try {
            return LocalDate.parse(birthDate);
        } catch (DateTimeParseException e) {
            throw Refusal.of("customers.error.date", index, "birthDate", birthDate);
        }
    }

    private @Nullable String text(CustomerField field) {
        return switch (field) {
            case NUMBER -> number;
            case EMAIL -> email;
            case PHONE -> phone;
            case CARD -> card;
            case TAX_CODE -> taxCode;
            case VAT_NUMBER -> vatNumber;
            case IBAN -> iban;
            case OTHER_EMAIL, OTHER_PHONE, BIRTH_DATE, ANNUAL_INCOME, CHILDREN, HOME_OWNER -> null;
            case TITLE -> title;
            case GIVEN_NAME -> givenName;
            case MIDDLE_NAME -> middleName;
            case FAMILY_NAME -> familyName;
            case FULL_NAME -> fullName;
            case COMPANY_NAME -> companyName;
            case JOB_TITLE -> jobTitle;
            case GENDER -> gender;
            case STREET -> street;
            case POSTCODE -> postcode;
            case TOWN -> town;
            case PROVINCE -> province;
            case REGION -> region;
            case COUNTRY -> country;
            case LANGUAGE -> language;
            case MARITAL_STATUS -> maritalStatus;
            case EDUCATION -> education;
            case OCCUPATION -> occupation;
            case WEBSITE -> website;
            case NOTE -> note;
        };
    }

    /** The field's name in JSON. */
    static String name(CustomerField field) {
        return field.code();
    }
}
