package io.legame.customers;

import static io.legame.customers.db.Tables.CHANGE;

import io.legame.access.AuditTrail;
import io.legame.access.ChangeSet;
import io.legame.access.ChangeSetId;
import io.legame.access.ChangeSets;
import io.legame.customers.db.tables.records.CustomerRecord;
import io.legame.customers.db.tables.records.MergeRecord;
import io.legame.platform.Refusal;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes one of customers that are the same, and takes that back. Nothing is deleted: who became part of another one is
 * kept whole, what happened with it and what it is known by go to the one that stays, and its number finds that one.
 */
@Component
public class Merges {
    private final DSLContext database;
    private final Customers customers;
    private final CustomerSettings settings;
    private final CustomerUndo undo;
    private final ChangeSets changeSets;
    private final List<CustomerFacts> facts;
    private final AuditTrail audit;
    private final InstantSource clock;

    Merges(
            DSLContext database,
            Customers customers,
            CustomerSettings settings,
            CustomerUndo undo,
            ChangeSets changeSets,
            List<CustomerFacts> facts,
            AuditTrail audit,
            InstantSource clock) {
        this.database = database;
        this.customers = customers;
        this.settings = settings;
        this.undo = undo;
        this.changeSets = changeSets;
        this.facts = facts;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What merging would do.
     *
     * @param survivor who stays; one that is not among them is not meant, and another is proposed
     */
    public MergeProposal propose(Collection<CustomerId> ids, Optional<CustomerId> survivor) {
        Map<Long, CustomerState> states = load(ids);
        Map<CustomerId, Long> counts = count(ids);
        CustomerId stays =
                survivor.filter(id -> states.containsKey(id.value())).orElseGet(() -> staying(states, counts));
        MergeChoices choices = choices(states, stays, Map.of(), Map.of());
        Map<CustomerId, Long> versions = versions(ids);
        Map<CustomerId, Customer> all = customers.all(ids);
        return new MergeProposal(
                stays,
                choices.all().stream()
                        .map(CustomerState::customer)
                        .map(id -> new MergeProposal.Candidate(
                                Optional.ofNullable(all.get(id)).orElseThrow(Merges::gone),
                                versions.getOrDefault(id, 0L),
                                counts.getOrDefault(id, 0L)))
                        .toList(),
                choices.choices(),
                choices.custom().choices());
    }

    private Map<Long, CustomerState> load(Collection<CustomerId> ids) {
        List<Long> values = ids.stream().map(CustomerId::value).distinct().toList();
        Map<Long, CustomerState> states = new CustomerBase(database).visible(values);
        if (states.size() < values.size()) {
            throw gone();
        }
        if (states.size() < 2) {
            throw Refusal.of("customers.merge.error.two");
        }
        return states;
    }

    private static Refusal gone() {
        return new Refusal(HttpStatus.CONFLICT, "customers.merge.error.changed");
    }

    private Map<CustomerId, Long> count(Collection<CustomerId> ids) {
        var counts = new HashMap<CustomerId, Long>();
        facts.forEach(each -> each.count(ids).forEach((id, count) -> counts.merge(id, count, Long::sum)));
        return counts;
    }

    /** Who has the unique key, then with whom most happened, then who is here longest. */
    private static CustomerId staying(Map<Long, CustomerState> states, Map<CustomerId, Long> counts) {
        return states.values().stream()
                .min(Comparator.comparing((CustomerState state) -> !state.row().getKeyed())
                        .thenComparingLong(state -> -counts.getOrDefault(new CustomerId(state.id()), 0L))
                        .thenComparingLong(CustomerState::id))
                .map(state -> new CustomerId(state.id()))
                .orElseThrow();
    }

    private MergeChoices choices(
            Map<Long, CustomerState> states,
            CustomerId survivor,
            Map<CustomerField, CustomerId> chosen,
            Map<CustomFieldId, CustomerId> custom) {
        var others = new HashMap<>(states);
        CustomerState stays = Objects.requireNonNull(others.remove(survivor.value()));
        return new MergeChoices(
                stays, others.values(), chosen, custom, customers.reader(), SeenFields.current(database));
    }

    /** Of those that were changed. */
    private Map<CustomerId, Long> versions(Collection<CustomerId> ids) {
        return database.select(CHANGE.CUSTOMER_ID, DSL.max(CHANGE.NUMBER))
                .from(CHANGE)
                .where(CHANGE.CUSTOMER_ID.eq(
                        DSL.any(ids.stream().map(CustomerId::value).toArray(Long[]::new))))
                .groupBy(CHANGE.CUSTOMER_ID)
                .fetchMap(row -> new CustomerId(row.value1()), row -> row.value2());
    }

    /** Who stays when nobody chooses. */
    @Transactional
    public CustomerId staying(Collection<CustomerId> ids) {
        return staying(load(ids), count(ids));
    }

    /**
     * Makes them one, in one transaction (the caller's, if there is one).
     *
     * @throws Refusal when one of them is no more, or was changed since it was seen; nothing is done then
     */
    @Transactional
    public MergeId merge(MergeRequest request) {
        customers.holdBack();
        var base = new CustomerBase(database);
        base.lock();
        Set<CustomerId> all = new LinkedHashSet<>(request.others());
        all.add(request.survivor());
        Map<Long, CustomerState> states = load(all);
        refuseHidden(request);
        Map<CustomerId, Long> versions = versions(all);
        request.seen().forEach((id, version) -> {
            if (!version.equals(versions.getOrDefault(id, 0L))) {
                throw gone();
            }
        });
        OffsetDateTime now = now();
        Long[] others = request.others().stream()
                .filter(id -> !id.equals(request.survivor()))
                .map(CustomerId::value)
                .sorted()
                .toArray(Long[]::new);
        ChangeSetId by = changeSets.open(ChangeSet.Kind.MERGE, numbers(List.of(others)), null);
        MergeId merge = new MergeTable(database).open(request.survivor(), others, by, now);
        MergeChoices choices = choices(states, request.survivor(), request.chosen(), request.custom());
        choices.write();
        CustomerState survivor = choices.all().getFirst();
        survivor.row().setUpdatedAt(now);
        base.update(Map.of(survivor.id(), survivor), by, now);
        List<CustomerId> gone = List.of(others).stream().map(CustomerId::new).toList();
        facts.forEach(each -> each.move(merge, gone, request.survivor()));
        new BesideTable(database, by, now).noteMoved(merge, request.survivor());
        new MergeTable(database).takeIn(merge, request.survivor(), others);
        new KeyedCustomers(database)
                .rekey(List.of(request.survivor().value()), settings.read().key());
        audit.record(
                "customers.merged",
                "customer",
                Long.toString(request.survivor().value()),
                Map.of("others", numbers(List.of(others))));
        return merge;
    }

    /** Nobody chooses between values that they do not see at all. */
    private void refuseHidden(MergeRequest request) {
        SeenFields seen = SeenFields.current(database);
        Stream<String> usual = request.chosen().keySet().stream()
                .filter(field -> seen.level(field) == FieldLevel.HIDDEN)
                .map(CustomerField::code);
        Stream<String> custom = seen.custom().stream()
                .filter(field ->
                        field.level() == FieldLevel.HIDDEN && request.custom().containsKey(field.id()))
                .map(field -> SeenFields.CUSTOM + field.code());
        Stream.concat(usual, custom).findFirst().ifPresent(field -> {
            throw new Refusal(HttpStatus.FORBIDDEN, "customers.error.limited", field);
        });
    }

    private static String numbers(List<Long> ids) {
        return ids.stream().map(id -> "#" + id).collect(Collectors.joining(", "));
    }

    /**
     * What could not be as it was before.
     *
     * @param values whether somebody changed values of the survivor since, which stay
     * @param identities whether the survivor lost an identity since, which does not come back
     */
    public record Unmerged(List<CustomerId> back, boolean values, boolean identities) {}

    /** The same; all that happened since stays with the survivor. */
    @Transactional
    public Unmerged undo(MergeId id) {
        return undo(id, Map.of());
    }

    /**
     * Takes a merge back, in one transaction (the caller's, if there is one): everybody is again who they were, with what
     * they were known by and what happened with them until then.
     *
     * @param since whose is what happened since, see {@link CustomerFacts#moveBack}; the rest stays with the survivor
     * @throws Refusal when the survivor itself became part of another one since: that has to be taken back before
     */
    @Transactional
    public Unmerged undo(MergeId id, Map<String, CustomerId> since) {
        customers.holdBack();
        new CustomerBase(database).lock();
        var table = new MergeTable(database);
        MergeTable.Noted merge = table.find(id).orElseThrow(Refusal::notFound);
        if (merge.undone()) {
            throw new Refusal(HttpStatus.CONFLICT, "customers.merge.error.undone");
        }
        Map<CustomerId, CustomerId> further = table.survivors(List.of(merge.survivor()));
        if (!further.isEmpty()) {
            throw new Refusal(
                    HttpStatus.CONFLICT,
                    "customers.merge.error.mergedOn",
                    Objects.requireNonNull(further.get(merge.survivor())).value());
        }
        List<CustomerId> back = table.of(id);
        OffsetDateTime now = now();
        ChangeSetId by = changeSets.open(
                ChangeSet.Kind.UNDO,
                numbers(back.stream().map(CustomerId::value).toList()),
                merge.by().value());
        boolean identities = table.letGo(merge, now);
        var owners = new HashMap<>(since);
        owners.values().retainAll(back);
        BesideTable.forgetMoved(database, merge.by());
        facts.forEach(each -> each.moveBack(id, merge.survivor(), owners));
        boolean values = !undo.restore(merge.by(), by, merge.survivor().value() - 1, 1)
                .kept()
                .isEmpty();
        var concerned = new LinkedHashSet<>(back);
        concerned.add(merge.survivor());
        new KeyedCustomers(database)
                .rekey(
                        concerned.stream().map(CustomerId::value).toList(),
                        settings.read().key());
        audit.record(
                "customers.unmerged",
                "customer",
                Long.toString(merge.survivor().value()),
                Map.of("others", numbers(back.stream().map(CustomerId::value).toList())));
        return new Unmerged(back, values, identities);
    }

    /** One merge, taken back or not. */
    public Optional<Merge> find(MergeId id) {
        return new MergeTable(database)
                .record(id)
                .map(row -> merges(List.of(row)).getFirst());
    }

    /** The merges that the customer had a part in, also those that were taken back, the latest first. */
    public List<Merge> of(CustomerId id) {
        return merges(new MergeTable(database).with(id));
    }

    private List<Merge> merges(List<MergeRecord> rows) {
        Map<ChangeSetId, ChangeSet> sets = changeSets.find(
                rows.stream().map(row -> new ChangeSetId(row.getChangeSetId())).toList());
        Map<Long, CustomerRecord> customerRows = new MergeTable(database)
                .rows(rows.stream()
                        .flatMap(row -> Stream.concat(Stream.of(row.getSurvivorId()), Stream.of(row.getOthers())))
                        .distinct()
                        .toList());
        return rows.stream()
                .map(row -> new Merge(
                        new MergeId(row.getId()),
                        merged(row.getSurvivorId(), customerRows),
                        Stream.of(row.getOthers())
                                .map(id -> merged(id, customerRows))
                                .toList(),
                        row.getAt().toInstant(),
                        sets.get(new ChangeSetId(row.getChangeSetId())),
                        row.getUndoneAt() == null ? null : row.getUndoneAt().toInstant()))
                .toList();
    }

    private static Merge.Merged merged(long id, Map<Long, CustomerRecord> rows) {
        CustomerRecord row = rows.get(id);
        return new Merge.Merged(new CustomerId(id), row == null ? "#" + id : CustomerList.name(row));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
