package io.legame.timeline;

import static io.legame.timeline.db.Tables.INTERACTION;
import static io.legame.timeline.db.Tables.SOURCE;
import static io.legame.timeline.db.Tables.TOUCHPOINT;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Sources and touchpoints by name, made when they are first named. */
final class TimelineTables {
    private final DSLContext database;

    TimelineTables(DSLContext database) {
        this.database = database;
    }

    int sourceId(String name) {
        Integer known = database.select(SOURCE.ID)
                .from(SOURCE)
                .where(SOURCE.NAME.eq(name))
                .fetchOne(SOURCE.ID);
        if (known != null) {
            return known;
        }
        database.insertInto(SOURCE).set(SOURCE.NAME, name).onConflictDoNothing().execute();
        return database.select(SOURCE.ID)
                .from(SOURCE)
                .where(SOURCE.NAME.eq(name))
                .fetchSingle(SOURCE.ID);
    }

    Map<String, Integer> touchpointIds(Collection<Touchpoint> touchpoints) {
        Map<String, Integer> ids = new HashMap<>(known(touchpoints));
        Set<Touchpoint> missing = touchpoints.stream()
                .filter(touchpoint -> !ids.containsKey(touchpoint.name()))
                .collect(Collectors.toSet());
        if (missing.isEmpty()) {
            return ids;
        }
        for (Touchpoint touchpoint : missing) {
            database.insertInto(TOUCHPOINT)
                    .set(TOUCHPOINT.NAME, touchpoint.name())
                    .set(TOUCHPOINT.CHANNEL, touchpoint.channel().code())
                    .onConflictDoNothing()
                    .execute();
        }
        return known(touchpoints);
    }

    private Map<String, Integer> known(Collection<Touchpoint> touchpoints) {
        String[] names = touchpoints.stream().map(Touchpoint::name).distinct().toArray(String[]::new);
        return database.select(TOUCHPOINT.NAME, TOUCHPOINT.ID)
                .from(TOUCHPOINT)
                .where(TOUCHPOINT.NAME.eq(DSL.any(names)))
                // nobody removes them before the facts that are about to be recorded are there
                .forKeyShare()
                .fetchMap(TOUCHPOINT.NAME, TOUCHPOINT.ID);
    }

    /** Removes those of the touchpoints where nothing happened; they are locked since before that was so. */
    void forgetTouchpoints(Integer[] locked) {
        database.execute("""
                with forgotten as (
                    delete from timeline.touchpoint t
                    where id = any (?) and not exists (select from timeline.interaction i where i.touchpoint_id = t.id)
                    returning t.id
                )
                insert into timeline.touchpoint_erasure (touchpoint_id) select id from forgotten
                """, (Object) locked);
    }

    /** Waits for whoever records at any touchpoint, and makes others wait until the transaction ends. */
    Integer[] lockTouchpoints() {
        return database.select(TOUCHPOINT.ID)
                .from(TOUCHPOINT)
                .orderBy(TOUCHPOINT.ID)
                .forUpdate()
                .fetchArray(TOUCHPOINT.ID);
    }

    /** Waits for whoever records at the touchpoints of the source, and makes others wait until the transaction ends. */
    Integer[] lockTouchpointsOf(int sourceId) {
        return database.select(TOUCHPOINT.ID)
                .from(TOUCHPOINT)
                .where(TOUCHPOINT.ID.in(DSL.selectDistinct(INTERACTION.TOUCHPOINT_ID)
                        .from(INTERACTION)
                        .where(INTERACTION.SOURCE_ID.eq(sourceId))))
                .orderBy(TOUCHPOINT.ID)
                .forUpdate()
                .fetchArray(TOUCHPOINT.ID);
    }
}
