package io.legame.duplicates;

import io.legame.access.Actor;
import io.legame.access.AuditTrail;
import io.legame.customers.CustomerId;
import io.legame.customers.Customers;
import io.legame.matching.Clusters.Apart;
import io.legame.platform.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who is not the same, as people said it. Nobody proposes them together again, until somebody takes it back. */
@Component
public class Distinctions {
    /** As many customers nobody looks at at once. */
    private static final int MOST = 200;

    private final Customers customers;
    private final ProposalTable proposals;
    private final DifferentTable different;
    private final Settlement settlement;
    private final AuditTrail audit;

    Distinctions(
            Customers customers,
            ProposalTable proposals,
            DifferentTable different,
            Settlement settlement,
            AuditTrail audit) {
        this.customers = customers;
        this.proposals = proposals;
        this.different = different;
        this.settlement = settlement;
        this.audit = audit;
    }

    /**
     * No two of them are the same.
     *
     * @throws Refusal when they are fewer than two by now, or more than two hundred
     */
    @Transactional
    public void different(Collection<CustomerId> ids) {
        say(ids, Set.of());
    }

    /** The one is none of the others, who may be the same among themselves. */
    @Transactional
    public void different(CustomerId one, Collection<CustomerId> others) {
        say(Set.of(one), others);
    }

    /** @param others empty when each of the ones is another than each */
    private void say(Collection<CustomerId> ones, Collection<CustomerId> others) {
        customers.hold();
        settlement.lock();
        List<Long> each = current(ones);
        List<Long> rest = others.isEmpty() ? each : current(others);
        var pairs =
                new TreeSet<>(java.util.Comparator.comparingLong(Apart::first).thenComparingLong(Apart::second));
        for (long one : each) {
            rest.stream().filter(other -> other != one).forEach(other -> pairs.add(DifferentTable.two(one, other)));
        }
        if (pairs.isEmpty()) {
            throw Refusal.of("duplicates.error.two");
        }
        different.say(pairs, Actor.current().name());
        settle("duplicates.different", pairs);
    }

    private List<Long> current(Collection<CustomerId> ids) {
        if (ids.size() > MOST) {
            throw Refusal.of("duplicates.error.tooMany", MOST);
        }
        List<Long> values = ids.stream().map(CustomerId::value).toList();
        return Standing.of(customers, values).of(values);
    }

    /** Takes back what was said of any two of them: they may be the same again. */
    @Transactional
    public void maybeSame(Collection<CustomerId> ids) {
        customers.hold();
        settlement.lock();
        List<Long> values = ids.stream().map(CustomerId::value).toList();
        List<Apart> said = different.of(values);
        if (said.isEmpty()) {
            throw Refusal.notFound();
        }
        different.unsay(values);
        settle("duplicates.maybeSame", said);
    }

    private void settle(String action, Collection<Apart> pairs) {
        Set<CustomerId> concerned = pairs.stream()
                .flatMap(pair -> List.of(pair.first(), pair.second()).stream())
                .map(CustomerId::new)
                .collect(Collectors.toSet());
        audit.record(
                action,
                "customer",
                Long.toString(pairs.iterator().next().first()),
                Map.of(
                        "customers",
                        concerned.stream().map(id -> "#" + id.value()).sorted().collect(Collectors.joining(", "))));
        settlement.settle(proposals.groups(concerned), Map.of());
    }

    /**
     * What was said last comes first.
     *
     * @param after the last of the page before; null for the first page
     */
    public List<Different> list(@Nullable Different after, int limit) {
        return different.list(after, limit);
    }

    public int count() {
        return different.count();
    }
}
