package io.legame.customers;

import static io.legame.customers.db.Tables.CUSTOMER;

import io.legame.access.ChangeSetId;
import io.legame.access.Scope;
import io.legame.platform.BulkCopy;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** The tables of customers, thousands of rows at a time. */
class CustomerBase {
    /** Any number, the same for every batch: the key of the advisory lock. */
    private static final long LOCK = 0x4C65_67616D65L;

    private final DSLContext database;
    private final IdentityTable identities;
    private final CompanyTable companies;

    CustomerBase(DSLContext database) {
        this(database, new CompanyTable(database, "customers.customer c", "c.id"));
    }

    CustomerBase(DSLContext database, CompanyTable companies) {
        this.database = database;
        this.identities = new IdentityTable(database);
        this.companies = companies;
    }

    /** Lets one writer in at a time, until the end of the transaction: two cannot create the same customer. */
    void lock() {
        database.execute("select pg_advisory_xact_lock(?)", LOCK);
    }

    /** The customers that own the identities; the same object for the same customer. */
    Map<Identity, CustomerState> owners(Collection<Identity> wanted) {
        Map<Identity, CustomerId> found = identities.find(wanted);
        Map<Long, CustomerState> states =
                load(found.values().stream().map(CustomerId::value).distinct().toList());
        var owners = new HashMap<Identity, CustomerState>();
        found.forEach((identity, id) -> owners.put(identity, states.get(id.value())));
        return owners;
    }

    /** The customers of whose addresses these were slips; the same object for the same customer. */
    Map<Identity, CustomerState> correctedAway(Collection<String> addresses, Collection<CustomerState> known) {
        Map<Identity, CustomerId> found = identities.correctedAway(addresses);
        var states = new HashMap<Long, CustomerState>();
        known.forEach(state -> states.put(state.id(), state));
        List<Long> missing = found.values().stream()
                .map(CustomerId::value)
                .filter(id -> !states.containsKey(id))
                .distinct()
                .toList();
        states.putAll(load(missing));
        var owners = new HashMap<Identity, CustomerState>();
        found.forEach((identity, id) -> owners.put(identity, states.get(id.value())));
        return owners;
    }

    Map<Long, CustomerState> load(Collection<Long> ids) {
        return database.selectFrom(CUSTOMER)
                .where(CUSTOMER.ID.eq(DSL.any(ids.toArray(Long[]::new))))
                .fetchMap(CUSTOMER.ID, CustomerState::new);
    }

    /** Those of them whom the reader sees. */
    Map<Long, CustomerState> visible(Collection<Long> ids) {
        return database.selectFrom(CUSTOMER)
                .where(
                        CUSTOMER.ID.eq(DSL.any(ids.toArray(Long[]::new))),
                        VisibleCustomers.condition(CUSTOMER.ID, CUSTOMER.LEFT_AS))
                .fetchMap(CUSTOMER.ID, CustomerState::new);
    }

    /** Those of the states whom the reader does not see. */
    Set<Long> hidden(Collection<CustomerState> states) {
        if (Scope.current().everybody()) {
            return Set.of();
        }
        var hidden = states.stream()
                .filter(state -> !state.deleted())
                .map(CustomerState::id)
                .collect(Collectors.toCollection(TreeSet::new));
        hidden.removeAll(visible(hidden).keySet());
        return hidden;
    }

    /** The wordings of companies by their keys, the first one first. */
    Map<String, Set<String>> companies(Collection<String> keys) {
        return companies.of(keys);
    }

    /** The companies that sound so. */
    List<CompanyTable.Company> companiesSounding(Collection<String> sounds) {
        return sounds.isEmpty() ? List.of() : companies.sounding(sounds);
    }

    /** Gives the new customers their ids and writes them. */
    void insert(List<CustomerState> created) {
        if (created.isEmpty()) {
            return;
        }
        var ids = database.resultQuery(
                        "select nextval(pg_get_serial_sequence('customers.customer', 'id')) from generate_series(1, ?)",
                        created.size())
                .fetch(0, Long.class)
                .iterator();
        created.forEach(state -> state.row().setId(ids.next()));
        var columns = new ArrayList<Field<?>>(
                List.of(CUSTOMER.ID, CUSTOMER.SOURCE, CUSTOMER.CREATED_AT, CUSTOMER.CHANGE_SET_ID));
        columns.addAll(CustomerRow.WRITTEN);
        BulkCopy.into(database, "customers.customer (" + names(columns) + ")", copy -> {
            for (CustomerState state : created) {
                columns.forEach(column -> copy.value(CustomerRow.copied(state.row(), column)));
                copy.endRow();
            }
        });
        new KnownWords(database).add(created);
    }

    /** By COPY into a temporary table and one update from it: thousands of rows in one statement. */
    void update(Map<Long, CustomerState> updated, ChangeSetId by, OffsetDateTime now) {
        if (updated.isEmpty()) {
            return;
        }
        // in the order of ids, so that two writers never wait for each other in a circle
        List<CustomerState> inOrder = updated.values().stream()
                .sorted(java.util.Comparator.comparingLong(CustomerState::id))
                .toList();
        noteChanges(inOrder, by, now);
        String columns = names(CustomerRow.WRITTEN);
        database.execute("create temporary table if not exists changed_customer as select id, " + columns
                + " from customers.customer with no data");
        database.execute("truncate changed_customer");
        BulkCopy.into(database, "changed_customer (id, " + columns + ")", copy -> {
            for (CustomerState state : inOrder) {
                copy.value(state.id());
                CustomerRow.WRITTEN.forEach(column -> copy.value(CustomerRow.copied(state.row(), column)));
                copy.endRow();
            }
        });
        String assignments = Stream.of(columns.split(", "))
                .map(column -> column + " = changed." + column)
                .collect(Collectors.joining(", "));
        database.execute("update customers.customer c set " + assignments
                + ", changed_in = pg_current_xact_id()::text::bigint from changed_customer changed"
                + " where c.id = changed.id");
        new KnownWords(database).add(inOrder);
    }

    /** Removes customers, and those that are part of them, with all that was known of them; nothing may have happened. */
    void remove(Long[] ids) {
        Long[] all =
                database.resultQuery("""
                        with recursive gone (id) as (
                            select unnest(?::bigint[])
                            union
                            select m.customer_id from customers.merged_customer m join gone on m.survivor_id = gone.id)
                        select id from gone
                        """, (Object) ids).fetch(0, Long.class).toArray(Long[]::new);
        for (String table : List.of(
                "change",
                "former_identity",
                "customer_unit",
                "contact_preference",
                "beside_change",
                "merged_customer")) {
            database.execute("delete from customers." + table + " where customer_id = any (?)", (Object) all);
        }
        database.execute("delete from customers.customer where id = any (?)", (Object) ids);
        database.execute("""
                insert into customers.erasure (customer_id) select unnest(?::bigint[])
                on conflict (customer_id) do update set changed_in = excluded.changed_in
                """, (Object) ids);
    }

    private void noteChanges(List<CustomerState> changed, ChangeSetId by, OffsetDateTime now) {
        BulkCopy.into(database, "customers.change (change_set_id, customer_id, at, before)", copy -> {
            for (CustomerState state : changed) {
                copy.value(by.value())
                        .value(state.id())
                        .time(now.toInstant())
                        .value(ChangeJson.ofBefore(state.before()));
                copy.endRow();
            }
        });
    }

    void add(Map<Identity, CustomerState> added, ChangeSetId by, OffsetDateTime now) {
        identities.add(added, by, now);
    }

    private static String names(List<? extends Field<?>> columns) {
        return columns.stream().map(Field::getName).collect(Collectors.joining(", "));
    }
}
