package io.legame.segments;

import io.legame.customers.CustomerFacts;
import io.legame.customers.CustomerId;
import io.legame.customers.MergeId;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Which segments somebody was in is nothing that happened with them: it keeps no customer, and is told anew of whoever
 * two of them become. But it is forgotten with them.
 */
@Component
class ForgottenMembers implements CustomerFacts {
    private final DSLContext database;
    private final MembershipTable table;

    ForgottenMembers(DSLContext database, MembershipTable table) {
        this.database = database;
        this.table = table;
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
        Long[] gone = customers.stream().map(CustomerId::value).toArray(Long[]::new);
        table.lock();
        database.execute("""
                with gone as (delete from segments.member where customer_id = any (?) returning segment_id)
                update segments.standing s set size = s.size - g.number
                from (select segment_id, count(*) as number from gone group by segment_id) g
                where g.segment_id = s.segment_id
                """, (Object) gone);
        database.execute("delete from segments.passage where customer_id = any (?)", (Object) gone);
    }
}
