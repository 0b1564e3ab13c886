package io.legame.customers;

import static io.legame.customers.db.Tables.RELATION;

import io.legame.access.AuditTrail;
import io.legame.access.ChangeSet;
import io.legame.access.ChangeSetId;
import io.legame.access.ChangeSets;
import io.legame.customers.db.tables.records.RelationRecord;
import io.legame.platform.Refusal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What customers are to each other: who works where, lives with whom, was recommended by whom. */
@Component
public class Relations {
    /** The most that are read of one customer: a company has many people. */
    private static final int MOST = 500;

    /** The most members that a household is followed to. */
    private static final int LARGEST_HOUSEHOLD = 50;

    private final DSLContext database;
    private final Customers customers;
    private final RelationKinds kinds;
    private final ChangeSets changeSets;
    private final AuditTrail audit;
    private final InstantSource clock;

    Relations(
            DSLContext database,
            Customers customers,
            RelationKinds kinds,
            ChangeSets changeSets,
            AuditTrail audit,
            InstantSource clock) {
        this.database = database;
        this.customers = customers;
        this.kinds = kinds;
        this.changeSets = changeSets;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws Refusal when one of them is no customer, when they are the same, or related so already */
    @Transactional
    public RelationId add(RelationDraft draft) {
        customers.hold();
        var held = new RelationDraft(
                customers.current(draft.from()),
                customers.current(draft.to()),
                draft.kind(),
                draft.since(),
                draft.until(),
                draft.note());
        held.check();
        RelationKind kind = kinds.find(held.kind()).orElseThrow(Refusal::notFound);
        if (customers.summaries(List.of(held.from(), held.to())).size() < 2) {
            throw Refusal.notFound();
        }
        if (held.until() == null && database.fetchExists(RELATION, same(held, kind))) {
            throw Refusal.of("customers.relation.error.twice");
        }
        ChangeSetId by = changeSets.open(ChangeSet.Kind.EDIT, "relation", null);
        var id = new RelationId(database.insertInto(RELATION)
                .set(RELATION.FROM_ID, held.from().value())
                .set(RELATION.TO_ID, held.to().value())
                .set(RELATION.KIND, held.kind())
                .set(RELATION.SINCE, held.since())
                .set(RELATION.UNTIL, held.until())
                .set(RELATION.NOTE, held.note())
                .set(RELATION.CHANGE_SET_ID, by.value())
                .set(RELATION.ADDED_AT, now())
                .returningResult(RELATION.ID)
                .fetchSingle(RELATION.ID));
        new BesideTable(database, by, now()).note(id, null, held);
        audit("customers.relation-added", held.from(), held.to(), held.kind());
        return id;
    }

    private static Condition same(RelationDraft draft, RelationKind kind) {
        Condition same = between(draft.from(), draft.to());
        return (kind.mutual() ? same.or(between(draft.to(), draft.from())) : same)
                .and(RELATION.KIND.eq(kind.code()))
                .and(RELATION.UNTIL.isNull())
                .and(RELATION.REMOVED_AT.isNull());
    }

    private static Condition between(CustomerId from, CustomerId to) {
        return RELATION.FROM_ID.eq(from.value()).and(RELATION.TO_ID.eq(to.value()));
    }

    /** A customer's, those that last first, then by kind and name; two that say the same are one. */
    public List<Relation> of(CustomerId customer) {
        List<RelationRecord> rows = database.selectFrom(RELATION)
                .where(
                        RELATION.FROM_ID.eq(customer.value()).or(RELATION.TO_ID.eq(customer.value())),
                        RELATION.FROM_ID.ne(RELATION.TO_ID),
                        RELATION.REMOVED_AT.isNull())
                .orderBy(RELATION.ID.desc())
                .limit(MOST)
                .fetch();
        return List.copyOf(relations(rows, customer).stream()
                .collect(Collectors.toMap(
                        relation -> List.of(
                                relation.kind().code(),
                                relation.kind().mutual() ? RelationKind.Side.FORTH : relation.side(),
                                relation.other(),
                                String.valueOf(relation.until())),
                        Function.identity(),
                        (one, further) -> one,
                        java.util.LinkedHashMap::new))
                .values());
    }

    private List<Relation> relations(List<RelationRecord> rows, CustomerId customer) {
        List<RelationKind> order = kinds.all();
        Map<String, RelationKind> known =
                order.stream().collect(Collectors.toMap(RelationKind::code, Function.identity()));
        var names = new HashMap<CustomerId, String>();
        customers
                .summaries(rows.stream()
                        .map(row -> other(row, customer))
                        .distinct()
                        .toList())
                .forEach(summary -> names.put(summary.id(), summary.name()));
        Map<ChangeSetId, ChangeSet> sets = changeSets.find(
                rows.stream().map(row -> new ChangeSetId(row.getChangeSetId())).toList());
        return rows.stream()
                .filter(row -> known.containsKey(row.getKind()) && names.containsKey(other(row, customer)))
                .map(row -> new Relation(
                        new RelationId(row.getId()),
                        Objects.requireNonNull(known.get(row.getKind())),
                        row.getFromId() == customer.value() ? RelationKind.Side.FORTH : RelationKind.Side.BACK,
                        customer,
                        other(row, customer),
                        Objects.requireNonNull(names.get(other(row, customer))),
                        row.getSince(),
                        row.getUntil(),
                        row.getNote(),
                        sets.get(new ChangeSetId(row.getChangeSetId())),
                        row.getAddedAt().toInstant()))
                .sorted(Comparator.comparing((Relation relation) -> relation.until() != null)
                        .thenComparingInt(relation -> order.indexOf(relation.kind()))
                        .thenComparing(Relation::side)
                        .thenComparing(Relation::otherName))
                .toList();
    }

    private static CustomerId other(RelationRecord row, CustomerId customer) {
        return new CustomerId(row.getFromId() == customer.value() ? row.getToId() : row.getFromId());
    }

    /** Seen from the first of the two. */
    public Relation get(RelationId id) {
        RelationRecord row = row(id);
        if (row.getRemovedAt() != null) {
            throw Refusal.notFound();
        }
        return relations(List.of(row), new CustomerId(row.getFromId())).getFirst();
    }

    /** Whether the reader sees both of them. */
    private boolean seen(RelationRecord row) {
        Set<CustomerId> ends = new HashSet<>(List.of(new CustomerId(row.getFromId())));
        ends.add(new CustomerId(row.getToId()));
        return customers.summaries(ends).size() == ends.size();
    }

    private RelationRecord row(RelationId id) {
        return database.selectFrom(RELATION)
                .where(RELATION.ID.eq(id.value()))
                .fetchOptional()
                .filter(this::seen)
                .orElseThrow(Refusal::notFound);
    }

    /** It lasted until the day; null while it lasts. */
    @Transactional
    public Relation end(RelationId id, @Nullable LocalDate until) {
        Relation relation = get(id);
        if (until != null && relation.since() != null && until.isBefore(relation.since())) {
            throw Refusal.of("customers.relation.error.until");
        }
        RelationDraft before = draft(row(id));
        database.update(RELATION)
                .set(RELATION.UNTIL, until)
                .where(RELATION.ID.eq(id.value()))
                .execute();
        note(id, before, draft(row(id)));
        audit("customers.relation-ended", relation);
        return get(id);
    }

    /** Takes away what never was; it can be brought back. */
    @Transactional
    public Relation remove(RelationId id) {
        Relation relation = get(id);
        database.update(RELATION)
                .set(RELATION.REMOVED_AT, now())
                .where(RELATION.ID.eq(id.value()))
                .execute();
        note(id, draft(row(id)), null);
        audit("customers.relation-removed", relation);
        return relation;
    }

    @Transactional
    public Relation restore(RelationId id) {
        RelationRecord row = row(id);
        database.update(RELATION)
                .setNull(RELATION.REMOVED_AT)
                .where(RELATION.ID.eq(id.value()))
                .execute();
        Relation relation = get(id);
        if (row.getRemovedAt() != null) {
            note(id, null, draft(row));
        }
        audit("customers.relation-restored", relation);
        return relation;
    }

    /**
     * Puts the relation back to what it was.
     *
     * @param customer one of the two
     * @param was null when there was none
     */
    @Transactional
    void put(RelationId id, CustomerId customer, @Nullable RelationDraft was) {
        RelationRecord row = row(id);
        if (row.getFromId() != customer.value() && row.getToId() != customer.value()) {
            throw Refusal.notFound();
        }
        boolean removed = row.getRemovedAt() != null;
        if (was == null) {
            if (!removed) {
                remove(id);
            }
            return;
        }
        if (removed) {
            restore(id);
        }
        if (!Objects.equals(row.getUntil(), was.until())) {
            end(id, was.until());
        }
    }

    private void note(RelationId id, @Nullable RelationDraft before, @Nullable RelationDraft after) {
        ChangeSetId by = changeSets.open(ChangeSet.Kind.EDIT, "relation", null);
        new BesideTable(database, by, now()).note(id, before, after);
    }

    static RelationDraft draft(RelationRecord row) {
        return new RelationDraft(
                new CustomerId(row.getFromId()),
                new CustomerId(row.getToId()),
                row.getKind(),
                row.getSince(),
                row.getUntil(),
                row.getNote());
    }

    private void audit(String action, Relation relation) {
        audit(action, relation.customer(), relation.other(), relation.kind().code());
    }

    private void audit(String action, CustomerId from, CustomerId to, String kind) {
        audit.record(action, "customer", Long.toString(from.value()), Map.of("to", to.value(), "kind", kind));
    }

    /** Everybody who lives together with the customer, itself too, by name; only itself when nobody does. */
    public List<CustomerSummary> household(CustomerId customer) {
        List<CustomerId> members = database.resultQuery(
                        """
                        with recursive member (id) as (
                            select ?::bigint
                            union
                            select case when r.from_id = member.id then r.to_id else r.from_id end
                            from member
                            join customers.relation r on member.id in (r.from_id, r.to_id)
                            where r.kind = any (?) and r.removed_at is null and r.until is null)
                        select id from member limit ?
                        """,
                        customer.value(),
                        kinds.all().stream()
                                .filter(RelationKind::household)
                                .map(RelationKind::code)
                                .toArray(String[]::new),
                        LARGEST_HOUSEHOLD)
                .fetch(row -> new CustomerId(row.get(0, Long.class)));
        return customers.summaries(members);
    }

    /** The company that a person's own data name and that nobody has told yet that they work there. */
    public @Nullable CustomerSummary proposedCompany(Customer person, List<Relation> known) {
        if (person.kind().equals("company") || person.companyName() == null) {
            return null;
        }
        boolean told = known.stream()
                .anyMatch(relation ->
                        relation.kind().code().equals("works_at") && relation.side() == RelationKind.Side.FORTH);
        CompanyMatch match =
                told ? null : customers.companies(List.of(person.companyName())).get(person.companyName());
        return match == null || match.customer() == null || match.customer().equals(person.id())
                ? null
                : customers.summaries(List.of(match.customer())).stream()
                        .findFirst()
                        .orElse(null);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
