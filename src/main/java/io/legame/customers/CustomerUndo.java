package io.legame.customers;

import static io.legame.customers.db.Tables.CHANGE;
import static io.legame.customers.db.Tables.CUSTOMER;
import static io.legame.customers.db.Tables.IDENTITY;

import io.legame.access.ChangeSetId;
import io.legame.access.ChangeSets;
import io.legame.access.Rewind;
import io.legame.customers.db.tables.records.ChangeRecord;
import io.legame.customers.db.tables.records.IdentityRecord;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes back what a change set did to customers, a stretch at a time, as far as nobody changed it since: fields go back
 * to what they were, identities go, customers that it created are no more. What somebody changed since stays, and is
 * told.
 */
@Component
public class CustomerUndo {
    /** The fields whose values may be identities. */
    private static final Set<String> IDENTIFYING = Set.of("email", "phone", "vat_number");

    private final DSLContext database;
    private final ChangeSets changeSets;
    private final CustomerSettings settings;
    private final InstantSource clock;

    CustomerUndo(DSLContext database, ChangeSets changeSets, CustomerSettings settings, InstantSource clock) {
        this.database = database;
        this.changeSets = changeSets;
        this.settings = settings;
        this.clock = clock;
    }

    /** Why something stayed. A text for each is {@code customers.kept.<name>}. */
    public enum Kept {
        /** Somebody changed the field since. */
        CHANGED,
        /** Something happened to the customer since, such as a purchase. */
        FACTS,
        /** The customer is part of another one since, or others are part of it. */
        MERGED
    }

    /**
     * One stretch.
     *
     * @param end the last customer looked at; null when there is none left
     * @param done customers put back or removed
     * @param kept why others were not, or not wholly
     */
    public record Step(@Nullable CustomerId end, int done, Map<CustomerId, Kept> kept) {}

    /**
     * Puts customers back that were there before.
     *
     * @param what the change set to take back
     * @param by the change set that this is part of
     * @param after where the stretch before ended, 0 at the beginning
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Step restore(ChangeSetId what, ChangeSetId by, long after, int limit) {
        var base = new CustomerBase(database);
        base.lock();
        List<Long> ids = database.selectDistinct(CHANGE.CUSTOMER_ID)
                .from(CHANGE)
                .join(CUSTOMER)
                .on(CUSTOMER.ID.eq(CHANGE.CUSTOMER_ID))
                .where(
                        CHANGE.CHANGE_SET_ID.eq(what.value()),
                        CHANGE.CUSTOMER_ID.gt(after),
                        CUSTOMER.CHANGE_SET_ID.isDistinctFrom(what.value()))
                .orderBy(CHANGE.CUSTOMER_ID)
                .limit(limit)
                .fetch(CHANGE.CUSTOMER_ID);
        if (ids.isEmpty()) {
            return new Step(null, 0, Map.of());
        }
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        Map<Long, CustomerState> states = base.load(ids);
        var restored = new TreeMap<Long, CustomerState>();
        var kept = new LinkedHashMap<CustomerId, Kept>();
        var identities = new IdentityTable(database);
        Set<Long> supplanted = identities.supplanted(ids, what);
        // before the fields: an address comes back only to who is known by it
        Set<Long> revived = identities.revive(ids, what);
        Map<Long, Set<String>> given = identities.givenUp(ids);
        rewinds(what, ids).forEach((id, rewind) -> {
            CustomerState state = states.get(id);
            if (state != null) {
                // an address that another customer has by now cannot come back
                boolean stuck = supplanted.contains(id)
                        || rewind.back().entrySet().stream().anyMatch(back -> isGivenUp(back, given.get(id)));
                if (stuck) {
                    rewind.back().keySet().removeIf(name -> IDENTIFYING.contains(name) || CustomFieldId.isName(name));
                }
                rewind.back().forEach(state::restore);
                state.finish();
                if (stuck || rewind.stays().stream().anyMatch(field -> !CustomerState.isMoment(field))) {
                    kept.put(new CustomerId(id), Kept.CHANGED);
                }
            }
        });
        Set<Long> identified = endIdentities(ids, states, what, by, now);
        identified.addAll(revived);
        states.forEach((id, state) -> {
            if (!state.before().isEmpty() || identified.contains(id)) {
                restored.put(id, state);
            }
        });
        base.update(restored, by, now);
        new KeyedCustomers(database).rekey(ids, settings.read().key());
        return new Step(new CustomerId(ids.getLast()), restored.size(), kept);
    }

    /** Whether somebody took the address or phone away since, when it was a further one. */
    private static boolean isGivenUp(Map.Entry<String, ChangeJson.Was> back, @Nullable Set<String> givenUp) {
        Object value = back.getValue().value();
        if (givenUp == null || value == null || !IDENTIFYING.contains(back.getKey())) {
            return false;
        }
        return givenUp.contains(value.toString()) || givenUp.contains(SeveralValues.address(value));
    }

    private Map<Long, Rewind<ChangeJson.Was>> rewinds(ChangeSetId what, Collection<Long> ids) {
        Map<Long, List<ChangeRecord>> histories = database.selectFrom(CHANGE)
                .where(CHANGE.CUSTOMER_ID.eq(DSL.any(ids.toArray(Long[]::new))))
                .orderBy(CHANGE.CUSTOMER_ID, CHANGE.NUMBER.desc())
                .fetchGroups(CHANGE.CUSTOMER_ID, change -> change);
        Map<ChangeSetId, ChangeSetId> undone = changeSets.undone(histories.values().stream()
                .flatMap(List::stream)
                .map(CustomerUndo::by)
                .collect(Collectors.toSet()));
        var rewinds = new LinkedHashMap<Long, Rewind<ChangeJson.Was>>();
        histories.forEach((id, newestFirst) -> rewinds.put(
                id,
                Rewind.of(
                        what,
                        newestFirst.stream()
                                .map(change -> new Rewind.Change<>(by(change), ChangeJson.before(change.getBefore())))
                                .toList(),
                        undone)));
        return rewinds;
    }

    private static ChangeSetId by(ChangeRecord change) {
        return new ChangeSetId(change.getChangeSetId());
    }

    /** Returns the customers that lost an identity. */
    private Set<Long> endIdentities(
            List<Long> ids, Map<Long, CustomerState> states, ChangeSetId what, ChangeSetId by, OffsetDateTime now) {
        var ended = new ArrayList<Identity>();
        var owners = new HashSet<Long>();
        CustomFieldList fields = settings.read().fields();
        database.selectFrom(IDENTITY)
                .where(IDENTITY.CUSTOMER_ID.eq(DSL.any(ids.toArray(Long[]::new))))
                .and(IDENTITY.CHANGE_SET_ID.eq(what.value()).or(IDENTITY.KIND.eq(Identity.Kind.PHONE.code())))
                .forEach(row -> {
                    CustomerState state = states.get(row.getCustomerId());
                    boolean ours = Objects.equals(row.getChangeSetId(), what.value());
                    // a phone became an identity when it became the unique key, whoever had brought it in
                    boolean takenBack =
                            state != null && row.getValue().equals(state.row().original(CUSTOMER.PHONE));
                    boolean inUse = state != null
                            && (row.getValue().equals(state.row().getEmail())
                                    || row.getValue().equals(state.row().getPhone())
                                    || isValue(row, state, fields));
                    if (!inUse && (ours || takenBack)) {
                        ended.add(IdentityTable.identity(row.getKind(), row.getSource(), row.getValue()));
                        owners.add(row.getCustomerId());
                    }
                });
        new IdentityTable(database).end(ended, by, now);
        return owners;
    }

    private static boolean isValue(IdentityRecord identity, CustomerState state, CustomFieldList fields) {
        return identity.getKind().equals(Identity.Kind.FIELD.code())
                && fields.all().stream()
                        .filter(field -> field.code().equals(identity.getSource()))
                        .anyMatch(field ->
                                identity.getValue().equals(state.custom().get(field.id())));
    }

    /**
     * Removes customers that the change set created and nobody has touched since.
     *
     * @param needed those among customers that something happened to
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Step remove(
            ChangeSetId what, long after, int limit, Function<Collection<CustomerId>, Set<CustomerId>> needed) {
        new CustomerBase(database).lock();
        List<Long> ids = database.select(CUSTOMER.ID)
                .from(CUSTOMER)
                .where(CUSTOMER.CHANGE_SET_ID.eq(what.value()), CUSTOMER.ID.gt(after))
                .orderBy(CUSTOMER.ID)
                .limit(limit)
                .fetch(CUSTOMER.ID);
        var kept = new LinkedHashMap<CustomerId, Kept>();
        if (ids.isEmpty()) {
            // told once, at the end
            new MergeTable(database).createdBy(what).forEach(id -> kept.put(id, Kept.MERGED));
            return new Step(null, 0, kept);
        }
        needed.apply(ids.stream().map(CustomerId::new).toList()).forEach(id -> kept.put(id, Kept.FACTS));
        changedByOthers(ids, what).forEach(id -> kept.put(id, Kept.CHANGED));
        new MergeTable(database).madeOfOthers(ids).forEach(id -> kept.put(id, Kept.MERGED));
        Long[] gone =
                ids.stream().filter(id -> !kept.containsKey(new CustomerId(id))).toArray(Long[]::new);
        new CustomerBase(database).remove(gone);
        return new Step(new CustomerId(ids.getLast()), gone.length, kept);
    }

    private Set<CustomerId> changedByOthers(List<Long> ids, ChangeSetId what) {
        var changed = new HashSet<CustomerId>();
        rewinds(what, ids).forEach((id, rewind) -> {
            if (!rewind.others().isEmpty()) {
                changed.add(new CustomerId(id));
            }
        });
        database.selectDistinct(IDENTITY.CUSTOMER_ID)
                .from(IDENTITY)
                .where(IDENTITY.CUSTOMER_ID.eq(DSL.any(ids.toArray(Long[]::new))))
                .and(IDENTITY.CHANGE_SET_ID.isDistinctFrom(what.value()))
                .forEach(row -> changed.add(new CustomerId(row.value1())));
        return changed;
    }
}
