package io.legame.timeline;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;

/** Finds lines of purchases and returns by their names. */
final class RecordedLines {
    private final DSLContext database;

    RecordedLines(DSLContext database) {
        this.database = database;
    }

    Set<PurchaseLineName> of(String source, Collection<PurchaseLineName> wanted) {
        if (wanted.isEmpty()) {
            return Set.of();
        }
        List<PurchaseLineName> lines = List.copyOf(wanted);
        var found = new HashSet<PurchaseLineName>();
        database.fetch(
                        """
                        select distinct wanted.place::int
                        from unnest(?::uuid[], ?::text[]) with ordinality as wanted (key, line_key, place)
                        join timeline.source s on s.name = ?
                        join timeline.fact_key k on k.source_id = s.id and k.key = wanted.key
                        join timeline.purchase_line l on l.interaction_id = k.interaction_id
                            and l.occurred_at = k.occurred_at and l.line_key = wanted.line_key
                        """,
                        lines.stream()
                                .map(line -> Keys.of(PurchaseRecording.kind(line.isReturn()), line.order()))
                                .toArray(UUID[]::new),
                        lines.stream().map(PurchaseLineName::lineKey).toArray(String[]::new),
                        source)
                .forEach(row -> found.add(lines.get(row.get(0, Integer.class) - 1)));
        return found;
    }
}
