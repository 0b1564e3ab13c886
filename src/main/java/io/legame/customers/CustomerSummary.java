package io.legame.customers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A customer as a line of a list.
 *
 * @param source where the record first came from
 * @param addedAt when it came
 */
public record CustomerSummary(
        CustomerId id,
        String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String town,
        boolean keyed,
        String source,
        Instant addedAt,
        Instant changedAt,
        boolean archived) {}
