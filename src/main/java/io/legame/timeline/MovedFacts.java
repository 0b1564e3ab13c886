package io.legame.timeline;

import io.legame.customers.CustomerId;
import io.legame.customers.MergeId;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.DSLContext;

/** Facts of customers that became one with others: the only thing about a fact that ever changes is whose it is. */
final class MovedFacts {
    private static final Pattern INTERACTION = Pattern.compile("interaction:([0-9]{1,18})");

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
        database.execute("""
                insert into timeline.merge_mark (merge_id, last_interaction_id)
                select ?, case when is_called then last_value else 0 end from timeline.interaction_id
                """, merge.value());
        give(merge, Long.toString(to.value()));
    }

    /** Whose they were. */
    Set<CustomerId> of(MergeId merge) {
        return new HashSet<>(database.resultQuery(
                        "select distinct customer_id from timeline.moved_fact where merge_id = ?", merge.value())
                .fetch(row -> new CustomerId(row.get(0, Long.class))));
    }

    void moveBack(MergeId merge, CustomerId survivor, Map<String, CustomerId> since) {
        add(merge, survivor, since);
        give(merge, "m.customer_id");
        database.execute("delete from timeline.merge_mark where merge_id = ?", merge.value());
        database.execute("delete from timeline.moved_fact where merge_id = ?", merge.value());
    }

    /** What happened since moves with the rest. */
    private void add(MergeId merge, CustomerId survivor, Map<String, CustomerId> since) {
        var owners = new TreeMap<Long, Long>();
        since.forEach((name, owner) -> {
            Matcher number = INTERACTION.matcher(name);
            if (number.matches()) {
                owners.put(Long.valueOf(number.group(1)), owner.value());
            }
        });
        database.execute(
                """
                insert into timeline.moved_fact (merge_id, interaction_id, occurred_at, customer_id)
                select k.merge_id, i.id, i.occurred_at, since.owner
                from unnest(?::bigint[], ?::bigint[]) as since (id, owner)
                join timeline.interaction i on i.id = since.id
                join timeline.merge_mark k on i.id > k.last_interaction_id
                where k.merge_id = ? and i.customer_id = ?
                """,
                owners.keySet().toArray(Long[]::new),
                owners.values().toArray(Long[]::new),
                merge.value(),
                survivor.value());
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
