package io.legame.insight;

import static io.legame.insight.WarehouseTables.METRICS;
import static io.legame.insight.WarehouseTables.STAGE_SPAN;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.sum;

import io.legame.customers.CustomerId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where the customers stand between the first contact and the end, where they stood, and how they got there. */
@Component
public class LifeCycle {
    static final int MONTHS = 24;

    private final Warehouse warehouse;
    private final RuleBook rules;

    LifeCycle(Warehouse warehouse, RuleBook rules) {
        this.warehouse = warehouse;
        this.rules = rules;
    }

    /** The day that everything is of, see {@link FiguresDay}. */
    public LocalDate day() {
        return warehouse.query(this::day);
    }

    private LocalDate day(DSLContext ask) {
        return FiguresDay.of(ask, rules.companyDay());
    }

    /**
     * Those of a stage.
     *
     * @param revenue of the window, net of returns
     * @param profit of the window, less the cost to serve
     */
    public record Standing(Stage stage, long customers, BigDecimal revenue, BigDecimal profit) {}

    /** All stages in their order, those too in which nobody is. */
    public List<Standing> today() {
        Map<Stage, Standing> found = new EnumMap<>(Stage.class);
        warehouse
                .query(ask -> ask.select(
                                METRICS.STAGE,
                                count(),
                                coalesce(sum(METRICS.WINDOW_REVENUE), inline(BigDecimal.ZERO)),
                                coalesce(sum(METRICS.WINDOW_PROFIT), inline(BigDecimal.ZERO)))
                        .from(METRICS)
                        .groupBy(METRICS.STAGE)
                        .fetch())
                .forEach(row -> Stage.of(row.value1())
                        .ifPresent(stage ->
                                found.put(stage, new Standing(stage, row.value2(), row.value3(), row.value4()))));
        return List.of(Stage.values()).stream()
                .map(stage -> found.getOrDefault(stage, new Standing(stage, 0, BigDecimal.ZERO, BigDecimal.ZERO)))
                .toList();
    }

    /**
     * How many were in each stage at the end of a day.
     *
     * @param day the last one of a month, or that of the figures
     */
    public record Count(LocalDate day, Map<Stage, Long> customers) {
        public long of(Stage stage) {
            return customers.getOrDefault(stage, 0L);
        }

        public long all() {
            return customers.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** The last 24 months and this one so far, without those before the first customer. */
    public List<Count> months() {
        return warehouse.query(ask -> {
            LocalDate today = day(ask);
            List<LocalDate> days = ends(today);
            List<Count> counts = StageCounts.of(ask, days);
            int first = 0;
            while (first < counts.size() - 1 && counts.get(first).all() == 0) {
                first++;
            }
            return counts.subList(first, counts.size());
        });
    }

    private static List<LocalDate> ends(LocalDate today) {
        var days = new ArrayList<LocalDate>();
        YearMonth month = YearMonth.from(today);
        for (int back = MONTHS; back > 0; back--) {
            days.add(month.minusMonths(back).atEndOfMonth());
        }
        days.add(today);
        return days;
    }

    /**
     * From one stage to another.
     *
     * @param from null for who was not known before
     */
    public record Passage(@Nullable Stage from, Stage to, long customers) {}

    /**
     * Who passed after one day and up to another; whoever did the same twice counts once. In the order of the stages.
     *
     * @param until not after {@link #day}: what would come if nothing more were bought is no passage
     */
    public List<Passage> passages(LocalDate after, LocalDate until) {
        var before = STAGE_SPAN.as("before");
        return warehouse.query(ask -> ask
                .select(before.STAGE, STAGE_SPAN.STAGE, countDistinct(STAGE_SPAN.CUSTOMER_ID))
                .from(STAGE_SPAN)
                .leftJoin(before)
                .on(before.CUSTOMER_ID.eq(STAGE_SPAN.CUSTOMER_ID), before.UNTIL_ON.eq(STAGE_SPAN.FROM_ON))
                .where(STAGE_SPAN.FROM_ON.gt(after), STAGE_SPAN.FROM_ON.le(until))
                .groupBy(before.STAGE, STAGE_SPAN.STAGE)
                .fetch(row -> new Passage(
                        Stage.of(row.value1()).orElse(null),
                        Stage.of(row.value2()).orElseThrow(),
                        row.value3()))
                .stream()
                .sorted(Comparator.comparing(Passage::from, Comparator.nullsFirst(Comparator.<Stage>naturalOrder()))
                        .thenComparing(Passage::to))
                .toList());
    }

    /** How many will be in the stage within so many days if they buy nothing more. */
    public long coming(Stage stage, int days) {
        return warehouse.query(ask -> {
            LocalDate today = day(ask);
            return Objects.requireNonNull(ask.select(countDistinct(STAGE_SPAN.CUSTOMER_ID))
                            .from(STAGE_SPAN)
                            .where(
                                    STAGE_SPAN.STAGE.eq(stage.code()),
                                    STAGE_SPAN.FROM_ON.gt(today),
                                    STAGE_SPAN.FROM_ON.le(today.plusDays(days)))
                            .fetchSingle()
                            .value1())
                    .longValue();
        });
    }

    /** A stretch of a customer's life, or one that is to come. */
    public record Span(Stage stage, LocalDate from, LocalDate until) {}

    /** All of a customer in their order, those too that come if nothing more is bought; empty for who is not known. */
    public List<Span> of(CustomerId customer) {
        return warehouse.query(ask -> ask.selectFrom(STAGE_SPAN)
                .where(STAGE_SPAN.CUSTOMER_ID.eq(customer.value()))
                .orderBy(STAGE_SPAN.FROM_ON)
                .fetch(row -> new Span(
                        Stage.of(row.get(STAGE_SPAN.STAGE)).orElseThrow(),
                        row.get(STAGE_SPAN.FROM_ON),
                        row.get(STAGE_SPAN.UNTIL_ON))));
    }

    /**
     * Where a customer stands.
     *
     * @param next what comes if nothing more is bought; null when nothing does
     */
    public record Place(LocalDate day, Span now, @Nullable Span next) {}

    /** Empty while nothing was computed of the customer. */
    public Optional<Place> place(CustomerId customer) {
        LocalDate today = day();
        List<Span> spans = of(customer);
        for (int i = 0; i < spans.size(); i++) {
            Span span = spans.get(i);
            if (!span.from().isAfter(today) && span.until().isAfter(today)) {
                return Optional.of(new Place(today, span, i + 1 < spans.size() ? spans.get(i + 1) : null));
            }
        }
        return Optional.empty();
    }
}
