package io.legame.customers;

import static io.legame.customers.db.Tables.CUSTOMER;

import io.legame.access.ChangeSetId;
import io.legame.platform.BulkCopy;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;

/**
 * The base as it would be: what is written goes into temporary tables that lie over the real ones, so that a whole file
 * can be tried in constant memory while nobody else waits or sees anything.
 */
final class RehearsedBase extends CustomerBase {
    /** What would be new lies over what is there. */
    private static final String BOTH = """
            (select company_key, company_sound, company_name, kind, id from customers.customer real
             where not exists (select from rehearsed_customer r where r.id = real.id)
             union all
             select company_key, company_sound, company_name, kind, id from rehearsed_customer) c""";

    private final DSLContext database;
    private long lastId;

    /** @param database of one connection, in a transaction that lasts as long as the rehearsal */
    RehearsedBase(DSLContext database) {
        super(database, new CompanyTable(database, BOTH, "c.id < 0, abs(c.id)"));
        this.database = database;
        database.execute("drop table if exists pg_temp.rehearsed_customer, pg_temp.rehearsed_identity");
        database.execute("create temporary table rehearsed_customer (like customers.customer) on commit drop");
        database.execute("alter table rehearsed_customer add primary key (id)");
        database.execute("create index on rehearsed_customer (company_key) where company_key is not null");
        database.execute("create index on rehearsed_customer (company_sound) where company_sound is not null");
        database.execute("create temporary table rehearsed_identity (kind text, source text, value text collate \"C\","
                + " customer_id bigint, primary key (kind, source, value)) on commit drop");
    }

    @Override
    Map<Identity, CustomerState> owners(Collection<Identity> wanted) {
        Map<Identity, CustomerId> found = new HashMap<>(new IdentityTable(database).find(wanted));
        found.putAll(new IdentityTable(database, "rehearsed_identity i").find(wanted));
        Map<Long, CustomerState> states =
                load(found.values().stream().map(CustomerId::value).distinct().toList());
        var owners = new HashMap<Identity, CustomerState>();
        found.forEach((identity, id) -> owners.put(identity, states.get(id.value())));
        return owners;
    }

    @Override
    Map<Long, CustomerState> load(Collection<Long> ids) {
        Map<Long, CustomerState> states = super.load(ids);
        database.resultQuery("select * from rehearsed_customer where id = any (?)", (Object) ids.toArray(Long[]::new))
                .fetchInto(CUSTOMER)
                .forEach(row -> states.put(row.getId(), new CustomerState(row)));
        return states;
    }

    @Override
    void insert(List<CustomerState> created) {
        created.forEach(state -> state.row().setId(--lastId));
        copy(created);
    }

    @Override
    void update(Map<Long, CustomerState> updated, ChangeSetId by, OffsetDateTime now) {
        if (!updated.isEmpty()) {
            database.execute("delete from rehearsed_customer where id = any (?)", (Object)
                    updated.keySet().toArray(Long[]::new));
            copy(updated.values());
        }
    }

    private void copy(Collection<CustomerState> states) {
        if (states.isEmpty()) {
            return;
        }
        List<Field<?>> columns = List.of(CUSTOMER.fields());
        String names = columns.stream().map(Field::getName).collect(Collectors.joining(", "));
        BulkCopy.into(database, "rehearsed_customer (" + names + ")", copy -> {
            for (CustomerState state : states) {
                for (Field<?> column : columns) {
                    Object value = CustomerRow.copied(state.row(), column);
                    copy.value(column.equals(CUSTOMER.CHANGED_IN) ? Long.valueOf(0) : value);
                }
                copy.endRow();
            }
        });
    }

    @Override
    void add(Map<Identity, CustomerState> added, ChangeSetId by, OffsetDateTime now) {
        if (added.isEmpty()) {
            return;
        }
        BulkCopy.into(database, "rehearsed_identity (kind, source, value, customer_id)", copy -> {
            for (var each : added.entrySet()) {
                copy.value(each.getKey().kind().code())
                        .value(each.getKey().source())
                        .value(each.getKey().value())
                        .value(each.getValue().id());
                copy.endRow();
            }
        });
    }
}
