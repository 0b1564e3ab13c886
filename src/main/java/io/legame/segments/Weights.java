package io.legame.segments;

import static io.legame.insight.WarehouseTables.CUSTOMER;
import static io.legame.insight.WarehouseTables.LINE;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.select;

import io.legame.insight.Turn;
import io.legame.insight.Warehouse;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.CommonTableExpression;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record3;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Weighs any filter on any day. */
@Component
public class Weights {
    private static final int MONTHS = 12;
    private static final Field<Long> MEMBER_ID = field(name("member", "id"), Long.class);
    private static final org.jooq.Condition COMPLETE = condition(field(name("member", "complete"), Boolean.class));
    private static final org.jooq.Condition KEPT = condition(field(name("member", "kept"), Boolean.class));

    private final Warehouse warehouse;
    /** What everybody bought up to a day, for the warehouse's state it was asked in. */
    private final Map<Total, Worth> totals = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Total, Worth> eldest) {
            return size() > 64;
        }
    };

    /** Lines are only ever added, or erased with their source: their number and the newest of them tell states apart. */
    private record Total(LocalDate asOf, long lines, long newest) {}

    Weights(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    public Weight of(Filter filter, LocalDate asOf) {
        return warehouse.query(database -> weigh(database, filter, asOf));
    }

    /**
     * The weight for a screen where the filter is still being built.
     *
     * @param turn asking again for the same screen cancels what it asked before
     * @throws io.legame.platform.Refusal 409 when it was
     */
    public Weight preview(Turn turn, Filter filter, LocalDate asOf) {
        return warehouse.query(
                new Turn("segments.preview " + turn.screen(), turn.number()),
                database -> weigh(database, filter, asOf));
    }

    private Weight weigh(DSLContext database, Filter filter, LocalDate asOf) {
        var measured = measure(database, filter, asOf, null);
        long customers = Objects.requireNonNull(
                database.select(count()).from(CUSTOMER).fetchSingle().value1());
        return new Weight(
                measured.size(),
                measured.incomplete(),
                measured.dismissed(),
                customers,
                measured.worth(),
                total(database, asOf));
    }

    /** The members are found once and their lines joined to them: measured faster than any one-pass aggregation. */
    private static Measured measure(DSLContext database, Filter filter, LocalDate asOf, @Nullable LocalDate from) {
        CommonTableExpression<Record3<Long, Boolean, Boolean>> member = name("member")
                .fields("id", "complete", "kept")
                .asMaterialized(select(CUSTOMER.ID, field(Filters.complete(filter)), field(Filters.kept(filter, asOf)))
                        .from(CUSTOMER)
                        .where(Filters.sql(filter, asOf)));
        var size = field(select(count()).from(member).where(COMPLETE, KEPT));
        var incomplete = field(select(count()).from(member).where(not(COMPLETE)));
        var dismissed = field(select(count()).from(member).where(COMPLETE, not(KEPT)));
        var bought = select(Worth.sums())
                .from(LINE)
                .join(member)
                .on(LINE.CUSTOMER_ID.eq(MEMBER_ID).and(COMPLETE).and(KEPT))
                .where(LINE.OCCURRED_ON.le(asOf))
                .and(from == null ? noCondition() : LINE.OCCURRED_ON.ge(from))
                .asTable("bought");
        return database.with(member)
                .select(size, incomplete, dismissed)
                .select(bought.fields())
                .from(bought)
                .fetchSingle(row -> new Measured(
                        Objects.requireNonNull(row.get(size)),
                        Objects.requireNonNull(row.get(incomplete)),
                        Objects.requireNonNull(row.get(dismissed)),
                        worth(row)));
    }

    private record Measured(long size, long incomplete, long dismissed, Worth worth) {}

    /** Of a row with {@link Worth#sums}. */
    static Worth worth(Record row) {
        return Worth.of(
                row.get("revenue", BigDecimal.class),
                row.get("margin", BigDecimal.class),
                row.get("uncosted", BigDecimal.class));
    }

    /** What everybody brought, see {@link Weight#total}. */
    Worth total(DSLContext database, LocalDate asOf) {
        var state =
                database.select(count(), max(LINE.INTERACTION_ID)).from(LINE).fetchSingle();
        var total = new Total(asOf, state.value1(), Objects.requireNonNullElse(state.value2(), 0L));
        synchronized (totals) {
            Worth known = totals.get(total);
            if (known != null) {
                return known;
            }
        }
        Worth sum = database.select(Worth.sums())
                .from(LINE)
                .where(LINE.OCCURRED_ON.le(asOf))
                .fetchSingle(Weights::worth);
        synchronized (totals) {
            totals.put(total, sum);
        }
        return sum;
    }

    /**
     * The group month by month, over the twelve months that end with the day.
     *
     * @param turn as in {@link #preview}
     */
    public List<Month> months(Turn turn, Filter filter, LocalDate asOf) {
        return warehouse.query(
                new Turn("segments.months " + turn.screen(), turn.number()),
                database -> months(database, filter, asOf));
    }

    public List<Month> months(Filter filter, LocalDate asOf) {
        return warehouse.query(database -> months(database, filter, asOf));
    }

    private static List<Month> months(DSLContext database, Filter filter, LocalDate asOf) {
        var months = new ArrayList<Month>();
        for (int back = MONTHS - 1; back >= 0; back--) {
            YearMonth month = YearMonth.from(asOf).minusMonths(back);
            LocalDate last = back == 0 ? asOf : month.atEndOfMonth();
            var measured = measure(database, filter, last, month.atDay(1));
            months.add(new Month(month, measured.size(), measured.worth().revenue()));
        }
        return months;
    }

    /**
     * @param size who belonged at the end of the month, or on the as-of day in the last one
     * @param revenue what these bought in the month, net of returns
     */
    public record Month(YearMonth month, long size, BigDecimal revenue) {}
}
