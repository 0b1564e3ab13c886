package io.legame.timeline;

import static io.legame.timeline.db.Tables.INTERACTION;
import static io.legame.timeline.db.Tables.PURCHASE_LINE;

import io.legame.access.ChangeSetId;
import io.legame.platform.BulkCopy;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * One batch of lines on its way to the timeline. The lines of an order make one entry, its time and customer those of the
 * line that came first; what the goods that went back are worth makes an entry of its own.
 */
final class PurchaseRecording {
    static final String PURCHASE = "purchase";
    static final String RETURN = "return";
    private static final int MONEY_DECIMALS = 4;
    private static final int QUANTITY_DECIMALS = 3;

    private final DSLContext database;
    private final int sourceId;
    /** Written out once for all rows. */
    private final String now;

    private final @Nullable ChangeSetId by;

    private final Rates rates;
    private final KnownLines lines;
    private final Map<Entry, Line> known = new HashMap<>();
    private final Map<Long, Long> customerOf = new HashMap<>();
    private final List<NewLine> newLines = new ArrayList<>();

    /** @param rates of all currencies of the lines, held until the transaction ends */
    PurchaseRecording(DSLContext database, int sourceId, OffsetDateTime now, @Nullable ChangeSetId by, Rates rates) {
        this.rates = rates;
        this.by = by;
        this.database = database;
        this.sourceId = sourceId;
        this.now = now.toString();
        this.lines = new KnownLines(database, sourceId, by);
    }

    /** A line's place: its entry of the timeline and its key therein. */
    private record Entry(long interactionId, String lineKey) {}

    /** What a line says, for telling a repetition from a contradiction. */
    private record Line(
            @Nullable Long productId,
            BigDecimal quantity,
            BigDecimal unitPrice,
            BigDecimal amount,
            @Nullable String currency) {}

    private record NewLine(FactKeys.Place place, PurchaseLineDraft draft, Line line) {}

    List<Recorded> run(List<PurchaseLineDraft> drafts, Map<String, Integer> touchpointIds) {
        List<@Nullable PurchaseLineDraft> named = lines.named(drafts);
        var firsts = new LinkedHashMap<UUID, PurchaseLineDraft>();
        for (PurchaseLineDraft draft : named) {
            if (draft != null && hasRate(draft, draft.occurredAt())) {
                firsts.putIfAbsent(key(draft), draft);
            }
        }
        Map<UUID, FactKeys.Place> places = new FactKeys(database)
                .take(
                        sourceId,
                        firsts.entrySet().stream()
                                .map(first -> new FactKeys.Wish(
                                        first.getKey(), first.getValue().occurredAt()))
                                .toList());
        insertNewEntries(firsts, places, touchpointIds);
        loadKnown(places);
        List<Recorded> results = new ArrayList<>(drafts.size());
        for (PurchaseLineDraft draft : named) {
            results.add(draft == null ? Recorded.READ_OTHERWISE : decide(draft, places.get(key(draft))));
        }
        insertNewLines();
        noteAliases();
        return results;
    }

    private static UUID key(PurchaseLineDraft draft) {
        return Keys.of(kind(draft.isReturn()), draft.order());
    }

    static String kind(boolean isReturn) {
        return isReturn ? RETURN : PURCHASE;
    }

    private boolean hasRate(PurchaseLineDraft draft, Instant moment) {
        return rates.at(draft.currency(), moment) != null;
    }

    /** @param place null when no line of the order has a rate */
    private Recorded decide(PurchaseLineDraft draft, FactKeys.@Nullable Place place) {
        // a line's time is that of its order
        if (place == null || !hasRate(draft, place.occurredAt())) {
            return Recorded.NO_RATE;
        }
        Long customer = draft.customer() == null ? null : draft.customer().value();
        if (!Objects.equals(customer, customerOf.get(place.interactionId()))) {
            return Recorded.OTHER_CUSTOMER;
        }
        var entry = new Entry(place.interactionId(), draft.lineKey());
        Line line = line(draft);
        Line old = known.putIfAbsent(entry, line);
        if (old != null) {
            return old.equals(line) ? Recorded.UNCHANGED : Recorded.CONFLICT;
        }
        newLines.add(new NewLine(place, draft, line));
        return Recorded.CREATED;
    }

    private Line line(PurchaseLineDraft draft) {
        BigDecimal quantity = draft.quantity().setScale(QUANTITY_DECIMALS, RoundingMode.HALF_UP);
        BigDecimal price = draft.unitPrice().setScale(MONEY_DECIMALS, RoundingMode.HALF_UP);
        BigDecimal amount =
                quantity.multiply(price).subtract(draft.discount()).setScale(MONEY_DECIMALS, RoundingMode.HALF_UP);
        return new Line(
                draft.product() == null ? null : draft.product().value(),
                quantity,
                price,
                amount,
                rates.foreign(draft.currency()));
    }

    private void insertNewEntries(
            Map<UUID, PurchaseLineDraft> firsts, Map<UUID, FactKeys.Place> places, Map<String, Integer> touchpointIds) {
        if (places.values().stream().noneMatch(FactKeys.Place::isNew)) {
            return;
        }
        BulkCopy.into(database, InteractionRecording.COLUMNS, copy -> {
            for (var first : firsts.entrySet()) {
                FactKeys.Place place = Objects.requireNonNull(places.get(first.getKey()));
                if (place.isNew()) {
                    PurchaseLineDraft draft = first.getValue();
                    Long customer =
                            draft.customer() == null ? null : draft.customer().value();
                    customerOf.put(place.interactionId(), customer);
                    copy.value(place.interactionId())
                            .time(place.occurredAt())
                            .value(customer)
                            .value(kind(draft.isReturn()))
                            .value(touchpointIds.get(draft.touchpoint().name()))
                            .value(sourceId)
                            .value(draft.order())
                            .value(null)
                            .value(null)
                            .value(now)
                            .value(by == null ? null : by.value());
                    copy.endRow();
                }
            }
        });
    }

    private void loadKnown(Map<UUID, FactKeys.Place> places) {
        var old = places.values().stream().filter(place -> !place.isNew()).toList();
        if (old.isEmpty()) {
            return;
        }
        Long[] ids = old.stream().map(FactKeys.Place::interactionId).toArray(Long[]::new);
        var times = old.stream()
                .collect(Collectors.summarizingLong(place -> place.occurredAt().getEpochSecond()));
        // the bounds let PostgreSQL visit only the years concerned
        OffsetDateTime first = InteractionRecording.time(times.getMin());
        OffsetDateTime last = InteractionRecording.time(times.getMax() + 1);
        database.select(INTERACTION.ID, INTERACTION.CUSTOMER_ID)
                .from(INTERACTION)
                .where(INTERACTION.ID.eq(DSL.any(ids)), INTERACTION.OCCURRED_AT.between(first, last))
                .forEach(row -> customerOf.put(row.value1(), row.value2()));
        database.select(
                        PURCHASE_LINE.INTERACTION_ID,
                        PURCHASE_LINE.LINE_KEY,
                        PURCHASE_LINE.PRODUCT_ID,
                        PURCHASE_LINE.QUANTITY,
                        PURCHASE_LINE.UNIT_PRICE,
                        PURCHASE_LINE.AMOUNT,
                        PURCHASE_LINE.CURRENCY)
                .from(PURCHASE_LINE)
                .where(PURCHASE_LINE.INTERACTION_ID.eq(DSL.any(ids)), PURCHASE_LINE.OCCURRED_AT.between(first, last))
                .forEach(row -> known.put(
                        new Entry(row.value1(), row.value2()),
                        new Line(row.value3(), row.value4(), row.value5(), row.value6(), row.value7())));
    }

    private void insertNewLines() {
        if (newLines.isEmpty()) {
            return;
        }
        BulkCopy.into(
                database,
                "timeline.purchase_line (interaction_id, occurred_at, line_key, customer_id, product_id, quantity, "
                        + "unit_price, amount, cost, currency, change_set_id)",
                copy -> {
                    for (NewLine each : newLines) {
                        BigDecimal unitCost = each.draft().unitCost();
                        copy.value(each.place().interactionId())
                                .time(each.place().occurredAt())
                                .value(each.draft().lineKey())
                                .value(customerOf.get(each.place().interactionId()))
                                .value(each.line().productId())
                                .value(each.line().quantity())
                                .value(each.line().unitPrice())
                                .value(each.line().amount())
                                .value(
                                        unitCost == null
                                                ? null
                                                : each.line().quantity().multiply(unitCost))
                                .value(each.line().currency())
                                .value(by == null ? null : by.value());
                        copy.endRow();
                    }
                });
    }

    private void noteAliases() {
        lines.note(newLines.stream()
                .flatMap(each -> each.draft().writtenAs().stream()
                        .map(name -> new KnownLines.Alias(name, each.place().interactionId())))
                .toList());
    }
}
