package io.legame.timeline;

import static io.legame.timeline.db.Tables.INTERACTION;
import static io.legame.timeline.db.Tables.PURCHASE_LINE;

import io.legame.access.ChangeSetId;
import io.legame.customers.CustomerId;
import io.legame.timeline.db.tables.records.InteractionRecord;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes facts back that a change set recorded by mistake, a stretch at a time: the one way in which facts go again. */
@Component
public class FactUndo {
    private final DSLContext database;
    private final Meetings meetings;

    FactUndo(DSLContext database, Meetings meetings) {
        this.database = database;
        this.meetings = meetings;
    }

    /**
     * One stretch.
     *
     * @param end the last interaction looked at; null when there is none left
     * @param done interactions, or lines of others' orders, that are no more
     * @param kept orders that stay, because others recorded lines of them since
     */
    public record Step(@Nullable Long end, int done, int kept) {}

    /** Takes back the interactions that the change set began, with its own lines of them. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Step interactions(ChangeSetId what, long after, int limit) {
        List<InteractionRecord> begun = database.selectFrom(INTERACTION)
                .where(INTERACTION.CHANGE_SET_ID.eq(what.value()), INTERACTION.ID.gt(after))
                .orderBy(INTERACTION.ID)
                .limit(limit)
                .fetch();
        if (begun.isEmpty()) {
            return new Step(null, 0, 0);
        }
        Long[] ids = begun.stream().map(InteractionRecord::getId).toArray(Long[]::new);
        deleteLines(what, ids);
        List<Long> shared = database.selectDistinct(PURCHASE_LINE.INTERACTION_ID)
                .from(PURCHASE_LINE)
                .where(PURCHASE_LINE.INTERACTION_ID.eq(org.jooq.impl.DSL.any(ids)))
                .fetch(PURCHASE_LINE.INTERACTION_ID);
        var keptIds = new java.util.HashSet<>(shared);
        List<InteractionRecord> gone =
                begun.stream().filter(row -> !keptIds.contains(row.getId())).toList();
        delete(gone);
        meetings.refresh(gone.stream()
                .flatMap(row -> Stream.ofNullable(row.getCustomerId()).map(CustomerId::new))
                .distinct()
                .toList());
        note(List.of(ids));
        return new Step(begun.getLast().getId(), gone.size(), shared.size());
    }

    private int deleteLines(ChangeSetId what, Long[] ids) {
        database.execute(
                "delete from timeline.line_alias where change_set_id = ? and interaction_id = any (?)",
                what.value(),
                ids);
        return database.execute(
                "delete from timeline.purchase_line where change_set_id = ? and interaction_id = any (?)",
                what.value(),
                ids);
    }

    private void delete(List<InteractionRecord> gone) {
        database.execute(
                """
                delete from timeline.interaction i using unnest(?::bigint[], ?::timestamptz[]) as gone (id, occurred_at)
                where i.id = gone.id and i.occurred_at = gone.occurred_at
                """,
                gone.stream().map(InteractionRecord::getId).toArray(Long[]::new),
                gone.stream().map(InteractionRecord::getOccurredAt).toArray(OffsetDateTime[]::new));
        database.execute("delete from timeline.moved_fact where interaction_id = any (?)", (Object)
                gone.stream().map(InteractionRecord::getId).toArray(Long[]::new));
        database.execute(
                """
                delete from timeline.fact_key k using unnest(?::int[], ?::uuid[]) as gone (source_id, key)
                where k.source_id = gone.source_id and k.key = gone.key
                """,
                gone.stream().map(InteractionRecord::getSourceId).toArray(Integer[]::new),
                gone.stream()
                        .map(row -> Keys.of(row.getKind(), row.getSourceKey()))
                        .toArray(UUID[]::new));
    }

    /** Takes back the lines that the change set added to orders that others began. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Step lines(ChangeSetId what, long after, int limit) {
        List<Long> ids = database.selectDistinct(PURCHASE_LINE.INTERACTION_ID)
                .from(PURCHASE_LINE)
                .where(PURCHASE_LINE.CHANGE_SET_ID.eq(what.value()), PURCHASE_LINE.INTERACTION_ID.gt(after))
                .orderBy(PURCHASE_LINE.INTERACTION_ID)
                .limit(limit)
                .fetch(PURCHASE_LINE.INTERACTION_ID);
        if (ids.isEmpty()) {
            return new Step(null, 0, 0);
        }
        int done = deleteLines(what, ids.toArray(Long[]::new));
        note(ids);
        return new Step(ids.getLast(), done, 0);
    }

    /** Removes the touchpoints where nothing happened any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forgetTouchpoints() {
        // what others recorded there until now is seen by the next statement
        var tables = new TimelineTables(database);
        tables.forgetTouchpoints(tables.lockTouchpoints());
    }

    private void note(Collection<Long> ids) {
        database.execute("""
                insert into timeline.fact_erasure (interaction_id) select unnest(?::bigint[]) on conflict do nothing
                """, (Object) ids.toArray(Long[]::new));
    }
}
