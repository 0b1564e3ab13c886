package io.legame.customers;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a customer could be recognised by, in uniform values.
 *
 * @param emails all that it is known by
 * @param phones all of them, as E.164
 * @param taxCode a company's VAT number is its tax code
 */
public record CustomerSubject(
        CustomerId id,
        @Nullable String givenName,
        @Nullable String familyName,
        @Nullable String companyName,
        @Nullable LocalDate birthDate,
        @Nullable String street,
        @Nullable String postcode,
        @Nullable String town,
        @Nullable String province,
        @Nullable String country,
        List<String> emails,
        List<String> phones,
        @Nullable String taxCode) {}
