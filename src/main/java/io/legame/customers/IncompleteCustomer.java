package io.legame.customers;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A customer without the unique key.
 *
 * @param has the ways in which it can be reached or told from others
 * @param leftOut why the value that would be the key was left out; null when there never was one
 */
public record IncompleteCustomer(
        CustomerId id,
        String name,
        Set<Known> has,
        @Nullable ValueFlag leftOut,
        String source) {

    /** What may be known of a customer besides its name. A text for each is {@code customers.known.<code>}. */
    public enum Known {
        EMAIL,
        PHONE,
        POST,
        BIRTH_DATE,
        TAX_CODE,
        NUMBER,
        CARD;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
