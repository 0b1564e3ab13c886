package io.legame.segments;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A customer that belongs to a segment.
 *
 * @param revenue up to the as-of day, net of returns
 */
public record Member(
        long customer,
        String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String town,
        BigDecimal revenue,
        @Nullable LocalDate lastPurchase) {}
