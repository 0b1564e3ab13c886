package io.legame.customers;

import io.legame.access.ChangeSetId;
import io.legame.customers.db.tables.records.CustomerRecord;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/**
 * One batch of drafts on its way into the base. Everything that is known is read at once, decided in memory, and written
 * at once.
 */
final class CustomerUpserts {
    private final CustomerBase base;
    private final DraftIdentities identitiesOf;
    private final Identity.Kind key;
    private final CustomReader custom;
    private final boolean sameWordings;
    private final String source;
    private final ChangeSetId by;
    private final OffsetDateTime now;

    private final Map<Identity, CustomerState> owners = new HashMap<>();
    private final List<CustomerState> created = new ArrayList<>();
    private final Set<CustomerState> fresh = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<Long, CustomerState> updated = new LinkedHashMap<>();
    /** Of the owners, those whom the writer does not see. */
    private final Set<Long> hidden = new HashSet<>();

    private final Map<Identity, CustomerState> newIdentities = new LinkedHashMap<>();
    /** Told at the end, when new customers have their ids. */
    private final List<Supplier<Upsert>> results = new ArrayList<>();

    /**
     * @param home where customers are that do not say it, ISO 3166-1 alpha-2
     * @param custom reads custom fields
     */
    CustomerUpserts(
            CustomerBase base,
            Settings settings,
            String home,
            CustomReader custom,
            String source,
            ChangeSetId by,
            OffsetDateTime now) {
        this.base = base;
        this.identitiesOf = new DraftIdentities(source, settings.key(), home);
        this.key = settings.key();
        this.custom = custom;
        this.sameWordings = !settings.off().contains(UniformityRule.COMPANY_NAMES);
        this.source = source;
        this.by = by;
        this.now = now;
    }

    /** By whoever holds the lock of the base. */
    List<Upsert> run(List<UniformDraft> came) {
        List<UniformDraft> drafts = sameWordings ? new CompanyWordings(base).apply(came) : came;
        // by the name as it came: its wording depends on who else is known
        List<DraftIdentities.Named> named = came.stream().map(identitiesOf::of).toList();
        owners.putAll(base.owners(named.stream()
                .flatMap(DraftIdentities.Named::deciding)
                .distinct()
                .toList()));
        base.correctedAway(slips(drafts), owners.values()).forEach(owners::putIfAbsent);
        hidden.addAll(base.hidden(owners.values()));
        for (int i = 0; i < drafts.size(); i++) {
            decide(drafts.get(i), named.get(i));
        }
        base.insert(created);
        base.update(updated, by, now);
        base.add(newIdentities, by, now);
        return results.stream().map(Supplier::get).toList();
    }

    /** The same file comes again with the same slips: they are of customers whose addresses were put right. */
    private List<String> slips(List<UniformDraft> drafts) {
        return drafts.stream()
                .filter(draft -> draft.flags().containsKey(CustomerField.EMAIL))
                .map(draft -> draft.draft().text(CustomerField.EMAIL))
                .filter(address -> address != null && !owners.containsKey(Identity.email(address)))
                .map(Objects::requireNonNull)
                .distinct()
                .toList();
    }

    private void decide(UniformDraft draft, DraftIdentities.Named named) {
        if (named.own().isEmpty()) {
            results.add(() -> unidentified(draft));
            return;
        }
        Set<CustomerState> claimants = claimants(named.own());
        if (claimants.isEmpty()) {
            // an address of theirs that is not the first finds them too, when nothing better does
            claimants = claimants(named.more());
        }
        NamedCompany company = named.company();
        if (company != null && claimants.removeIf(owner -> isAnother(owner, named, company))) {
            create(draft, named.apart(company));
            return;
        }
        switch (claimants.size()) {
            case 0 -> create(draft, named);
            case 1 -> {
                CustomerState owner = claimants.iterator().next();
                if (owner.deleted()) {
                    reject("customers.rejected.deleted", named);
                } else if (!fresh.contains(owner) && hidden.contains(owner.id())) {
                    reject("customers.rejected.outOfSight", named);
                } else {
                    complete(owner, draft, named);
                }
            }
            default -> reject("customers.rejected.twoOwners", named);
        }
    }

    private void reject(String reason, DraftIdentities.Named named) {
        Identity last = named.own().getLast();
        results.add(() -> new Upsert.Rejected(reason, last.kind().field(), last.value()));
    }

    /** Found by its name alone, which another may have too. */
    private boolean isAnother(CustomerState owner, DraftIdentities.Named named, NamedCompany company) {
        return owners.get(named.own().getFirst()) != owner && company.contradicts(owner.row(), identitiesOf.home());
    }

    private Set<CustomerState> claimants(Collection<Identity> identities) {
        Set<CustomerState> claimants = Collections.newSetFromMap(new IdentityHashMap<>());
        identities.stream().map(owners::get).filter(Objects::nonNull).forEach(claimants::add);
        return claimants;
    }

    /** The value that would have identified the row, had it been right, is the reason; else that there is none. */
    private static Upsert unidentified(UniformDraft draft) {
        for (CustomerField field : List.of(CustomerField.EMAIL, CustomerField.TAX_CODE, CustomerField.PHONE)) {
            ValueFlag flag = draft.leftOut(field);
            if (flag != null) {
                return new Upsert.Rejected("customers.rejected." + CustomerState.name(field), field, flag.written());
            }
        }
        return new Upsert.Rejected("customers.rejected.unidentified", CustomerField.EMAIL, "");
    }

    private void create(UniformDraft draft, DraftIdentities.Named named) {
        var row = new CustomerRecord();
        row.setSource(source);
        row.setCreatedAt(now);
        row.setUpdatedAt(now);
        row.setChangeSetId(by.value());
        var state = new CustomerState(row);
        if (state.apply(draft).isEmpty()) {
            state.finish();
        }
        state.begin(custom.defaults(row.getKind()), draft.custom());
        own(state, named);
        row.setKeyed(hasKey(state, named));
        created.add(state);
        fresh.add(state);
        results.add(() -> new Upsert.Created(id(state), draft.flags()));
    }

    private void complete(CustomerState owner, UniformDraft draft, DraftIdentities.Named named) {
        NamedCompany company = named.company();
        boolean poorer = company != null && company.saysLessThan(owner.row(), identitiesOf.home());
        Set<String> fields = owner.apply(poorer ? draft.without(CustomerField.COMPANY_NAME) : draft);
        if (own(owner, named)) {
            fields.add("identity");
        }
        if (hasKey(owner, named)) {
            owner.row().setKeyed(true);
        }
        if (!fields.isEmpty() && !fresh.contains(owner)) {
            owner.row().setUpdatedAt(now);
            updated.put(owner.id(), owner);
        }
        Map<String, Upsert.Change> changes = owner.changes(fields);
        results.add(() -> changes.isEmpty()
                ? new Upsert.Unchanged(id(owner), draft.flags())
                : new Upsert.Updated(id(owner), changes, draft.flags()));
    }

    private static CustomerId id(CustomerState state) {
        return new CustomerId(state.id());
    }

    /** An address of theirs may be another's: then it is no key of theirs. */
    private boolean hasKey(CustomerState owner, DraftIdentities.Named named) {
        return named.all().anyMatch(identity -> key.asKey().contains(identity.kind()) && owners.get(identity) == owner);
    }

    private boolean own(CustomerState owner, DraftIdentities.Named named) {
        boolean added = false;
        for (Identity identity : named.all().toList()) {
            if (owners.putIfAbsent(identity, owner) == null) {
                newIdentities.put(identity, owner);
                added = true;
            }
        }
        return added;
    }
}
