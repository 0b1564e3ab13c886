package io.legame.sample;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A customer as they are, whatever a shop wrote down.
 *
 * @param number the retailer's own
 * @param company null for private people; then the names are those of whoever buys for it
 * @param gender F or M
 * @param twin whether the shop registered them once more, without noticing
 */
record Person(
        int index,
        String number,
        @Nullable String company,
        String given,
        String family,
        String gender,
        LocalDate birthDate,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String card,
        Town town,
        String language,
        boolean twin) {
    boolean woman() {
        return gender.equals("F");
    }

    /** Somebody like this whom the till does not know. */
    Person unknownAs(String other) {
        return new Person(
                index, other, null, given, family, gender, birthDate, null, null, null, town, language, false);
    }
}
