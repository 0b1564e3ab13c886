package io.legame.customers;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A person or a company, in uniform values.
 *
 * @param gender F, M or X
 * @param country ISO 3166-1 alpha-2
 * @param custom the custom fields in use, by their codes: texts, numbers, dates, yes or no, lists of what was chosen
 * @param keyed whether the one mandatory unique key is there
 * @param written the values as they were written, by field, where the uniform value is another
 * @param flags what is wrong with values, by field
 * @param leaving null unless the customer is archived
 * @param source where the record first came from
 */
public record Customer(
        CustomerId id,
        String kind,
        @Nullable String title,
        @Nullable String givenName,
        @Nullable String familyName,
        @Nullable String companyName,
        @Nullable String jobTitle,
        @Nullable String gender,
        @Nullable LocalDate birthDate,
        @Nullable String email,
        @Nullable String phone,
        List<String> otherPhones,
        @Nullable String website,
        @Nullable String vatNumber,
        @Nullable String iban,
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
        @Nullable BigDecimal annualIncome,
        @Nullable Integer children,
        @Nullable Boolean homeOwner,
        @Nullable String note,
        Map<String, Object> custom,
        boolean keyed,
        String source,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Leaving leaving,
        List<Identity> identities,
        Map<String, String> written,
        Map<String, ValueFlag> flags) {

    /** Those that say something to people. */
    public List<Identity> shownIdentities() {
        return identities.stream()
                .filter(identity -> identity.kind() != Identity.Kind.DETAILS)
                .toList();
    }

    /** The person's name, else the company's, else what else identifies it. Never empty. */
    public String displayName() {
        String person = ((givenName == null ? "" : givenName) + " " + (familyName == null ? "" : familyName)).strip();
        if (!person.isEmpty()) {
            return person;
        }
        if (companyName != null) {
            return companyName;
        }
        if (email != null) {
            return email;
        }
        return shownIdentities().isEmpty()
                ? "#" + id.value()
                : shownIdentities().getFirst().value();
    }
}
