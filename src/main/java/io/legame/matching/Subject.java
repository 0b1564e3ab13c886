package io.legame.matching;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One record to be matched: what is known of a person or a company, in uniform wording. Anything but the id may be
 * missing.
 *
 * @param id of the caller, unique among the records
 * @param street with its house number
 * @param phones as E.164
 */
public record Subject(
        long id,
        @Nullable String givenName,
        @Nullable String middleName,
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
