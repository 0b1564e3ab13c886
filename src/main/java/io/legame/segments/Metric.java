package io.legame.segments;

import static io.legame.insight.WarehouseTables.FIGURES;
import static io.legame.insight.WarehouseTables.METRICS;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.localDateDiff;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.nullif;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;
import static org.jooq.impl.SQLDataType.NUMERIC;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;

/**
 * What is computed of a customer's purchases and contacts, as it is today. Those of the window are of so many months up
 * to today as the rules of tiers say.
 */
enum Metric {
    ORDERS("orders", Attribute.Type.COUNT, METRICS.ORDERS),
    REVENUE("revenue", Attribute.Type.MONEY, METRICS.REVENUE),
    /** Unknown while the cost of anything bought is. */
    MARGIN("margin", Attribute.Type.MONEY, METRICS.MARGIN),
    /** To the cent, as it is shown. */
    AVERAGE_BASKET(
            "averageBasket",
            Attribute.Type.MONEY,
            METRICS.BOUGHT.div(nullif(METRICS.ORDERS, inline(0))).cast(NUMERIC(18, 2))),
    DISCOUNT("discount", Attribute.Type.MONEY, METRICS.DISCOUNT),
    DAYS_SINCE_LAST(
            "daysSinceLast",
            Attribute.Type.COUNT,
            localDateDiff(field(select(max(FIGURES.AS_OF)).from(FIGURES)), METRICS.LAST_PURCHASE)),
    /** On average; unknown until somebody bought on two days. */
    DAYS_BETWEEN("daysBetween", Attribute.Type.COUNT, METRICS.DAYS_BETWEEN),
    MAIN_CHANNEL("mainChannel", Attribute.Type.CHOICE, METRICS.MAIN_CHANNEL),
    MAIN_CATEGORY("mainCategory", Attribute.Type.TEXT, METRICS.MAIN_CATEGORY),
    LOYALTY("loyalty", Attribute.Type.COUNT, METRICS.LOYALTY),
    RECENCY_SCORE("recencyScore", Attribute.Type.COUNT, METRICS.RECENCY_SCORE),
    FREQUENCY_SCORE("frequencyScore", Attribute.Type.COUNT, METRICS.FREQUENCY_SCORE),
    MONETARY_SCORE("monetaryScore", Attribute.Type.COUNT, METRICS.MONETARY_SCORE),
    WINDOW_ORDERS("windowOrders", Attribute.Type.COUNT, METRICS.WINDOW_ORDERS),
    WINDOW_REVENUE("windowRevenue", Attribute.Type.MONEY, METRICS.WINDOW_REVENUE),
    COST_TO_SERVE("costToServe", Attribute.Type.MONEY, METRICS.WINDOW_COST_TO_SERVE),
    PROFIT("profit", Attribute.Type.MONEY, METRICS.WINDOW_PROFIT),
    /** By how many percent the revenue of the window is more than that of the window before; unknown without any then. */
    TREND(
            "trend",
            Attribute.Type.COUNT,
            when(
                    METRICS.REVENUE_BEFORE.gt(inline(BigDecimal.ZERO)),
                    METRICS.WINDOW_REVENUE
                            .minus(METRICS.REVENUE_BEFORE)
                            .mul(inline(100))
                            .div(METRICS.REVENUE_BEFORE)
                            .cast(NUMERIC(18, 1)))),
    CONTACTS("contacts", Attribute.Type.COUNT, METRICS.WINDOW_CONTACTS),
    RESPONSES("responses", Attribute.Type.COUNT, METRICS.WINDOW_RESPONSES),
    TICKETS("tickets", Attribute.Type.COUNT, METRICS.WINDOW_TICKETS),
    /** Of the last ninety. */
    ENGAGED_DAYS("engagedDays", Attribute.Type.COUNT, METRICS.ENGAGED_DAYS),
    LAST_CONTACT("lastContact", Attribute.Type.DAY, METRICS.LAST_CONTACT),
    LAST_RESPONSE("lastResponse", Attribute.Type.DAY, METRICS.LAST_RESPONSE),
    KNOWN_SINCE("knownSince", Attribute.Type.DAY, METRICS.KNOWN_SINCE);

    private final String word;
    private final Attribute.Type type;

    @SuppressWarnings("ImmutableEnumChecker") // jOOQ's columns do not change, they only do not say so
    private final Field<?> column;

    Metric(String word, Attribute.Type type, Field<?> column) {
        this.word = word;
        this.type = type;
        this.column = column;
    }

    /** As JSON writes it. */
    String word() {
        return word;
    }

    Attribute.Type type() {
        return type;
    }

    Field<?> column() {
        return column;
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Metric::word).toList();
    }

    static Optional<Metric> of(String word) {
        return Arrays.stream(values())
                .filter(metric -> metric.word.equals(word))
                .findFirst();
    }
}
