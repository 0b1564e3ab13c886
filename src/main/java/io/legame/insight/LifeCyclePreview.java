package io.legame.insight;

import static io.legame.insight.WarehouseTables.LINE;
import static io.legame.insight.WarehouseTables.METRICS;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What other rules would make of the customers today, in one question that writes nothing: only those who bought pass by
 * them, and their days of purchase are known.
 */
@Component
public class LifeCyclePreview {
    private final Warehouse warehouse;
    private final RuleBook rules;

    LifeCyclePreview(Warehouse warehouse, RuleBook rules) {
        this.warehouse = warehouse;
        this.rules = rules;
    }

    /** How many are in a stage, and would be. */
    public record Change(Stage stage, long before, long after) {}

    /**
     * @param day the day it is asked of
     * @param stages all, in their order
     * @param moved how many would be in another stage
     * @param counts whether the rules would count on that day: they may begin later
     */
    public record Answer(LocalDate day, List<Change> stages, long moved, boolean counts) {}

    /** @param turn asking again for the same screen cancels what it asked before; null for who asks once */
    public Answer of(LifeCycleRules other, @Nullable LocalDate from, @Nullable Turn turn) {
        return warehouse.query(turn, ask -> answer(ask, other, from));
    }

    private Answer answer(DSLContext ask, LifeCycleRules other, @Nullable LocalDate from) {
        LocalDate day = FiguresDay.of(ask, rules.companyDay());
        LifeCycleRules then =
                Dated.inForce(rules.basis().with(other, begin(from)).lifeCycle(), day);
        Map<Stage, Long> before = new EnumMap<>(Stage.class);
        Map<Stage, Long> after = new EnumMap<>(Stage.class);
        long moved = 0;
        var each = select(METRICS.STAGE.as("was"), stage(then, day).as("would"))
                .from(METRICS)
                .asTable("each");
        Field<String> now = field(name("each", "was"), String.class);
        Field<String> would = field(name("each", "would"), String.class);
        for (var row : ask.select(now, would, count()).from(each).groupBy(now, would)) {
            Stage was = Stage.of(row.value1()).orElse(null);
            Stage is = Stage.of(row.value2()).orElse(null);
            if (was != null && is != null) {
                before.merge(was, row.value3().longValue(), Long::sum);
                after.merge(is, row.value3().longValue(), Long::sum);
                moved += was == is ? 0 : row.value3();
            }
        }
        return new Answer(
                day,
                List.of(Stage.values()).stream()
                        .map(stage -> new Change(stage, before.getOrDefault(stage, 0L), after.getOrDefault(stage, 0L)))
                        .toList(),
                moved,
                then.equals(other));
    }

    private LocalDate begin(@Nullable LocalDate from) {
        LocalDate open = rules.openSince();
        return from != null ? from : open == null ? Basis.BEGINNING : open;
    }

    private static Field<String> stage(LifeCycleRules rules, LocalDate day) {
        return when(METRICS.LAST_PURCHASE.isNull().or(METRICS.STAGE.eq(Stage.DISMISSED.code())), METRICS.STAGE)
                .when(boughtBefore(day, rules.lostAfter()), inline(Stage.LOST.code()))
                .when(boughtBefore(day, rules.dormantAfter()), inline(Stage.DORMANT.code()))
                .when(boughtBefore(day, rules.atRiskAfter()), inline(Stage.AT_RISK.code()))
                .when(
                        METRICS.PURCHASE_DAYS.eq(1).and(METRICS.FIRST_PURCHASE.gt(day.minusDays(rules.newDays()))),
                        inline(Stage.NEW.code()))
                .when(isLoyal(rules, day), inline(Stage.LOYAL.code()))
                .otherwise(inline(Stage.ACTIVE.code()));
    }

    private static Condition boughtBefore(LocalDate day, int days) {
        return METRICS.LAST_PURCHASE.lt(day.minusDays(days));
    }

    /** On so many days since then something was bought for money. */
    private static Condition isLoyal(LifeCycleRules rules, LocalDate day) {
        var order = PaidOrders.of(
                        LINE.OCCURRED_ON.gt(day.minusDays(rules.loyalWithin())).and(LINE.OCCURRED_ON.le(day)))
                .asTable("bought");
        return METRICS.CUSTOMER_ID.in(select(order.field(LINE.CUSTOMER_ID))
                .from(order)
                .groupBy(order.field(LINE.CUSTOMER_ID))
                .having(countDistinct(order.field(LINE.OCCURRED_ON)).ge(rules.loyalPurchases())));
    }
}
