package io.legame.access;

import static io.legame.access.db.Tables.CHANGE_SET;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where values come from: every change of the base belongs to a change set, which knows who, when and by what. */
@Component
public class ChangeSets {
    private final DSLContext database;
    private final InstantSource clock;

    ChangeSets(DSLContext database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Opens a set of whoever sent the request that is being answered, or of Legame itself outside of requests. */
    public ChangeSetId open(ChangeSet.Kind kind, String title, @Nullable Long reference) {
        return open(Actor.current(), kind, title, reference);
    }

    public ChangeSetId open(Actor actor, ChangeSet.Kind kind, String title, @Nullable Long reference) {
        return new ChangeSetId(database.insertInto(CHANGE_SET)
                .set(CHANGE_SET.KIND, kind.code())
                .set(CHANGE_SET.AT, clock.instant().atOffset(ZoneOffset.UTC))
                .set(CHANGE_SET.ACTOR_KIND, actor.kind().column())
                .set(CHANGE_SET.ACTOR_ID, actor.id())
                .set(CHANGE_SET.ACTOR_NAME, actor.name())
                .set(CHANGE_SET.TITLE, title)
                .set(CHANGE_SET.REFERENCE, reference)
                .returningResult(CHANGE_SET.ID)
                .fetchSingle(CHANGE_SET.ID));
    }

    /** The sets that took another back, with the one that each took back, as far as either is one of these. */
    public Map<ChangeSetId, ChangeSetId> undone(Collection<ChangeSetId> ids) {
        Long[] values = ids.stream().map(ChangeSetId::value).distinct().toArray(Long[]::new);
        return database.select(CHANGE_SET.ID, CHANGE_SET.REFERENCE)
                .from(CHANGE_SET)
                .where(
                        CHANGE_SET.ID.eq(DSL.any(values)).or(CHANGE_SET.REFERENCE.eq(DSL.any(values))),
                        CHANGE_SET.KIND.eq(ChangeSet.Kind.UNDO.code()),
                        CHANGE_SET.REFERENCE.isNotNull())
                .fetchMap(row -> new ChangeSetId(row.value1()), row -> new ChangeSetId(row.value2()));
    }

    /** The sets by their ids, those unknown left out. */
    public Map<ChangeSetId, ChangeSet> find(Collection<ChangeSetId> ids) {
        Long[] values = ids.stream().map(ChangeSetId::value).distinct().toArray(Long[]::new);
        return database.selectFrom(CHANGE_SET)
                .where(CHANGE_SET.ID.eq(DSL.any(values)))
                .fetchMap(
                        row -> new ChangeSetId(row.getId()),
                        row -> new ChangeSet(
                                new ChangeSetId(row.getId()),
                                ChangeSet.Kind.valueOf(row.getKind().toUpperCase(Locale.ROOT)),
                                row.getAt().toInstant(),
                                new Actor(
                                        Actor.Kind.valueOf(row.getActorKind().toUpperCase(Locale.ROOT)),
                                        row.getActorId(),
                                        row.getActorName()),
                                row.getTitle(),
                                row.getReference()));
    }
}
