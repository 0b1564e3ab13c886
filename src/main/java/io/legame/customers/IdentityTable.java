package io.legame.customers;

import io.legame.access.ChangeSetId;
import io.legame.platform.BulkCopy;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;

/** The table of identities, many at a time. */
final class IdentityTable {
    private final DSLContext database;
    private final String table;

    IdentityTable(DSLContext database) {
        this(database, "customers.identity i");
    }

    /** @param table one of the same columns, called i */
    IdentityTable(DSLContext database, String table) {
        this.database = database;
        this.table = table;
    }

    Map<Identity, CustomerId> find(Collection<Identity> wanted) {
        var found = new HashMap<Identity, CustomerId>();
        if (wanted.isEmpty()) {
            return found;
        }
        List<Identity> distinct = wanted.stream().distinct().toList();
        database.resultQuery(
                        """
                        select i.kind, i.source, i.value, i.customer_id
                        from unnest(?::text[], ?::text[], ?::text[]) as wanted (kind, source, value)
                        join %s using (kind, source, value)
                        """.formatted(table),
                        distinct.stream()
                                .map(identity -> identity.kind().code())
                                .toArray(String[]::new),
                        distinct.stream().map(Identity::source).toArray(String[]::new),
                        distinct.stream().map(Identity::value).toArray(String[]::new))
                .forEach(row -> found.put(
                        identity(row.get(0, String.class), row.get(1, String.class), row.get(2, String.class)),
                        new CustomerId(row.get(3, Long.class))));
        return found;
    }

    /** The customer's identities, the oldest first. */
    List<Identity> of(CustomerId id) {
        return database.resultQuery(
                        "select i.kind, i.source, i.value from " + table
                                + " where i.customer_id = ? order by i.since, i.kind, i.value",
                        id.value())
                .fetch(row -> identity(row.get(0, String.class), row.get(1, String.class), row.get(2, String.class)));
    }

    /** The same of many customers, by their numbers; those without any are left out. */
    Map<Long, List<Identity>> of(Collection<Long> ids) {
        return database.resultQuery(
                        "select i.customer_id, i.kind, i.source, i.value from " + table
                                + " where i.customer_id = any (?) order by i.since, i.kind, i.value",
                        (Object) ids.toArray(Long[]::new))
                .fetchGroups(
                        row -> row.get(0, Long.class),
                        row -> identity(row.get(1, String.class), row.get(2, String.class), row.get(3, String.class)));
    }

    /** Takes identities away and remembers that they were. */
    void end(List<Identity> ended, ChangeSetId by, OffsetDateTime now) {
        if (ended.isEmpty()) {
            return;
        }
        database.execute(
                """
                with gone as (
                    delete from customers.identity i
                    using unnest(?::text[], ?::text[], ?::text[]) as ended (kind, source, value)
                    where (i.kind, i.source, i.value) = (ended.kind, ended.source, ended.value)
                    returning i.*)
                insert into customers.former_identity
                    (kind, source, value, customer_id, since, until, change_set_id, given_by)
                select kind, source, value, customer_id, since, ?::timestamptz, ?, change_set_id from gone
                """,
                ended.stream().map(identity -> identity.kind().code()).toArray(String[]::new),
                ended.stream().map(Identity::source).toArray(String[]::new),
                ended.stream().map(Identity::value).toArray(String[]::new),
                now,
                by.value());
    }

    /** Those of the customers whose former identities, ended by the changes, somebody else has taken since. */
    Set<Long> supplanted(Collection<Long> customers, ChangeSetId endedBy) {
        return Set.copyOf(database.resultQuery("""
                        select f.customer_id from customers.former_identity f
                        join customers.identity i using (kind, source, value)
                        where f.change_set_id = ? and f.customer_id = any (?) and i.customer_id <> f.customer_id
                        """, endedBy.value(), customers.toArray(Long[]::new))
                .fetch(0, Long.class));
    }

    /** Gives back what the changes took, where nobody has it now, as if it had never been away. Returns whose they are. */
    Set<Long> revive(Collection<Long> customers, ChangeSetId endedBy) {
        return Set.copyOf(database.resultQuery("""
                        with back as (
                            insert into customers.identity (kind, source, value, customer_id, since, change_set_id)
                            select kind, source, value, customer_id, since, given_by from customers.former_identity
                            where change_set_id = ? and customer_id = any (?)
                            on conflict do nothing
                            returning kind, source, value, customer_id)
                        delete from customers.former_identity f using back
                        where f.change_set_id = ?
                          and (f.kind, f.source, f.value, f.customer_id)
                            = (back.kind, back.source, back.value, back.customer_id)
                        returning f.customer_id
                        """, endedBy.value(), customers.toArray(Long[]::new), endedBy.value())
                .fetch(0, Long.class));
    }

    /** Addresses and phones that the customers were known by and no longer are. */
    Map<Long, Set<String>> givenUp(Collection<Long> customers) {
        var givenUp = new HashMap<Long, Set<String>>();
        database.resultQuery("""
                        select f.customer_id, f.value from customers.former_identity f
                        where f.customer_id = any (?) and f.kind in ('email', 'phone') and not exists (
                            select from customers.identity i
                            where (i.kind, i.source, i.value, i.customer_id) = (f.kind, f.source, f.value, f.customer_id))
                        """, (Object) customers.toArray(Long[]::new))
                .forEach(row -> givenUp.computeIfAbsent(row.get(0, Long.class), id -> new HashSet<>())
                        .add(row.get(1, String.class)));
        return givenUp;
    }

    /** Addresses that a correction took for slips of customers' addresses, with those customers. */
    Map<Identity, CustomerId> correctedAway(Collection<String> addresses) {
        var found = new HashMap<Identity, CustomerId>();
        if (!addresses.isEmpty()) {
            database.resultQuery("""
                            select f.value, f.customer_id from customers.former_identity f
                            join customers.change c
                                on c.change_set_id = f.change_set_id and c.customer_id = f.customer_id
                            where f.kind = 'email' and f.value = any (?) and c.before #>> '{email,flag,kind}' = 'TYPO'
                            """, (Object) addresses.toArray(String[]::new))
                    .forEach(row -> found.put(
                            Identity.email(row.get(0, String.class)), new CustomerId(row.get(1, Long.class))));
        }
        return found;
    }

    static Identity identity(String kind, String source, String value) {
        return new Identity(Identity.Kind.valueOf(kind.toUpperCase(Locale.ROOT)), source, value);
    }

    void add(Map<Identity, CustomerState> owners, ChangeSetId by, OffsetDateTime now) {
        if (owners.isEmpty()) {
            return;
        }
        BulkCopy.into(database, "customers.identity (kind, source, value, customer_id, since, change_set_id)", copy -> {
            for (var entry : owners.entrySet()) {
                copy.value(entry.getKey().kind().code())
                        .value(entry.getKey().source())
                        .value(entry.getKey().value())
                        .value(entry.getValue().id())
                        .time(now.toInstant())
                        .value(by.value());
                copy.endRow();
            }
        });
    }
}
