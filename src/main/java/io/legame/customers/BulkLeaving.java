package io.legame.customers;

import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;

/**
 * Puts some of many customers away.
 *
 * @param at the moment of the stretch: who left at that very moment left by it
 */
record BulkLeaving(DSLContext database, Leaving.As as, OffsetDateTime at, String by) implements BulkWork.TakenBack {
    private static final String CHANGED = "changed_in = pg_current_xact_id()::text::bigint";

    @Override
    public Done run(List<Long> ids) {
        List<Long> gone = database.resultQuery("""
                        update customers.customer set left_as = ?, left_at = ?::timestamptz, left_by = ?, %s
                        where id = any (?) and left_as is null returning id
                        """.formatted(CHANGED), as.code(), at, by, ids.toArray(Long[]::new))
                .fetch(0, Long.class);
        CustomerDepartures.tell(database, gone);
        int away = database.fetchSingle(
                        "select count(*) from customers.customer where id = any (?) and left_as = ?",
                        ids.toArray(Long[]::new),
                        as.code())
                .get(0, Integer.class);
        return new Done(new HashSet<>(gone), away - gone.size());
    }

    @Override
    public Set<Long> takeBack(List<Long> ids) {
        List<Long> back = database.resultQuery("""
                        update customers.customer set left_as = null, left_at = null, left_by = null, %s
                        where id = any (?) and left_as = ? and left_at = ?::timestamptz returning id
                        """.formatted(CHANGED), ids.toArray(Long[]::new), as.code(), at)
                .fetch(0, Long.class);
        CustomerDepartures.tellBack(database, back);
        return new HashSet<>(back);
    }
}
