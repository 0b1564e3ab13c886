package io.legame.segments;

import static io.legame.insight.WarehouseTables.FIGURES;
import static io.legame.insight.WarehouseTables.METRICS;
import static io.legame.insight.WarehouseTables.STAGE_SPAN;
import static io.legame.insight.WarehouseTables.TIER_MONTH;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.SQLDataType.VARCHAR;

import io.legame.insight.MonthEnds;
import java.time.LocalDate;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** Where customers stand on a day: a table of at most one row each, called standing. */
final class Standings {
    static final Field<Long> CUSTOMER_ID = field(name("standing", "customer_id"), Long.class);
    static final Field<String> STANDING = field(name("standing", "standing"), VARCHAR);

    private Standings() {}

    /** Who is in which tier, as {@link TierSet} has it; who is in none has no row. */
    static Table<? extends Record> tiers(LocalDate asOf) {
        var day = field(select(max(FIGURES.AS_OF)).from(FIGURES));
        return select(METRICS.CUSTOMER_ID.as("customer_id"), METRICS.TIER.as("standing"))
                .from(METRICS)
                .where(METRICS.TIER.isNotNull(), day.le(asOf))
                .unionAll(select(TIER_MONTH.CUSTOMER_ID, TIER_MONTH.TIER)
                        .from(TIER_MONTH)
                        .where(TIER_MONTH.MONTH.eq(MonthEnds.last(asOf)), day.gt(asOf)))
                .asTable("standing");
    }

    /** Who is in which stage, as {@link StageCondition} has it. */
    static Table<? extends Record> stages(LocalDate asOf) {
        return select(STAGE_SPAN.CUSTOMER_ID.as("customer_id"), STAGE_SPAN.STAGE.as("standing"))
                .from(STAGE_SPAN)
                .where(STAGE_SPAN.FROM_ON.le(asOf), STAGE_SPAN.UNTIL_ON.gt(asOf))
                .asTable("standing");
    }
}
