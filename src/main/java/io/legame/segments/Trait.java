package io.legame.segments;

import static io.legame.insight.WarehouseTables.CUSTOMER;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.when;

import io.legame.insight.Stage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jooq.Field;

/** By what a {@link Profile} tells customers apart. */
public enum Trait {
    TIER,
    STAGE,
    AGE,
    GENDER,
    REGION,
    /** Where they bought, by revenue. */
    CHANNEL,
    /** What they bought, by revenue. */
    CATEGORY;

    /** The first age of each band; the last one has no end. */
    private static final List<Integer> AGES = List.of(0, 18, 25, 35, 45, 55, 65);

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the parts are shares of what customers bought, instead of the customers. */
    public boolean isOfRevenue() {
        return this == CHANNEL || this == CATEGORY;
    }

    /** All values, where they have an order of their own; else empty. */
    List<String> order() {
        return switch (this) {
            case TIER -> TierSet.every();
            case STAGE -> Arrays.stream(Stage.values()).map(Stage::code).toList();
            case AGE -> bands();
            case GENDER, REGION, CHANNEL, CATEGORY -> List.of();
        };
    }

    private static List<String> bands() {
        var bands = new ArrayList<String>();
        for (int i = 0; i < AGES.size(); i++) {
            bands.add(band(i));
        }
        return bands;
    }

    /** Such as {@code 18-24}, and {@code 65-} for the last one. */
    private static String band(int index) {
        return AGES.get(index) + "-" + (index + 1 < AGES.size() ? AGES.get(index + 1) - 1 : "");
    }

    /**
     * The band of the age on the day, counted as {@link Ages} does; null where it is not known, or they are not born yet. Its days are
     * written out: one groups by it.
     */
    static Field<String> age(LocalDate asOf) {
        var bands = when(CUSTOMER.BIRTH_DATE.gt(inline(asOf)), inline((String) null));
        for (int i = 1; i < AGES.size(); i++) {
            bands = bands.when(CUSTOMER.BIRTH_DATE.gt(inline(asOf.minusYears(AGES.get(i)))), inline(band(i - 1)));
        }
        return bands.when(CUSTOMER.BIRTH_DATE.isNotNull(), inline(band(AGES.size() - 1)));
    }
}
