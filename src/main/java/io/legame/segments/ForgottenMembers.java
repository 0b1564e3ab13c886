package io.legame.segments;

import io.legame.customers.CustomerFacts;
import io.legame.customers.CustomerId;
import io.legame.customers.MergeId;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Which segments somebody was in is nothing that happened with them: it keeps no customer, and is told anew of whoever
 * two of them become. But it is forgotten with them.
 */
@Component
class ForgottenMembers implements CustomerFacts {
    private final MembershipTable table;
    private final MemberChunks chunks;
    private final Passages passages;

    ForgottenMembers(MembershipTable table, MemberChunks chunks, Passages passages) {
        this.table = table;
        this.chunks = chunks;
        this.passages = passages;
    }

    @Override
    public Set<CustomerId> known(Collection<CustomerId> customers) {
        return Set.of();
    }

    @Override
    public Map<CustomerId, Long> count(Collection<CustomerId> customers) {
        return Map.of();
    }

    @Override
    public void move(MergeId merge, Collection<CustomerId> from, CustomerId to) {
        // the members of segments follow by themselves
    }

    @Override
    public void moveBack(MergeId merge, CustomerId survivor, Map<String, CustomerId> since) {
        // the members of segments follow by themselves
    }

    @Override
    public void forget(Collection<CustomerId> customers) {
        CustomerIds gone =
                CustomerIds.of(customers.stream().mapToLong(CustomerId::value).sorted());
        table.lock();
        chunks.remove(gone).forEach(table::shrink);
        passages.forget(customers);
    }
}
