package io.legame.timeline;

import io.legame.customers.CustomerId;
import io.legame.customers.MergeId;
import java.util.Collection;
import org.jooq.DSLContext;

/** Facts of customers that became one with others: the only thing about a fact that ever changes is whose it is. */
final class MovedFacts {
    private final DSLContext database;

    MovedFacts(DSLContext database) {
        this.database = database;
    }

    void move(MergeId merge, Collection<CustomerId> from, CustomerId to) {
        database.execute(
                """
                insert into timeline.moved_fact (merge_id, interaction_id, occurred_at, customer_id)
                select ?, id, occurred_at, customer_id from timeline.interaction where customer_id = any (?)
                """, merge.value(), from.stream().map(CustomerId::value).toArray(Long[]::new));
        give(merge, Long.toString(to.value()));
    }

    void moveBack(MergeId merge) {
        give(merge, "m.customer_id");
        database.execute("delete from timeline.moved_fact where merge_id = ?", merge.value());
    }

    /** @param owner an expression: a number, or a column of the facts moved */
    private void give(MergeId merge, String owner) {
        give(merge, owner, "interaction", "id");
        give(merge, owner, "purchase_line", "interaction_id");
        // so that the copies of projections are made again
        database.execute("""
                insert into timeline.fact_erasure (interaction_id)
                select interaction_id from timeline.moved_fact where merge_id = ? on conflict do nothing
                """, merge.value());
    }

    private void give(MergeId merge, String owner, String table, String id) {
        database.execute("""
                update timeline.%s t set customer_id = %s from timeline.moved_fact m
                where m.merge_id = ? and t.%s = m.interaction_id and t.occurred_at = m.occurred_at
                """.formatted(table, owner, id), merge.value());
    }
}
