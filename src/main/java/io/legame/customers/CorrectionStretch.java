package io.legame.customers;

import io.legame.access.ChangeSetId;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Corrects some customers at once. Identities follow the values; nobody is given one that belongs to another. */
final class CorrectionStretch {
    private final CustomerBase base;
    private final IdentityTable identities;
    private final ChangeSetId by;
    private final OffsetDateTime now;

    private final Map<Identity, Long> owners = new LinkedHashMap<>();
    private final Map<Long, CustomerState> changed = new TreeMap<>();
    private final List<Identity> ended = new ArrayList<>();
    private final Map<Identity, CustomerState> added = new LinkedHashMap<>();
    private long ofAnother;
    private long needed;

    CorrectionStretch(DSLContext database, ChangeSetId by, OffsetDateTime now) {
        this.base = new CustomerBase(database);
        this.identities = new IdentityTable(database);
        this.by = by;
        this.now = now;
    }

    /** @param states in the order in which they may take an identity that two of them would have */
    Correction.Outcome run(Collection<CustomerState> states, Correcting correcting) {
        var wanted = new LinkedHashMap<CustomerState, List<CorrectedValue>>();
        for (CustomerState state : states) {
            List<CorrectedValue> values = correcting.of(state);
            if (!values.isEmpty()) {
                wanted.put(state, values);
            }
        }
        findOwners(wanted);
        wanted.forEach(this::decide);
        base.update(changed, by, now);
        identities.end(ended, by, now);
        base.add(added, by, now);
        return new Correction.Outcome(changed.size(), ofAnother, needed);
    }

    private void findOwners(Map<CustomerState, List<CorrectedValue>> wanted) {
        List<Identity> touched = wanted.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .flatMap(value -> Stream.of(before(entry.getKey(), value), value.identity(value.value()))))
                .filter(Objects::nonNull)
                .toList();
        identities.find(touched).forEach((identity, owner) -> owners.put(identity, owner.value()));
    }

    private static @Nullable Identity before(CustomerState state, CorrectedValue value) {
        return value.identity(state.row().get(Objects.requireNonNull(CustomerRow.column(value.field()))));
    }

    private void decide(CustomerState state, List<CorrectedValue> values) {
        for (CorrectedValue value : values) {
            Identity before = before(state, value);
            Identity after = value.identity(value.value());
            if (after != null && !owners.getOrDefault(after, state.id()).equals(state.id())) {
                ofAnother++;
                return;
            }
            if (after == null && isOf(state, before)) {
                needed++;
                return;
            }
        }
        values.forEach(value -> {
            follow(state, before(state, value), value.identity(value.value()));
            state.correct(value.field(), value.value(), value.flag());
        });
        state.row().setUpdatedAt(now);
        state.finish();
        changed.put(state.id(), state);
    }

    private boolean isOf(CustomerState state, @Nullable Identity identity) {
        return identity != null && Objects.equals(owners.get(identity), state.id());
    }

    private void follow(CustomerState state, @Nullable Identity before, @Nullable Identity after) {
        if (after == null || after.equals(before)) {
            return;
        }
        boolean was = isOf(state, before);
        // phones and VAT numbers are identities of some customers only
        if (!owners.containsKey(after) && (was || after.kind() == Identity.Kind.EMAIL)) {
            owners.put(after, state.id());
            added.put(after, state);
        }
        if (was && before != null) {
            owners.remove(before);
            ended.add(before);
        }
    }
}
