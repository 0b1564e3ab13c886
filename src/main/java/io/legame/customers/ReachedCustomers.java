package io.legame.customers;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Addresses follow customers who become one with others, and come back. How somebody wants to be reached stays with each
 * of them; who becomes one with others, and has said nothing, takes what the first of them said.
 */
@Component
class ReachedCustomers implements CustomerFacts {
    private final DSLContext database;

    ReachedCustomers(DSLContext database) {
        this.database = database;
    }

    /** An address is part of its customer, and goes with it. */
    @Override
    public Set<CustomerId> known(Collection<CustomerId> customers) {
        return Set.of();
    }

    @Override
    public Map<CustomerId, Long> count(Collection<CustomerId> customers) {
        return Map.of();
    }

    @Override
    public void move(MergeId merge, Collection<CustomerId> from, CustomerId to) {
        Long[] moved = from.stream().map(CustomerId::value).toArray(Long[]::new);
        database.execute("""
                insert into customers.moved_address (merge_id, address_id, customer_id)
                select ?, id, customer_id from customers.address where customer_id = any (?)
                """, merge.value(), moved);
        database.execute("update customers.address set customer_id = ? where customer_id = any (?)", to.value(), moved);
        database.execute("""
                insert into customers.contact_preference
                    (customer_id, channel, languages, days, from_time, until_time, note, merge_id, change_set_id, changed_at)
                select ?, channel, languages, days, from_time, until_time, note, ?, change_set_id, changed_at
                from customers.contact_preference where customer_id = any (?) order by changed_at desc, customer_id limit 1
                on conflict do nothing
                """, to.value(), merge.value(), moved);
    }

    @Override
    public void moveBack(MergeId merge, CustomerId survivor, Map<String, CustomerId> since) {
        database.execute("""
                update customers.address a set customer_id = m.customer_id from customers.moved_address m
                where m.merge_id = ? and a.id = m.address_id
                """, merge.value());
        database.execute("delete from customers.moved_address where merge_id = ?", merge.value());
        database.execute("delete from customers.contact_preference where merge_id = ?", merge.value());
    }

    /** They are part of the customer, and go with it. */
    @Override
    public void forget(Collection<CustomerId> customers) {}
}
