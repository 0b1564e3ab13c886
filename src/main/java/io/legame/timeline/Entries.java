package io.legame.timeline;

import static io.legame.timeline.db.Tables.INTERACTION;
import static io.legame.timeline.db.Tables.MERGE_MARK;
import static io.legame.timeline.db.Tables.PURCHASE_LINE;
import static io.legame.timeline.db.Tables.SOURCE;
import static io.legame.timeline.db.Tables.TOUCHPOINT;

import io.legame.catalogue.ProductId;
import io.legame.customers.CustomerId;
import io.legame.customers.MergeId;
import io.legame.platform.Company;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads a page of a customer's timeline, newest first; as fast in the hundred-thousandth entry as in the first. */
final class Entries {
    private final DSLContext database;
    private final JsonMapper json;
    private final Company company;

    Entries(DSLContext database, JsonMapper json, Company company) {
        this.database = database;
        this.json = json;
        this.company = company;
    }

    List<Entry> page(CustomerId customer, TimelineFilter filter, Entry.@Nullable Cursor after, int limit) {
        // the inner query needs nothing but the index, so that a filter skips thousands of entries without reading them
        return entries(page(
                INTERACTION
                        .CUSTOMER_ID
                        .eq(customer.value())
                        .and(matching(filter))
                        .and(beyond(after)),
                limit));
    }

    List<Entry> since(MergeId merge, CustomerId survivor, int limit) {
        return entries(page(
                INTERACTION
                        .CUSTOMER_ID
                        .eq(survivor.value())
                        .and(INTERACTION.ID.gt(DSL.select(MERGE_MARK.LAST_INTERACTION_ID)
                                .from(MERGE_MARK)
                                .where(MERGE_MARK.MERGE_ID.eq(merge.value())))),
                limit));
    }

    private static Table<Record2<Long, OffsetDateTime>> page(Condition condition, int limit) {
        return DSL.select(INTERACTION.ID, INTERACTION.OCCURRED_AT)
                .from(INTERACTION)
                .where(condition)
                .orderBy(INTERACTION.OCCURRED_AT.desc(), INTERACTION.ID.desc())
                .limit(limit)
                .asTable("page");
    }

    private List<Entry> entries(Table<Record2<Long, OffsetDateTime>> page) {
        List<Record> rows = List.copyOf(database.select(
                        INTERACTION.asterisk(),
                        TOUCHPOINT.NAME.as("touchpoint_name"),
                        TOUCHPOINT.CHANNEL.as("touchpoint_channel"),
                        SOURCE.NAME.as("source_name"))
                .from(page)
                .join(INTERACTION)
                .on(INTERACTION.ID.eq(page.field(INTERACTION.ID)))
                .and(INTERACTION.OCCURRED_AT.eq(page.field(INTERACTION.OCCURRED_AT)))
                .join(TOUCHPOINT)
                .on(TOUCHPOINT.ID.eq(INTERACTION.TOUCHPOINT_ID))
                .join(SOURCE)
                .on(SOURCE.ID.eq(INTERACTION.SOURCE_ID))
                .orderBy(INTERACTION.OCCURRED_AT.desc(), INTERACTION.ID.desc())
                .fetch());
        Map<Long, List<Entry.Line>> lines = lines(rows);
        return rows.stream().map(row -> entry(row, lines)).toList();
    }

    private static Condition matching(TimelineFilter filter) {
        Condition matching = filter.kinds().isEmpty() ? DSL.noCondition() : INTERACTION.KIND.in(filter.kinds());
        return filter.touchpoints().isEmpty()
                ? matching
                : matching.and(INTERACTION.TOUCHPOINT_ID.in(
                        DSL.select(TOUCHPOINT.ID).from(TOUCHPOINT).where(TOUCHPOINT.NAME.in(filter.touchpoints()))));
    }

    private static Condition beyond(Entry.@Nullable Cursor after) {
        return after == null
                ? DSL.noCondition()
                : DSL.row(INTERACTION.OCCURRED_AT, INTERACTION.ID)
                        .lt(after.occurredAt().atOffset(ZoneOffset.UTC), after.id());
    }

    private Map<Long, List<Entry.Line>> lines(List<Record> rows) {
        if (rows.isEmpty()) {
            return Map.of();
        }
        Long[] ids = rows.stream().map(row -> row.get(INTERACTION.ID)).toArray(Long[]::new);
        var converted = DSL.field(
                ExchangeRates.inCompanyCurrency(
                        "timeline.purchase_line", "timeline.purchase_line.amount", company.timeZone()),
                BigDecimal.class);
        String own = company.currency().getCurrencyCode();
        return database.select(PURCHASE_LINE.asterisk(), converted.as("converted"))
                .from(PURCHASE_LINE)
                .where(PURCHASE_LINE.INTERACTION_ID.eq(DSL.any(ids)))
                .and(PURCHASE_LINE.OCCURRED_AT.between(
                        rows.getLast().get(INTERACTION.OCCURRED_AT),
                        rows.getFirst().get(INTERACTION.OCCURRED_AT)))
                .orderBy(PURCHASE_LINE.INTERACTION_ID, PURCHASE_LINE.LINE_KEY)
                .fetchGroups(
                        PURCHASE_LINE.INTERACTION_ID,
                        row -> new Entry.Line(
                                row.get(PURCHASE_LINE.PRODUCT_ID) == null
                                        ? null
                                        : new ProductId(row.get(PURCHASE_LINE.PRODUCT_ID)),
                                row.get(PURCHASE_LINE.QUANTITY),
                                row.get(PURCHASE_LINE.UNIT_PRICE),
                                row.get(PURCHASE_LINE.AMOUNT),
                                Objects.requireNonNullElse(row.get(PURCHASE_LINE.CURRENCY), own),
                                row.get("converted", BigDecimal.class)));
    }

    private Entry entry(Record row, Map<Long, List<Entry.Line>> lines) {
        var detail = row.get(INTERACTION.DETAIL);
        Instant occurredAt = row.get(INTERACTION.OCCURRED_AT).toInstant();
        return new Entry(
                row.get(INTERACTION.ID),
                occurredAt,
                row.get(INTERACTION.KIND),
                new Touchpoint(
                        row.get("touchpoint_name", String.class),
                        Channel.of(row.get("touchpoint_channel", String.class))),
                row.get("source_name", String.class),
                row.get(INTERACTION.SOURCE_KEY),
                row.get(INTERACTION.SUMMARY),
                detail == null ? Map.of() : json.readValue(detail.data(), new TypeReference<Map<String, String>>() {}),
                lines.getOrDefault(row.get(INTERACTION.ID), List.of()));
    }
}
