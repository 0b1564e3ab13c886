package io.legame.customers;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Relations follow customers who become one with others, and come back. */
@Component
class RelatedCustomers implements CustomerFacts {
    private final DSLContext database;

    RelatedCustomers(DSLContext database) {
        this.database = database;
    }

    @Override
    public Set<CustomerId> known(Collection<CustomerId> customers) {
        return database
                .resultQuery("""
                        select from_id from customers.relation where from_id = any (?) and removed_at is null
                        union
                        select to_id from customers.relation where to_id = any (?) and removed_at is null
                        """, values(customers), values(customers))
                .fetch(row -> new CustomerId(row.get(0, Long.class)))
                .stream()
                .collect(Collectors.toSet());
    }

    private static Long[] values(Collection<CustomerId> customers) {
        return customers.stream().map(CustomerId::value).toArray(Long[]::new);
    }

    /** To be related is nothing that happened. */
    @Override
    public Map<CustomerId, Long> count(Collection<CustomerId> customers) {
        return Map.of();
    }

    @Override
    public void move(MergeId merge, Collection<CustomerId> from, CustomerId to) {
        Long[] moved = values(from);
        database.execute("""
                insert into customers.moved_relation (merge_id, relation_id, from_id, to_id)
                select ?, id, case when from_id = any (?) then from_id end, case when to_id = any (?) then to_id end
                from customers.relation where from_id = any (?) or to_id = any (?)
                """, merge.value(), moved, moved, moved, moved);
        database.execute("update customers.relation set from_id = ? where from_id = any (?)", to.value(), moved);
        database.execute("update customers.relation set to_id = ? where to_id = any (?)", to.value(), moved);
    }

    @Override
    public void moveBack(MergeId merge, CustomerId survivor, Map<String, CustomerId> since) {
        // only the ends that this merge moved: the other one may have become part of somebody else since
        database.execute("""
                update customers.relation r
                set from_id = coalesce(m.from_id, r.from_id), to_id = coalesce(m.to_id, r.to_id)
                from customers.moved_relation m where m.merge_id = ? and r.id = m.relation_id
                """, merge.value());
        database.execute("delete from customers.moved_relation where merge_id = ?", merge.value());
    }

    /** They go with the customer. */
    @Override
    public void forget(Collection<CustomerId> customers) {}
}
