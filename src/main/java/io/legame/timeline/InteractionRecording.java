package io.legame.timeline;

import static io.legame.timeline.db.Tables.INTERACTION;

import io.legame.access.ChangeSetId;
import io.legame.platform.BulkCopy;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** One batch of facts that are no purchases on its way to the timeline. */
final class InteractionRecording {
    static final String COLUMNS = "timeline.interaction (id, occurred_at, customer_id, kind, touchpoint_id, source_id, "
            + "source_key, summary, detail, recorded_at, change_set_id)";

    private final DSLContext database;
    private final JsonMapper json;
    private final int sourceId;
    /** Written out once for all rows. */
    private final String now;

    private final @Nullable ChangeSetId by;

    private final Set<UUID> told = new HashSet<>();

    InteractionRecording(
            DSLContext database, JsonMapper json, int sourceId, OffsetDateTime now, @Nullable ChangeSetId by) {
        this.database = database;
        this.json = json;
        this.sourceId = sourceId;
        this.now = now.toString();
        this.by = by;
    }

    List<Recorded> run(List<InteractionDraft> facts, Map<String, Integer> touchpointIds) {
        var firsts = new LinkedHashMap<UUID, InteractionDraft>();
        List<UUID> keys = new ArrayList<>(facts.size());
        for (InteractionDraft fact : facts) {
            UUID key = Keys.of(fact.kind(), fact.key());
            keys.add(key);
            firsts.putIfAbsent(key, fact);
        }
        Map<UUID, FactKeys.Place> places = new FactKeys(database)
                .take(
                        sourceId,
                        firsts.entrySet().stream()
                                .map(first -> new FactKeys.Wish(
                                        first.getKey(), first.getValue().occurredAt()))
                                .toList());
        insertNew(firsts, places, touchpointIds);
        Map<Long, Content> known = known(places);
        List<Recorded> results = new ArrayList<>(facts.size());
        for (int i = 0; i < facts.size(); i++) {
            results.add(result(facts.get(i), keys.get(i), firsts, places, known, touchpointIds));
        }
        return results;
    }

    private Recorded result(
            InteractionDraft fact,
            UUID key,
            Map<UUID, InteractionDraft> firsts,
            Map<UUID, FactKeys.Place> places,
            Map<Long, Content> known,
            Map<String, Integer> touchpointIds) {
        FactKeys.Place place = java.util.Objects.requireNonNull(places.get(key));
        InteractionDraft first = java.util.Objects.requireNonNull(firsts.get(key));
        if (place.isNew()) {
            if (told.add(key)) {
                return Recorded.CREATED;
            }
            return fact.equals(first) ? Recorded.UNCHANGED : Recorded.CONFLICT;
        }
        return content(fact, touchpointIds).equals(known.get(place.interactionId()))
                ? Recorded.UNCHANGED
                : Recorded.CONFLICT;
    }

    private void insertNew(
            Map<UUID, InteractionDraft> firsts, Map<UUID, FactKeys.Place> places, Map<String, Integer> touchpointIds) {
        if (places.values().stream().noneMatch(FactKeys.Place::isNew)) {
            return;
        }
        BulkCopy.into(database, COLUMNS, copy -> {
            for (var first : firsts.entrySet()) {
                FactKeys.Place place = java.util.Objects.requireNonNull(places.get(first.getKey()));
                if (place.isNew()) {
                    InteractionDraft fact = first.getValue();
                    copy.value(place.interactionId())
                            .time(place.occurredAt())
                            .value(fact.customer().value())
                            .value(fact.kind())
                            .value(touchpointIds.get(fact.touchpoint().name()))
                            .value(sourceId)
                            .value(fact.key())
                            .value(fact.summary())
                            .value(fact.detail().isEmpty() ? null : json.writeValueAsString(fact.detail()))
                            .value(now)
                            .value(by == null ? null : by.value());
                    copy.endRow();
                }
            }
        });
    }

    /** What a fact says, for telling a repetition from a contradiction. */
    private record Content(
            OffsetDateTime occurredAt,
            long customerId,
            int touchpointId,
            @Nullable String summary,
            Map<String, String> detail) {}

    private static Content content(InteractionDraft fact, Map<String, Integer> touchpointIds) {
        return new Content(
                // PostgreSQL keeps microseconds
                fact.occurredAt()
                        .truncatedTo(java.time.temporal.ChronoUnit.MICROS)
                        .atOffset(ZoneOffset.UTC),
                fact.customer().value(),
                java.util.Objects.requireNonNull(
                        touchpointIds.get(fact.touchpoint().name())),
                fact.summary(),
                fact.detail());
    }

    private Map<Long, Content> known(Map<UUID, FactKeys.Place> places) {
        var old = places.values().stream().filter(place -> !place.isNew()).toList();
        if (old.isEmpty()) {
            return Map.of();
        }
        Long[] ids = old.stream().map(FactKeys.Place::interactionId).toArray(Long[]::new);
        var times = old.stream()
                .collect(Collectors.summarizingLong(place -> place.occurredAt().getEpochSecond()));
        var contents = new HashMap<Long, Content>();
        database.selectFrom(INTERACTION)
                .where(INTERACTION.ID.eq(DSL.any(ids)))
                // the bounds let PostgreSQL visit only the years concerned
                .and(INTERACTION.OCCURRED_AT.between(time(times.getMin()), time(times.getMax() + 1)))
                .forEach(row -> contents.put(
                        row.getId(),
                        new Content(
                                row.getOccurredAt().withOffsetSameInstant(ZoneOffset.UTC),
                                row.getCustomerId() == null ? 0 : row.getCustomerId(),
                                row.getTouchpointId(),
                                row.getSummary(),
                                row.getDetail() == null
                                        ? Map.of()
                                        : read(row.getDetail().data()))));
        return contents;
    }

    private Map<String, String> read(String detail) {
        return json.readValue(detail, new TypeReference<Map<String, String>>() {});
    }

    static OffsetDateTime time(long epochSecond) {
        return java.time.Instant.ofEpochSecond(epochSecond).atOffset(ZoneOffset.UTC);
    }
}
