package io.legame.customers;

import static io.legame.customers.db.Tables.CUSTOMER;

import io.legame.customers.db.tables.records.CustomerRecord;
import io.legame.platform.BulkCopy;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * One batch of drafts on its way into the base. Everything that is known is read at once, decided in memory, and written
 * at once; a lock lets one batch in at a time, so that two cannot create the same customer.
 */
final class CustomerUpserts {
    /** Any number, the same for every batch: the key of the advisory lock. */
    private static final long LOCK = 0x4C65_67616D65L;

    private final DSLContext database;
    private final IdentityTable identities;
    private final String source;
    private final OffsetDateTime now;

    private final Map<Identity, CustomerRecord> owners = new HashMap<>();
    private final List<CustomerRecord> created = new ArrayList<>();
    private final Set<CustomerRecord> fresh = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<Long, CustomerRecord> updated = new LinkedHashMap<>();
    private final Map<Identity, CustomerRecord> newIdentities = new LinkedHashMap<>();
    /** Told at the end, when new customers have their ids. */
    private final List<Supplier<Upsert>> results = new ArrayList<>();

    CustomerUpserts(DSLContext database, String source, OffsetDateTime now) {
        this.database = database;
        this.identities = new IdentityTable(database);
        this.source = source;
        this.now = now;
    }

    List<Upsert> run(List<UniformDraft> drafts) {
        database.execute("select pg_advisory_xact_lock(?)", LOCK);
        List<List<Identity>> identitiesOf =
                drafts.stream().map(draft -> identities(draft.draft())).toList();
        loadOwners(identitiesOf.stream().flatMap(Collection::stream).toList());
        for (int i = 0; i < drafts.size(); i++) {
            decide(drafts.get(i), identitiesOf.get(i));
        }
        write();
        return results.stream().map(Supplier::get).toList();
    }

    private List<Identity> identities(CustomerDraft draft) {
        return Stream.of(
                        identity(Identity.Kind.EMAIL, "", draft.text(CustomerField.EMAIL)),
                        identity(Identity.Kind.NUMBER, source, draft.text(CustomerField.NUMBER)),
                        identity(Identity.Kind.CARD, source, draft.text(CustomerField.CARD)),
                        identity(Identity.Kind.TAX_CODE, "", draft.text(CustomerField.TAX_CODE)))
                .flatMap(java.util.Optional::stream)
                .toList();
    }

    private static java.util.Optional<Identity> identity(Identity.Kind kind, String source, @Nullable String value) {
        return value == null ? java.util.Optional.empty() : java.util.Optional.of(new Identity(kind, source, value));
    }

    private void loadOwners(Collection<Identity> wanted) {
        Map<Identity, CustomerId> found = identities.find(wanted);
        Long[] ids = found.values().stream().map(CustomerId::value).distinct().toArray(Long[]::new);
        Map<Long, CustomerRecord> rows = database.selectFrom(CUSTOMER)
                .where(CUSTOMER.ID.eq(DSL.any(ids)))
                .fetchMap(CUSTOMER.ID);
        found.forEach((identity, id) -> owners.put(identity, rows.get(id.value())));
    }

    private void decide(UniformDraft uniform, List<Identity> known) {
        if (uniform.fault() != null) {
            Upsert.Rejected fault = uniform.fault();
            results.add(() -> fault);
            return;
        }
        CustomerDraft draft = uniform.draft();
        if (known.isEmpty()) {
            results.add(() -> new Upsert.Rejected("customers.rejected.unidentified", CustomerField.EMAIL, ""));
            return;
        }
        Set<CustomerRecord> claimants = Collections.newSetFromMap(new IdentityHashMap<>());
        known.stream().map(owners::get).filter(Objects::nonNull).forEach(claimants::add);
        switch (claimants.size()) {
            case 0 -> create(draft, known);
            case 1 -> complete(claimants.iterator().next(), draft, known);
            default -> {
                Identity last = known.getLast();
                results.add(() -> new Upsert.Rejected("customers.rejected.twoOwners", field(last), last.value()));
            }
        }
    }

    private static CustomerField field(Identity identity) {
        return switch (identity.kind()) {
            case EMAIL -> CustomerField.EMAIL;
            case PHONE -> CustomerField.PHONE;
            case NUMBER -> CustomerField.NUMBER;
            case CARD -> CustomerField.CARD;
            case TAX_CODE -> CustomerField.TAX_CODE;
        };
    }

    private void create(CustomerDraft draft, List<Identity> known) {
        var row = new CustomerRecord();
        row.setSource(source);
        row.setCreatedAt(now);
        row.setUpdatedAt(now);
        row.setKeyed(false);
        CustomerRow.write(draft, row);
        created.add(row);
        fresh.add(row);
        own(row, known);
        results.add(() -> new Upsert.Created(id(row)));
    }

    private void complete(CustomerRecord owner, CustomerDraft draft, List<Identity> known) {
        boolean rewritten = CustomerRow.write(draft, owner);
        boolean changed = own(owner, known) || rewritten;
        if (changed && !fresh.contains(owner)) {
            owner.setUpdatedAt(now);
            updated.put(owner.getId(), owner);
        }
        results.add(() -> changed ? new Upsert.Updated(id(owner)) : new Upsert.Unchanged(id(owner)));
    }

    private static CustomerId id(CustomerRecord row) {
        return new CustomerId(row.getId());
    }

    private boolean own(CustomerRecord owner, List<Identity> known) {
        boolean added = false;
        for (Identity identity : known) {
            if (owners.putIfAbsent(identity, owner) == null) {
                newIdentities.put(identity, owner);
                added = true;
            }
        }
        return added;
    }

    private void write() {
        assignIds();
        insertCreated();
        updateChanged();
        identities.add(newIdentities, now);
    }

    private void assignIds() {
        if (created.isEmpty()) {
            return;
        }
        var ids = database.resultQuery(
                        "select nextval(pg_get_serial_sequence('customers.customer', 'id')) from generate_series(1, ?)",
                        created.size())
                .fetch(0, Long.class)
                .iterator();
        created.forEach(row -> row.setId(ids.next()));
    }

    private void insertCreated() {
        if (created.isEmpty()) {
            return;
        }
        var columns = new ArrayList<Field<?>>(List.of(CUSTOMER.ID, CUSTOMER.SOURCE, CUSTOMER.CREATED_AT));
        columns.addAll(List.of(CustomerRow.WRITTEN));
        BulkCopy.into(database, "customers.customer (" + names(columns) + ")", copy -> {
            for (CustomerRecord row : created) {
                columns.forEach(column -> copy.value(CustomerRow.copied(row, column)));
                copy.endRow();
            }
        });
    }

    /** By COPY into a temporary table and one update from it: thousands of rows in one statement. */
    private void updateChanged() {
        if (updated.isEmpty()) {
            return;
        }
        String columns = names(List.of(CustomerRow.WRITTEN));
        database.execute("create temporary table if not exists changed_customer as " + "select id, " + columns
                + " from customers.customer with no data");
        database.execute("truncate changed_customer");
        BulkCopy.into(database, "changed_customer (id, " + columns + ")", copy -> {
            // in the order of ids, so that two writers never wait for each other in a circle
            for (Long id : new TreeSet<>(updated.keySet())) {
                CustomerRecord row = java.util.Objects.requireNonNull(updated.get(id));
                copy.value(id.longValue());
                for (Field<?> column : CustomerRow.WRITTEN) {
                    copy.value(CustomerRow.copied(row, column));
                }
                copy.endRow();
            }
        });
        String assignments = Stream.of(CustomerRow.WRITTEN)
                .map(column -> column.getName() + " = changed." + column.getName())
                .collect(Collectors.joining(", "));
        database.execute("update customers.customer c set " + assignments
                + ", changed_in = pg_current_xact_id()::text::bigint from changed_customer changed"
                + " where c.id = changed.id");
    }

    private static String names(List<Field<?>> columns) {
        return columns.stream().map(Field::getName).collect(Collectors.joining(", "));
    }
}
