package io.legame.customers;

import io.legame.customers.db.tables.records.CustomerRecord;
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

    IdentityTable(DSLContext database) {
        this.database = database;
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
                        join customers.identity i using (kind, source, value)
                        """,
                        distinct.stream()
                                .map(identity -> identity.kind().code())
                                .toArray(String[]::new),
                        distinct.stream().map(Identity::source).toArray(String[]::new),
                        distinct.stream().map(Identity::value).toArray(String[]::new))
                .forEach(row -> found.put(
                        new Identity(
                                Identity.Kind.valueOf(row.get(0, String.class).toUpperCase(Locale.ROOT)),
                                row.get(1, String.class),
                                row.get(2, String.class)),
                        new CustomerId(row.get(3, Long.class))));
        return found;
    }

    void add(Map<Identity, CustomerRecord> owners, OffsetDateTime now) {
        if (owners.isEmpty()) {
            return;
        }
        BulkCopy.into(database, "customers.identity (kind, source, value, customer_id, since)", copy -> {
            for (var entry : owners.entrySet()) {
                copy.value(entry.getKey().kind().code())
                        .value(entry.getKey().source())
                        .value(entry.getKey().value())
                        .value(entry.getValue().getId().longValue())
                        .value(now);
                copy.endRow();
            }
        });
    }
}
