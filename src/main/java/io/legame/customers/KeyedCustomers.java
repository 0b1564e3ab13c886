package io.legame.customers;

import java.util.Arrays;
import java.util.Collection;
import org.jooq.DSLContext;

/** Which customers have the unique key. */
final class KeyedCustomers {
    private static final String[] LEFT_OUT = Arrays.stream(ValueFlag.Kind.values())
            .filter(ValueFlag.Kind::leftOut)
            .map(ValueFlag.Kind::name)
            .toArray(String[]::new);

    private final DSLContext database;

    KeyedCustomers(DSLContext database) {
        this.database = database;
    }

    /** @param lost customers that have it no more */
    record Rekeyed(long gained, long lost) {}

    /** Says of the customers anew whether they have the key. */
    Rekeyed rekey(Collection<Long> ids, Identity.Kind key) {
        return rekey("c.id = any (?)", ids.toArray(Long[]::new), key);
    }

    /** The same of all customers, which takes some twenty seconds for a million. */
    Rekeyed rekey(Identity.Kind key) {
        return rekey("?", true, key);
    }

    private Rekeyed rekey(String which, Object whichOnes, Identity.Kind key) {
        return database.resultQuery("""
                        with rekeyed as (
                            update customers.customer c
                            set keyed = not keyed, changed_in = pg_current_xact_id()::text::bigint
                            where %s and c.keyed <> exists (
                                select from customers.identity i where i.customer_id = c.id and i.kind = any (?))
                            returning keyed)
                        select count(*) filter (where keyed), count(*) filter (where not keyed) from rekeyed
                        """.formatted(which), whichOnes, codes(key))
                .fetchSingle(row -> new Rekeyed(row.get(0, Long.class), row.get(1, Long.class)));
    }

    /**
     * Makes the phones that customers have their identities, as they are when the phone is the unique key. One number
     * can tell one customer only: of those who share it, the one that is here longest.
     */
    void identifyByPhone() {
        database.execute("""
                insert into customers.identity (kind, source, value, customer_id, since, change_set_id)
                select 'phone', '', phone, id, created_at, change_set_id
                from (
                    select distinct on (phone) phone, id, created_at, change_set_id
                    from customers.customer where phone is not null order by phone, id) eldest
                on conflict do nothing
                """);
    }

    /** What choosing the key would do. */
    KeyReport.OfKind report(Identity.Kind key) {
        return database.resultQuery(
                        """
                        with owner as materialized (%s),
                        known as materialized (
                            select c.id, c.keyed, c.phone is not null as phone, o.customer_id is not null as has,
                                c.flags #>> array[?, 'kind'] = any (?) as left_out
                            from customers.customer c left join owner o on o.customer_id = c.id)
                        select
                            count(*) filter (where has),
                            (select count(*) from (
                                select from customers.identity where kind = any (?)
                                group by customer_id having count(*) > 1) more),
                            count(*) filter (where not has and phone and ?),
                            count(*) filter (where not has and left_out),
                            count(*) filter (where has and not keyed),
                            count(*) filter (where not has and keyed),
                            count(*)
                        from known
                        """.formatted(owners(key)),
                        CustomerState.name(key.field()),
                        LEFT_OUT,
                        codes(key),
                        key == Identity.Kind.PHONE)
                .fetchSingle(row -> new KeyReport.OfKind(
                        key,
                        row.get(0, Long.class),
                        row.get(1, Long.class),
                        row.get(2, Long.class),
                        row.get(3, Long.class),
                        row.get(4, Long.class),
                        row.get(5, Long.class),
                        row.get(6, Long.class)));
    }

    /**
     * Customers that would become complete by the key, or incomplete, in the order of their ids.
     *
     * @param gaining whether they would get it, or lose it
     */
    Collection<CustomerId> concerned(Identity.Kind key, boolean gaining, int limit) {
        return database.resultQuery("""
                        select c.id from customers.customer c
                        where c.keyed <> ? and (c.id in (%s)) = ?
                        order by c.id limit ?
                        """.formatted(owners(key)), gaining, gaining, limit)
                .fetch(row -> new CustomerId(row.get(0, Long.class)));
    }

    /** A query of the customers that have the key, or would have it once it is chosen. */
    private static String owners(Identity.Kind key) {
        String known =
                "select customer_id from customers.identity where kind in ('" + String.join("', '", codes(key)) + "')";
        return key == Identity.Kind.PHONE ? known + """
                 union select min(c.id) from customers.customer c
                where c.phone is not null and not exists (
                    select from customers.identity i where (i.kind, i.source, i.value) = ('phone', '', c.phone))
                group by c.phone""" : known + " group by customer_id";
    }

    private static String[] codes(Identity.Kind key) {
        return key.asKey().stream().map(Identity.Kind::code).toArray(String[]::new);
    }
}
