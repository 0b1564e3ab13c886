package io.legame.customers;

import static io.legame.customers.db.Tables.CUSTOMER;
import static io.legame.customers.db.Tables.MERGE;
import static io.legame.customers.db.Tables.MERGED_CUSTOMER;

import io.legame.access.ChangeSetId;
import io.legame.customers.db.tables.records.CustomerRecord;
import io.legame.customers.db.tables.records.MergeRecord;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** The tables of merges: customers leave the base and come back. */
final class MergeTable {
    private final DSLContext database;

    MergeTable(DSLContext database) {
        this.database = database;
    }

    /** A merge as it is noted. */
    record Noted(MergeId id, CustomerId survivor, ChangeSetId by, OffsetDateTime at, boolean undone) {}

    MergeId open(CustomerId survivor, Long[] others, ChangeSetId by, OffsetDateTime now) {
        return new MergeId(database.insertInto(MERGE)
                .set(MERGE.SURVIVOR_ID, survivor.value())
                .set(MERGE.OTHERS, others)
                .set(MERGE.CHANGE_SET_ID, by.value())
                .set(MERGE.AT, now)
                .returningResult(MERGE.ID)
                .fetchSingle(MERGE.ID));
    }

    Optional<Noted> find(MergeId id) {
        return database.selectFrom(MERGE)
                .where(MERGE.ID.eq(id.value()))
                .fetchOptional(row -> new Noted(
                        id,
                        new CustomerId(row.getSurvivorId()),
                        new ChangeSetId(row.getChangeSetId()),
                        row.getAt(),
                        row.getUndoneAt() != null));
    }

    /** The customers that the change set created and that are part of others now. */
    List<CustomerId> createdBy(ChangeSetId what) {
        return database.resultQuery(
                        "select customer_id from customers.merged_customer"
                                + " where (record ->> 'change_set_id')::bigint = ? order by customer_id",
                        what.value())
                .fetch(row -> new CustomerId(row.get(0, Long.class)));
    }

    /** Those of the customers that others are part of. */
    List<CustomerId> madeOfOthers(Collection<Long> ids) {
        return database.selectDistinct(MERGED_CUSTOMER.SURVIVOR_ID)
                .from(MERGED_CUSTOMER)
                .where(MERGED_CUSTOMER.SURVIVOR_ID.eq(DSL.any(ids.toArray(Long[]::new))))
                .fetch(row -> new CustomerId(row.value1()));
    }

    /** Moves the customers out of the base and their identities to the survivor. */
    void takeIn(MergeId merge, CustomerId survivor, Long[] others) {
        database.execute("""
                insert into customers.merged_customer (customer_id, merge_id, survivor_id, record, identities)
                select c.id, ?, ?, to_jsonb(c), coalesce(
                    (select jsonb_agg(to_jsonb(i) order by i.kind, i.source, i.value)
                     from customers.identity i where i.customer_id = c.id), '[]')
                from customers.customer c where c.id = any (?)
                """, merge.value(), survivor.value(), others);
        database.execute(
                "update customers.identity set customer_id = ? where customer_id = any (?)", survivor.value(), others);
        database.execute("""
                insert into customers.customer_unit (customer_id, unit_id, reason, merge_id)
                select distinct ?, unit_id, 'merge', ? from customers.customer_unit where customer_id = any (?)
                """, survivor.value(), merge.value(), others);
        database.execute("delete from customers.customer where id = any (?)", (Object) others);
        database.execute("""
                insert into customers.erasure (customer_id) select unnest(?::bigint[])
                on conflict (customer_id) do update set changed_in = excluded.changed_in
                """, (Object) others);
    }

    /** The merges that the customer had a part in, the latest first. */
    List<MergeRecord> with(CustomerId id) {
        return database.selectFrom(MERGE)
                .where(MERGE.SURVIVOR_ID.eq(id.value()).or(MERGE.OTHERS.contains(new Long[] {id.value()})))
                .orderBy(MERGE.ID.desc())
                .fetch();
    }

    Optional<MergeRecord> record(MergeId id) {
        return database.selectFrom(MERGE).where(MERGE.ID.eq(id.value())).fetchOptional();
    }

    /** The rows of customers, also of those that are part of others now, as they were then. */
    Map<Long, CustomerRecord> rows(Collection<Long> ids) {
        return database.resultQuery("""
                        select * from customers.customer where id = any (?)
                        union all
                        select (jsonb_populate_record(null::customers.customer, record)).*
                        from customers.merged_customer where customer_id = any (?)
                        """, ids.toArray(Long[]::new), ids.toArray(Long[]::new))
                .fetchInto(CUSTOMER)
                .intoMap(CUSTOMER.ID);
    }

    /** The customers that became part of another one, by the merge. */
    List<CustomerId> of(MergeId merge) {
        return database.select(MERGED_CUSTOMER.CUSTOMER_ID)
                .from(MERGED_CUSTOMER)
                .where(MERGED_CUSTOMER.MERGE_ID.eq(merge.value()))
                .orderBy(MERGED_CUSTOMER.CUSTOMER_ID)
                .fetch(row -> new CustomerId(row.value1()));
    }

    /**
     * Puts the customers back into the base as they were, with the identities that the survivor still has of them.
     *
     * @return whether an identity stays away, because it was taken from the survivor since
     */
    boolean letGo(Noted merge, OffsetDateTime now) {
        database.execute("""
                insert into customers.customer overriding system value
                select (jsonb_populate_record(null::customers.customer,
                    m.record || jsonb_build_object('changed_in', pg_current_xact_id()::text::bigint))).*
                from customers.merged_customer m where m.merge_id = ? order by m.customer_id
                """, merge.id().value());
        int back = database.execute("""
                update customers.identity i set customer_id = was.customer_id
                from customers.merged_customer m
                cross join jsonb_to_recordset(m.identities)
                    as was (kind text, source text, value text, customer_id bigint)
                where m.merge_id = ? and i.customer_id = ?
                    and (i.kind, i.source, i.value) = (was.kind, was.source, was.value)
                """, merge.id().value(), merge.survivor().value());
        int had = database.fetchSingle(
                        "select coalesce(sum(jsonb_array_length(identities)), 0) from customers.merged_customer"
                                + " where merge_id = ?",
                        merge.id().value())
                .get(0, Integer.class);
        database.execute("""
                delete from customers.erasure e using customers.merged_customer m
                where m.merge_id = ? and e.customer_id = m.customer_id
                """, merge.id().value());
        database.execute(
                "delete from customers.customer_unit where reason = 'merge' and merge_id = ?",
                merge.id().value());
        database.execute(
                "delete from customers.merged_customer where merge_id = ?",
                merge.id().value());
        database.execute(
                "update customers.merge set undone_at = ?::timestamptz where id = ?",
                now,
                merge.id().value());
        return back < had;
    }

    /** The customers that these are now, by those asked for; those that are unknown, or themselves, are left out. */
    Map<CustomerId, CustomerId> survivors(Collection<CustomerId> ids) {
        var survivors = new HashMap<CustomerId, CustomerId>();
        if (!ids.isEmpty()) {
            database.resultQuery(
                            """
                            with recursive step (asked, now) as (
                                select customer_id, survivor_id from customers.merged_customer
                                where customer_id = any (?)
                                union all
                                select step.asked, m.survivor_id
                                from step join customers.merged_customer m on m.customer_id = step.now)
                            select asked, now from step
                            where not exists (select from customers.merged_customer m where m.customer_id = step.now)
                            """, (Object) ids.stream().map(CustomerId::value).toArray(Long[]::new))
                    .forEach(row -> survivors.put(
                            new CustomerId(row.get(0, Long.class)), new CustomerId(row.get(1, Long.class))));
        }
        return survivors;
    }
}
