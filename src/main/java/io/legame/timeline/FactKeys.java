package io.legame.timeline;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;

/** Who comes first with a key gets its fact recorded; everybody else finds what was recorded. */
final class FactKeys {
    private final DSLContext database;

    FactKeys(DSLContext database) {
        this.database = database;
    }

    /** A fact's place in the tables. */
    record Place(long interactionId, Instant occurredAt, boolean isNew) {}

    record Wish(UUID key, Instant occurredAt) {}

    /** Takes the keys for the source: new ones get the time wished, known ones keep theirs. One wish a key. */
    Map<UUID, Place> take(int sourceId, Collection<Wish> wishes) {
        // always in the same order, so that two writers never wait for each other in a circle
        List<Wish> ordered =
                wishes.stream().sorted(Comparator.comparing(Wish::key)).toList();
        UUID[] keys = ordered.stream().map(Wish::key).toArray(UUID[]::new);
        var places = new HashMap<UUID, Place>();
        database.resultQuery(
                        """
                        insert into timeline.fact_key (source_id, key, interaction_id, occurred_at)
                        select ?, key, nextval('timeline.interaction_id'), occurred_at
                        from unnest(?::uuid[], ?::timestamptz[]) as wish (key, occurred_at)
                        on conflict do nothing
                        returning key, interaction_id, occurred_at
                        """,
                        sourceId,
                        keys,
                        ordered.stream()
                                .map(wish -> wish.occurredAt().atOffset(ZoneOffset.UTC))
                                .toArray(java.time.OffsetDateTime[]::new))
                .forEach(row -> places.put(row.get(0, UUID.class), place(row, true)));
        if (places.size() < ordered.size()) {
            var known = new ArrayList<>(List.of(keys));
            known.removeIf(places::containsKey);
            database.resultQuery("""
                            select key, interaction_id, occurred_at from timeline.fact_key
                            where source_id = ? and key = any (?)
                            """, sourceId, known.toArray(UUID[]::new))
                    .forEach(row -> places.put(row.get(0, UUID.class), place(row, false)));
        }
        return places;
    }

    private static Place place(org.jooq.Record row, boolean isNew) {
        return new Place(
                row.get(1, Long.class),
                row.get(2, java.time.OffsetDateTime.class).toInstant(),
                isNew);
    }
}
