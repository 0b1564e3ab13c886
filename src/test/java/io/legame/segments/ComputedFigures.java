package io.legame.segments;

import static io.legame.insight.WarehouseTables.FIGURES;
import static io.legame.insight.WarehouseTables.METRICS;
import static io.legame.insight.WarehouseTables.STAGE_SPAN;
import static io.legame.insight.WarehouseTables.TIER_MONTH;

import io.legame.insight.Warehouse;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** What Legame computed of each customer, in memory; FiguresTests prove that it is right. */
record ComputedFigures(
        LocalDate asOf, Map<Long, Record> metrics, List<Span> spans, Map<LocalDate, Map<Long, String>> tiers) {
    record Span(long customer, String stage, LocalDate from, LocalDate until) {}

    static ComputedFigures of(Warehouse warehouse) {
        return warehouse.query(ask -> {
            var tiers = new HashMap<LocalDate, Map<Long, String>>();
            ask.selectFrom(TIER_MONTH)
                    .forEach(row -> tiers.computeIfAbsent(row.get(TIER_MONTH.MONTH), month -> new HashMap<>())
                            .put(row.get(TIER_MONTH.CUSTOMER_ID), row.get(TIER_MONTH.TIER)));
            return new ComputedFigures(
                    Objects.requireNonNull(ask.select(FIGURES.AS_OF)
                            .from(FIGURES)
                            .fetchSingle()
                            .value1()),
                    ask.selectFrom(METRICS).fetchMap(METRICS.CUSTOMER_ID),
                    ask.selectFrom(STAGE_SPAN)
                            .fetch(row -> new Span(
                                    row.get(STAGE_SPAN.CUSTOMER_ID),
                                    row.get(STAGE_SPAN.STAGE),
                                    row.get(STAGE_SPAN.FROM_ON),
                                    row.get(STAGE_SPAN.UNTIL_ON))),
                    tiers);
        });
    }

    /** @param month its last day; null for the as-of day */
    String tier(long customer, @Nullable LocalDate month, LocalDate asOf) {
        if (month == null && !asOf.isBefore(this.asOf)) {
            return Objects.requireNonNullElse(
                    Objects.requireNonNull(metrics.get(customer)).get(METRICS.TIER), TierSet.NONE);
        }
        LocalDate told = month;
        if (told == null) {
            told = asOf;
            while (told.plusDays(1).getDayOfMonth() != 1) {
                told = told.minusDays(1);
            }
        }
        return told.isAfter(asOf)
                ? TierSet.NONE
                : tiers.getOrDefault(told, Map.of()).getOrDefault(customer, TierSet.NONE);
    }

    List<Span> spans(long customer) {
        return spans.stream().filter(span -> span.customer() == customer).toList();
    }

    @Nullable
    LocalDate firstPurchase(long customer) {
        return Objects.requireNonNull(metrics.get(customer)).get(METRICS.FIRST_PURCHASE);
    }

    /** Those of whom it is known, the highest first. */
    List<Long> ranked(Metric metric) {
        Comparator<Long> byMetric = Comparator.comparing(
                id -> new BigDecimal(String.valueOf(metric(id, metric))), Comparator.reverseOrder());
        return metrics.keySet().stream()
                .filter(id -> metric(id, metric) != null)
                .sorted(byMetric.thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    @Nullable
    Object metric(long customer, Metric metric) {
        Record row = Objects.requireNonNull(metrics.get(customer));
        return switch (metric) {
            case ORDERS -> row.get(METRICS.ORDERS);
            case REVENUE -> row.get(METRICS.REVENUE);
            case MARGIN -> row.get(METRICS.MARGIN);
            case AVERAGE_BASKET ->
                row.get(METRICS.ORDERS) == 0
                        ? null
                        : row.get(METRICS.BOUGHT)
                                .divide(BigDecimal.valueOf(row.get(METRICS.ORDERS)), 2, RoundingMode.HALF_UP);
            case DISCOUNT -> row.get(METRICS.DISCOUNT);
            case DAYS_SINCE_LAST ->
                row.get(METRICS.LAST_PURCHASE) == null
                        ? null
                        : row.get(METRICS.LAST_PURCHASE).until(asOf, ChronoUnit.DAYS);
            case DAYS_BETWEEN -> row.get(METRICS.DAYS_BETWEEN);
            case MAIN_CHANNEL -> row.get(METRICS.MAIN_CHANNEL);
            case MAIN_CATEGORY -> row.get(METRICS.MAIN_CATEGORY);
            case LOYALTY -> row.get(METRICS.LOYALTY);
            case RECENCY_SCORE -> row.get(METRICS.RECENCY_SCORE);
            case FREQUENCY_SCORE -> row.get(METRICS.FREQUENCY_SCORE);
            case MONETARY_SCORE -> row.get(METRICS.MONETARY_SCORE);
            case WINDOW_ORDERS -> row.get(METRICS.WINDOW_ORDERS);
            case WINDOW_REVENUE -> row.get(METRICS.WINDOW_REVENUE);
            case COST_TO_SERVE -> row.get(METRICS.WINDOW_COST_TO_SERVE);
            case PROFIT -> row.get(METRICS.WINDOW_PROFIT);
            case TREND ->
                row.get(METRICS.REVENUE_BEFORE).signum() <= 0
                        ? null
                        : row.get(METRICS.WINDOW_REVENUE)
                                .subtract(row.get(METRICS.REVENUE_BEFORE))
                                .movePointRight(2)
                                .divide(row.get(METRICS.REVENUE_BEFORE), 1, RoundingMode.HALF_UP);
            case CONTACTS -> row.get(METRICS.WINDOW_CONTACTS);
            case RESPONSES -> row.get(METRICS.WINDOW_RESPONSES);
            case TICKETS -> row.get(METRICS.WINDOW_TICKETS);
            case ENGAGED_DAYS -> row.get(METRICS.ENGAGED_DAYS);
            case LAST_CONTACT -> row.get(METRICS.LAST_CONTACT);
            case LAST_RESPONSE -> row.get(METRICS.LAST_RESPONSE);
            case KNOWN_SINCE -> row.get(METRICS.KNOWN_SINCE);
        };
    }
}
