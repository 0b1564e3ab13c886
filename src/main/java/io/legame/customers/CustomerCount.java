package io.legame.customers;

import static io.legame.customers.db.Tables.CUSTOMER;

import io.legame.access.Scope;
import io.legame.customers.Customers.Count;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** How many customers there are, without reading all of them whenever somebody opens the list. */
record CustomerCount(DSLContext database) {
    Count count() {
        int all = upTo(Count.EXACT + 1, CUSTOMER.LEFT_AS.isNull());
        return new Count(
                all <= Count.EXACT ? all : Scope.current().everybody() ? Math.max(all, kept()) : ofUnits(),
                upTo(Count.EXACT + 1, CUSTOMER.KEYED.isFalse().and(CUSTOMER.LEFT_AS.isNull())));
    }

    private int upTo(int limit, Condition condition) {
        return database.fetchCount(database.select(CUSTOMER.ID)
                .from(CUSTOMER)
                .where(condition, VisibleCustomers.condition(CUSTOMER.ID, CUSTOMER.LEFT_AS))
                .limit(limit));
    }

    private long ofUnits() {
        return database.fetchSingle(
                        "select count(distinct customer_id) from customers.customer_unit where unit_id = any (?)",
                        (Object) Scope.current().numbers())
                .get(0, Long.class);
    }

    /** As many as the statistics know; after a crash, which loses them, as many as the last look at the table told. */
    private long kept() {
        return database.fetchSingle("""
                        select greatest(pg_stat_get_live_tuples(oid), reltuples::bigint)
                        from pg_class where oid = 'customers.customer'::regclass
                        """).get(0, Long.class);
    }
}
