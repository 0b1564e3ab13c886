package io.legame.insight;

import static io.legame.insight.WarehouseTables.METRICS;
import static io.legame.insight.WarehouseTables.STAGE_SPAN;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import io.legame.customers.CustomerId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The customers behind each number of the life cycle, those who bring most first. */
@Component
public class LifeCycleList {
    private final Warehouse warehouse;
    private final RuleBook rules;

    LifeCycleList(Warehouse warehouse, RuleBook rules) {
        this.warehouse = warehouse;
        this.rules = rules;
    }

    /** Whom a list is of. */
    public sealed interface Who {
        record In(Stage stage) implements Who {}

        /** Who will be in the stage within so many days if they buy nothing more. */
        record Coming(Stage stage, int days) implements Who {}

        /**
         * Who passed, after one day and up to another.
         *
         * @param from null for who was not known before
         */
        record Passed(@Nullable Stage from, Stage to, LocalDate after, LocalDate until) implements Who {}
    }

    /** @param revenue of the window, net of returns */
    public record Line(
            CustomerId customer,
            BigDecimal revenue,
            BigDecimal profit,
            @Nullable LocalDate lastPurchase,
            @Nullable Stage stage,
            @Nullable LocalDate since) {}

    public long size(Who who) {
        return warehouse.query(ask -> {
            Condition condition = condition(who, FiguresDay.of(ask, rules.companyDay()));
            return Objects.requireNonNull(ask.select(count())
                            .from(METRICS)
                            .where(condition)
                            .fetchSingle()
                            .value1())
                    .longValue();
        });
    }

    /** @param after the last line of the stretch before; null for the first stretch */
    public List<Line> page(Who who, @Nullable Line after, int limit) {
        return warehouse.query(ask -> ask.select(
                        METRICS.CUSTOMER_ID,
                        METRICS.WINDOW_REVENUE,
                        METRICS.WINDOW_PROFIT,
                        METRICS.LAST_PURCHASE,
                        METRICS.STAGE,
                        METRICS.STAGE_SINCE)
                .from(METRICS)
                .where(condition(who, FiguresDay.of(ask, rules.companyDay())))
                .and(
                        after == null
                                ? noCondition()
                                : row(METRICS.WINDOW_REVENUE, METRICS.CUSTOMER_ID)
                                        .lt(after.revenue(), after.customer().value()))
                .orderBy(METRICS.WINDOW_REVENUE.desc(), METRICS.CUSTOMER_ID.desc())
                .limit(limit)
                .fetch(row -> new Line(
                        new CustomerId(row.value1()),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        Stage.of(row.value5()).orElse(null),
                        row.value6())));
    }

    private static Condition condition(Who who, LocalDate today) {
        return switch (who) {
            case Who.In in -> METRICS.STAGE.eq(in.stage().code());
            case Who.Coming coming ->
                METRICS.CUSTOMER_ID.in(select(STAGE_SPAN.CUSTOMER_ID)
                        .from(STAGE_SPAN)
                        .where(
                                STAGE_SPAN.STAGE.eq(coming.stage().code()),
                                STAGE_SPAN.FROM_ON.gt(today),
                                STAGE_SPAN.FROM_ON.le(today.plusDays(coming.days()))));
            case Who.Passed passed -> METRICS.CUSTOMER_ID.in(passed(passed));
        };
    }

    private static org.jooq.Select<org.jooq.Record1<Long>> passed(Who.Passed passed) {
        var before = STAGE_SPAN.as("before");
        var came = selectOne()
                .from(before)
                .where(before.CUSTOMER_ID.eq(STAGE_SPAN.CUSTOMER_ID), before.UNTIL_ON.eq(STAGE_SPAN.FROM_ON));
        return select(STAGE_SPAN.CUSTOMER_ID)
                .from(STAGE_SPAN)
                .where(
                        STAGE_SPAN.STAGE.eq(passed.to().code()),
                        STAGE_SPAN.FROM_ON.gt(passed.after()),
                        STAGE_SPAN.FROM_ON.le(passed.until()),
                        passed.from() == null
                                ? notExists(came)
                                : exists(came.and(before.STAGE.eq(passed.from().code()))));
    }
}
