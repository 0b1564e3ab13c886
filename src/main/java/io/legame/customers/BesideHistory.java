package io.legame.customers;

import io.legame.access.ChangeSetId;
import io.legame.customers.db.tables.records.BesideChangeRecord;
import io.legame.platform.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What changed beside customers' fields, and taking single changes back. */
@Component
public class BesideHistory {
    private final DSLContext database;
    private final Customers customers;
    private final RelationKinds kinds;
    private final Relations relations;
    private final CustomerAddresses addresses;
    private final ContactPreferences preferences;

    BesideHistory(
            DSLContext database,
            Customers customers,
            RelationKinds kinds,
            Relations relations,
            CustomerAddresses addresses,
            ContactPreferences preferences) {
        this.database = database;
        this.customers = customers;
        this.kinds = kinds;
        this.relations = relations;
        this.addresses = addresses;
        this.preferences = preferences;
    }

    /** A change with what it was part of. */
    record Noted(ChangeSetId by, Instant at, BesideChange change) {}

    /** Those that the reader sees, newest first: addresses with all their parts only, relations with both customers only. */
    List<Noted> of(CustomerId customer, int limit) {
        List<BesideChangeRecord> rows = BesideTable.of(database, customer, limit);
        if (rows.isEmpty()) {
            return List.of();
        }
        var seen = new Seen(customer, CustomerAddresses.seen(SeenFields.current(database)), names(rows), kinds());
        var noted = new ArrayList<Noted>();
        for (BesideChangeRecord row : rows) {
            var change =
                    new BesideChange(row.getId(), seen.state(row, row.getBefore()), seen.state(row, row.getAfter()));
            if (change.before() != null || change.after() != null) {
                noted.add(new Noted(
                        new ChangeSetId(row.getChangeSetId()), row.getAt().toInstant(), change));
            }
        }
        return noted;
    }

    private Map<String, RelationKind> kinds() {
        return kinds.all().stream().collect(Collectors.toMap(RelationKind::code, Function.identity()));
    }

    /** Of everybody named in relations, as they are called now; whoever the reader does not see is left out. */
    private Map<CustomerId, CustomerSummary> names(Collection<BesideChangeRecord> rows) {
        var ids = new LinkedHashSet<CustomerId>();
        rows.stream()
                .filter(row -> row.getRelationId() != null)
                .flatMap(row -> Stream.of(row.getBefore(), row.getAfter()))
                .map(json -> BesideTable.read(json, RelationDraft.class))
                .filter(Objects::nonNull)
                .forEach(draft -> ids.addAll(List.of(draft.from(), draft.to())));
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<CustomerId, CustomerId> current = customers.current(ids);
        ids.forEach(id -> current.putIfAbsent(id, id));
        Map<CustomerId, CustomerSummary> summaries = customers.summaries(current.values()).stream()
                .collect(Collectors.toMap(CustomerSummary::id, Function.identity()));
        var names = new HashMap<CustomerId, CustomerSummary>();
        current.forEach((id, now) -> {
            CustomerSummary summary = summaries.get(now);
            if (summary != null) {
                names.put(id, summary);
            }
        });
        return names;
    }

    /**
     * What the reader sees of the stored states.
     *
     * @param customer whose history it is
     */
    private record Seen(
            CustomerId customer,
            boolean addresses,
            Map<CustomerId, CustomerSummary> names,
            Map<String, RelationKind> kinds) {
        @Nullable
        Beside state(BesideChangeRecord row, org.jooq.@Nullable JSONB json) {
            if (row.getRelationId() != null) {
                RelationDraft draft = BesideTable.read(json, RelationDraft.class);
                return draft == null ? null : related(draft);
            }
            if (row.getAddressId() != null) {
                CustomerAddress address = addresses ? BesideTable.read(json, CustomerAddress.class) : null;
                return address == null ? null : new Beside.Located(address);
            }
            ContactPreference preference = BesideTable.read(json, ContactPreference.class);
            return preference == null ? null : new Beside.Reached(preference);
        }

        private @Nullable Beside related(RelationDraft draft) {
            boolean forth = draft.from().equals(customer);
            CustomerSummary other = names.get(forth ? draft.to() : draft.from());
            RelationKind kind = kinds.get(draft.kind());
            return other == null || kind == null
                    ? null
                    : new Beside.Related(
                            kind,
                            forth ? RelationKind.Side.FORTH : RelationKind.Side.BACK,
                            other.id(),
                            other.name(),
                            draft.since(),
                            draft.until(),
                            draft.note());
        }
    }

    /**
     * What was changed is again as it was before, whatever happened since; a change of its own.
     *
     * @throws Refusal when there is no such change of this customer, or when it is another one's by now
     */
    @Transactional
    public void revert(CustomerId customer, long number) {
        BesideChangeRecord row = BesideTable.find(database, customer, number).orElseThrow(Refusal::notFound);
        if (row.getRelationId() != null) {
            relations.put(
                    new RelationId(row.getRelationId()),
                    customer,
                    BesideTable.read(row.getBefore(), RelationDraft.class));
        } else if (row.getAddressId() != null) {
            addresses.put(
                    new AddressId(row.getAddressId()),
                    customer,
                    BesideTable.read(row.getBefore(), CustomerAddress.class));
        } else {
            preferences.write(
                    customer,
                    Objects.requireNonNullElse(
                            BesideTable.read(row.getBefore(), ContactPreference.class), ContactPreference.NONE));
        }
    }
}
