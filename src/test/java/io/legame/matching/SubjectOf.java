package io.legame.matching;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Subjects with the few values that a test speaks of. */
final class SubjectOf {
    private SubjectOf() {}

    static Subject person(
            long id,
            @Nullable String given,
            @Nullable String family,
            @Nullable LocalDate birthDate,
            @Nullable String town,
            @Nullable String email) {
        return new Subject(
                id,
                given,
                null,
                family,
                null,
                birthDate,
                null,
                null,
                town,
                null,
                null,
                email == null ? List.of() : List.of(email),
                List.of(),
                null);
    }

    static Subject company(long id, String name, String street, String town, String phone) {
        return new Subject(
                id, null, null, null, name, null, street, null, town, null, "IT", List.of(), List.of(phone), null);
    }
}
