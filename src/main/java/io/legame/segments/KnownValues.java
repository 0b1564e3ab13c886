package io.legame.segments;

import static io.legame.insight.WarehouseTables.CUSTOMER;
import static io.legame.insight.WarehouseTables.CUSTOM_VALUE;
import static io.legame.insight.WarehouseTables.DETAIL;
import static io.legame.insight.WarehouseTables.INTERACTION;
import static io.legame.insight.WarehouseTables.LINE;
import static io.legame.insight.WarehouseTables.METRICS;
import static io.legame.insight.WarehouseTables.PRODUCT;
import static io.legame.insight.WarehouseTables.TIER_MONTH;
import static io.legame.insight.WarehouseTables.TOUCHPOINT;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.length;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.month;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.SQLDataType.VARCHAR;

import io.legame.customers.Choice;
import io.legame.customers.CustomField;
import io.legame.customers.CustomFields;
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
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.springframework.stereotype.Component;

/** What the warehouse's columns hold. The most frequent values change slowly, so they are asked for once a minute. */
@Component
class KnownValues implements Proposals {
    /** What the sources of custom fields begin with; their code follows. */
    static final String CUSTOM = "custom.";

    private static final Duration KEPT = Duration.ofMinutes(1);

    private final Warehouse warehouse;
    private final CustomFields fields;
    private final Telling telling;
    private final InstantSource clock;
    private final Map<String, Known> kept = new ConcurrentHashMap<>();

    private record Known(Instant at, List<Counted> values) {}

    private record Counted(String value, String label, long count) {}

    KnownValues(Warehouse warehouse, CustomFields fields, Telling telling, InstantSource clock) {
        this.warehouse = warehouse;
        this.fields = fields;
        this.telling = telling;
        this.clock = clock;
    }

    @Override
    public List<Proposed> of(String source, String search, int limit) {
        Words words = telling.words();
        return counted(source, search.strip(), limit).stream()
                .map(each -> new Proposed(
                        each.value(),
                        source.equals("product") || source.startsWith(CUSTOM)
                                ? each.label()
                                : FactForm.label(source, each.value(), words),
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

    private List<Counted> ask(DSLContext database, String source, String search, int limit) {
        return switch (source) {
            case "channel" -> values(database, INTERACTION, INTERACTION.CHANNEL, noCondition(), search, limit);
            case "interaction" ->
                values(
                        database,
                        INTERACTION,
                        INTERACTION.KIND,
                        INTERACTION.KIND.notIn(Measure.PURCHASE, Measure.RETURN),
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
            case "mainChannel" -> values(database, METRICS, METRICS.MAIN_CHANNEL, noCondition(), search, limit);
            case "mainCategory" -> values(database, METRICS, METRICS.MAIN_CATEGORY, noCondition(), search, limit);
            case "stage" -> values(database, METRICS, METRICS.STAGE, noCondition(), search, limit);
            case "tier" ->
                values(
                        database,
                        METRICS,
                        coalesce(METRICS.TIER.cast(VARCHAR), inline(TierSet.NONE)),
                        noCondition(),
                        search,
                        limit);
            case "tierMonth" -> tierMonths(database, limit);
            case "category" -> values(database, LINE, LINE.CATEGORY, noCondition(), search, limit);
            case "brand" -> values(database, LINE, LINE.BRAND, noCondition(), search, limit);
            case "product" -> products(database, search, limit);
            case DetailField.NAMES -> detailNames(database, limit);
            default ->
                source.startsWith(CUSTOM)
                        ? CustomCondition.Kind.of(fields.all(), source.substring(CUSTOM.length()))
                                .map(field -> custom(database, field, search, limit))
                                .orElse(List.of())
                        : DetailField.name(source)
                                .map(name ->
                                        values(database, DETAIL, DETAIL.VALUE, DETAIL.NAME.eq(name), search, limit))
                                .or(() -> Attribute.of(source)
                                        .filter(attribute ->
                                                attribute.type().words().contains("isOneOf"))
                                        .map(attribute -> attributes(database, attribute, search, limit)))
                                .orElse(List.of());
        };
    }

    /** Those that can be asked for. */
    private static List<Counted> detailNames(DSLContext database, int limit) {
        return values(database, DETAIL, DETAIL.NAME, length(DETAIL.NAME).between(1, JsonPlace.LONGEST_TEXT), "", limit);
    }

    private static List<Counted> attributes(DSLContext database, Attribute attribute, String search, int limit) {
        return attribute.type() == Attribute.Type.MONTH
                ? months(database, attribute.column().coerce(LocalDate.class))
                : values(database, CUSTOMER, attribute.column().coerce(String.class), noCondition(), search, limit);
    }

    private static List<Counted> custom(DSLContext database, CustomField field, String search, int limit) {
        var ofField = CUSTOM_VALUE.FIELD_ID.eq(field.id().value());
        return switch (CustomCondition.type(field)) {
            case TEXT -> values(database, CUSTOM_VALUE, CUSTOM_VALUE.VALUE, ofField, search, limit);
            case CHOICE -> choices(database, field, ofField, search, limit);
            case AGE, COUNT, DAY, FLAG, MONEY, MONTH, PART -> List.of();
        };
    }

    private static List<Counted> choices(
            DSLContext database, CustomField field, org.jooq.Condition ofField, String search, int limit) {
        String part = search.toLowerCase(Locale.ROOT);
        Map<Long, Choice> found = CustomCondition.choices(field).stream()
                .filter(choice -> choice.label().toLowerCase(Locale.ROOT).contains(part))
                .collect(Collectors.toMap(Choice::id, choice -> choice));
        return database.select(CUSTOM_VALUE.CHOICE, count())
                .from(CUSTOM_VALUE)
                .where(ofField)
                .and(CUSTOM_VALUE.CHOICE.in(found.keySet()))
                .groupBy(CUSTOM_VALUE.CHOICE)
                .orderBy(count().desc(), CUSTOM_VALUE.CHOICE)
                .limit(limit)
                .fetch(row -> {
                    Choice choice = Objects.requireNonNull(found.get(row.value1()));
                    return new Counted(
                            CustomCondition.written(choice), choice.label(), Objects.requireNonNull(row.value2()));
                });
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

    /** The newest first. */
    private static List<Counted> tierMonths(DSLContext database, int limit) {
        return database.select(TIER_MONTH.MONTH, count())
                .from(TIER_MONTH)
                .groupBy(TIER_MONTH.MONTH)
                .orderBy(TIER_MONTH.MONTH.desc())
                .limit(limit)
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
