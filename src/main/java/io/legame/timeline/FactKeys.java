package io.legame.timeline;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        var places = new HashMap<UUID, Place>();
        // plain JDBC: thousands of keys a batch, and this is the one statement that every fact goes through
        database.connection(connection -> {
            insert(connection, sourceId, ordered, places);
            if (places.size() < ordered.size()) {
                find(connection, sourceId, ordered, places);
            }
        });
        return places;
    }

    private static void insert(Connection connection, int sourceId, List<Wish> wishes, Map<UUID, Place> places)
            throws SQLException {
        try (var statement = connection.prepareStatement("""
                insert into timeline.fact_key (source_id, key, interaction_id, occurred_at)
                select ?, key, nextval('timeline.interaction_id'),
                    timestamptz 'epoch' + micros * interval '1 microsecond'
                from unnest(?::uuid[], ?::bigint[]) as wish (key, micros)
                on conflict do nothing
                returning key, interaction_id
                """)) {
            var moments = new HashMap<UUID, Instant>();
            wishes.forEach(wish -> moments.put(wish.key(), wish.occurredAt().truncatedTo(ChronoUnit.MICROS)));
            statement.setInt(1, sourceId);
            statement.setArray(2, keys(connection, wishes));
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "int8",
                            wishes.stream()
                                    .map(wish -> ChronoUnit.MICROS.between(
                                            Instant.EPOCH, wish.occurredAt().truncatedTo(ChronoUnit.MICROS)))
                                    .toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    UUID key = rows.getObject(1, UUID.class);
                    places.put(key, new Place(rows.getLong(2), Objects.requireNonNull(moments.get(key)), true));
                }
            }
        }
    }

    private static void find(Connection connection, int sourceId, List<Wish> wishes, Map<UUID, Place> places)
            throws SQLException {
        try (var statement = connection.prepareStatement("""
                select key, interaction_id, occurred_at from timeline.fact_key where source_id = ? and key = any (?)
                """)) {
            statement.setInt(1, sourceId);
            statement.setArray(
                    2,
                    keys(
                            connection,
                            wishes.stream()
                                    .filter(wish -> !places.containsKey(wish.key()))
                                    .toList()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    places.put(
                            rows.getObject(1, UUID.class),
                            new Place(
                                    rows.getLong(2),
                                    rows.getObject(3, OffsetDateTime.class).toInstant(),
                                    false));
                }
            }
        }
    }

    private static Array keys(Connection connection, List<Wish> wishes) throws SQLException {
        return connection.createArrayOf("uuid", wishes.stream().map(Wish::key).toArray());
    }
}
