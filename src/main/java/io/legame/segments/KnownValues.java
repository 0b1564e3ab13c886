package io.legame.segments;

import static io.legame.insight.WarehouseTables.CUSTOMER;
import static io.legame.insight.WarehouseTables.INTERACTION;
import static io.legame.insight.WarehouseTables.LINE;
import static io.legame.insight.WarehouseTables.PRODUCT;
import static io.legame.insight.WarehouseTables.TOUCHPOINT;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.month;
import static org.jooq.impl.DSL.noCondition;

import io.legame.insight.Warehouse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.springframework.stereotype.Component;

/** What the warehouse's columns hold. The most frequent values change slowly, so they are asked for once a minute. */
@Component
class KnownValues implements Proposals {
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final Warehouse warehouse;
    private final Telling telling;
    private final InstantSource clock;
    private final Map<String, Known> kept = new ConcurrentHashMap<>();

    private record Known(Instant at, List<Counted> values) {}

    private record Counted(String value, String label, long count) {}

    KnownValues(Warehouse warehouse, Telling telling, InstantSource clock) {
        this.warehouse = warehouse;
        this.telling = telling;
        this.clock = clock;
    }

    @Override
    public List<Proposed> of(String source, String search, int limit) {
        Words words = telling.words();
        return counted(source, search.strip(), limit).stream()
                .map(each -> new Proposed(
                        each.value(),
                        source.equals("product") ? each.label() : FactForm.label(source, each.value(), words),
                        each.count()))
                .toList();
    }

    private List<Counted> counted(String source, String search, int limit) {
        if (!search.isEmpty()) {
            return warehouse.query(database -> ask(database, source, search, limit));
        }
        String key = source + limit;
        Known known = kept.get(key);
        if (known == null || known.at().plus(KEPT).isBefore(clock.instant())) {
            known = new Known(clock.instant(), warehouse.query(database -> ask(database, source, search, limit)));
            kept.put(key, known);
        }
        return known.values();
    }

    private static List<Counted> ask(DSLContext database, String source, String search, int limit) {
        return switch (source) {
            case "channel" -> values(database, INTERACTION, INTERACTION.CHANNEL, noCondition(), search, limit);
            case "interaction" ->
                values(
                        database,
                        INTERACTION,
                        INTERACTION.KIND,
                        INTERACTION.KIND.notIn(Measure.PURCHASE, "return"),
                        search,
                        limit);
            case "touchpoint" ->
                values(
                        database,
                        INTERACTION.join(TOUCHPOINT).on(TOUCHPOINT.ID.eq(INTERACTION.TOUCHPOINT_ID)),
                        TOUCHPOINT.NAME,
                        noCondition(),
                        search,
                        limit);
            case "category" -> values(database, LINE, LINE.CATEGORY, noCondition(), search, limit);
            case "product" -> products(database, search, limit);
            default ->
                Attribute.of(source)
                        .map(attribute -> attributes(database, attribute, search, limit))
                        .orElse(List.of());
        };
    }

    private static List<Counted> attributes(DSLContext database, Attribute attribute, String search, int limit) {
        return attribute.type() == Attribute.Type.MONTH
                ? months(database, attribute.column().coerce(LocalDate.class))
                : values(database, CUSTOMER, attribute.column().coerce(String.class), noCondition(), search, limit);
    }

    private static List<Counted> values(
            DSLContext database,
            Table<?> table,
            Field<String> column,
            org.jooq.Condition where,
            String search,
            int limit) {
        return database.select(column, count())
                .from(table)
                .where(column.isNotNull())
                .and(where)
                .and(containing(column, search))
                .groupBy(column)
                .orderBy(count().desc(), column)
                .limit(limit)
                .fetch(KnownValues::counted);
    }

    private static org.jooq.Condition containing(Field<String> column, String search) {
        return search.isEmpty() ? noCondition() : lower(column).contains(search.toLowerCase(Locale.ROOT));
    }

    private static List<Counted> months(DSLContext database, Field<LocalDate> day) {
        return database.select(month(day), count())
                .from(CUSTOMER)
                .where(day.isNotNull())
                .groupBy(month(day))
                .orderBy(month(day))
                .fetch(KnownValues::counted);
    }

    private static List<Counted> products(DSLContext database, String search, int limit) {
        return database.select(PRODUCT.ID, PRODUCT.NAME, count())
                .from(LINE.join(PRODUCT).on(PRODUCT.ID.eq(LINE.PRODUCT_ID)))
                .where(containing(PRODUCT.NAME, search))
                .groupBy(PRODUCT.ID, PRODUCT.NAME)
                .orderBy(count().desc(), PRODUCT.NAME)
                .limit(limit)
                .fetch(row -> new Counted(
                        Objects.toString(row.value1()),
                        Objects.requireNonNull(row.value2()),
                        Objects.requireNonNull(row.value3())));
    }

    private static Counted counted(Record row) {
        String value = Objects.toString(row.get(0));
        return new Counted(value, value, ((Number) Objects.requireNonNull(row.get(1))).longValue());
    }
}
