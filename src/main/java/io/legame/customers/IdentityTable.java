package io.legame.customers;

import io.legame.access.ChangeSetId;
import io.legame.platform.BulkCopy;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
                insert into customers.former_identity (kind, source, value, customer_id, since, until, change_set_id)
                select kind, source, value, customer_id, since, ?::timestamptz, ? from gone
                """,
                ended.stream().map(identity -> identity.kind().code()).toArray(String[]::new),
                ended.stream().map(Identity::source).toArray(String[]::new),
                ended.stream().map(Identity::value).toArray(String[]::new),
                now,
                by.value());
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
