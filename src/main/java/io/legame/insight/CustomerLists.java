package io.legame.insight;

import io.legame.customers.CustomerFacts;
import io.legame.customers.CustomerId;
import io.legame.customers.MergeId;
import io.legame.platform.BulkCopy;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.LongStream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Customers that somebody put on lists, which the warehouse knows as {@link WarehouseTables#LISTED}. Whoever becomes part
 * of another customer stays on their lists for the day when they are themselves again; the other one stands for them
 * meanwhile.
 */
@Component
@Transactional
public class CustomerLists implements CustomerFacts {
    private final DSLContext database;

    CustomerLists(DSLContext database) {
        this.database = database;
    }

    /** A new list with nobody on it; returns its number. */
    public long begin() {
        return Objects.requireNonNull(
                database.fetchSingle("select nextval('insight.list_id')").get(0, Long.class));
    }

    /** Writes those who are on a new list, any number of them. */
    public void fill(long list, LongStream customers) {
        BulkCopy.into(database, "insight.listed (list_id, customer_id)", copy -> {
            var each = customers.iterator();
            while (each.hasNext()) {
                copy.value(list).value(each.nextLong()).endRow();
            }
        });
    }

    /** Returns how many were not on the list yet. Numbers that are no customer's are left out. */
    public int add(long list, Collection<CustomerId> customers) {
        return database.execute("""
                insert into insight.listed (list_id, customer_id)
                select ?, id from customers.customer where id = any (?)
                on conflict (list_id, customer_id) do nothing
                """, list, values(customers));
    }

    /** Returns how many were on the list. */
    public int remove(long list, Collection<CustomerId> customers) {
        int removed = database.execute(
                "delete from insight.listed where list_id = ? and customer_id = any (?)", list, values(customers));
        database.execute("""
                insert into insight.unlisted (list_id, customer_id) select ?, unnest(?::bigint[])
                on conflict (list_id, customer_id) do update set changed_in = excluded.changed_in
                """, list, values(customers));
        return removed;
    }

    private static Long[] values(Collection<CustomerId> customers) {
        return customers.stream().map(CustomerId::value).distinct().toArray(Long[]::new);
    }

    /** A list keeps nobody from being taken back with the import that brought them. */
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
        database.execute("""
                insert into insight.listed (list_id, customer_id, merge_id)
                select distinct list_id, ?::bigint, ?::bigint from insight.listed where customer_id = any (?)
                on conflict (list_id, customer_id) do nothing
                """, to.value(), merge.value(), values(from));
    }

    @Override
    public void moveBack(MergeId merge, CustomerId survivor, Map<String, CustomerId> since) {
        List<Long> lists = database.fetch(
                        "delete from insight.listed where merge_id = ? returning list_id", merge.value())
                .map(row -> row.get(0, Long.class));
        lists.forEach(list -> remove(list, List.of(survivor)));
    }

    @Override
    public void forget(Collection<CustomerId> customers) {
        database.execute("delete from insight.listed where customer_id = any (?)", (Object) values(customers));
    }
}
