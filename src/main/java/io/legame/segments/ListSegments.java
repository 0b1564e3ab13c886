package io.legame.segments;

import io.legame.access.AuditTrail;
import io.legame.customers.CustomerId;
import io.legame.customers.Customers;
import io.legame.insight.CustomerLists;
import io.legame.insight.Warehouse;
import io.legame.platform.Refusal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Segments that are lists: their members are those whom somebody put there, all of another segment on one day or one by
 * one. Who is on a list and lacks the unique key, or was let go, is no member while that is so, as in any segment.
 */
@Component
public class ListSegments {
    /** By one request. */
    public static final int MOST_AT_ONCE = 100_000;

    private final Segments segments;
    private final CustomerLists lists;
    private final Customers customers;
    private final Warehouse warehouse;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    ListSegments(
            Segments segments,
            CustomerLists lists,
            Customers customers,
            Warehouse warehouse,
            AuditTrail audit,
            TransactionTemplate transaction) {
        this.segments = segments;
        this.lists = lists;
        this.customers = customers;
        this.warehouse = warehouse;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** A list of those who are members of the segment on the day. */
    public Segment freeze(Segment segment, String name, @Nullable String description, LocalDate asOf) {
        CustomerIds members = warehouse.queryAtLength(question -> Members.ids(question, segment.filter(), asOf));
        return create(name, description, members.stream());
    }

    /** A list of these customers; of those that are none, and that the reader does not see, nobody is put there. */
    public Segment create(String name, @Nullable String description, Collection<CustomerId> members) {
        return create(name, description, seen(members).stream().mapToLong(CustomerId::value));
    }

    private Segment create(String name, @Nullable String description, LongStream members) {
        return transaction.execute(status -> {
            long list = lists.begin();
            lists.fill(list, members);
            return segments.create(name, description, new ListCondition(list), list);
        });
    }

    /** Returns how many were not on the list yet. */
    public int add(SegmentId id, Collection<CustomerId> members) {
        List<CustomerId> seen = seen(members);
        return changed(id, "segments.listed", seen, list -> lists.add(list, seen));
    }

    /** Returns how many were on the list. */
    public int remove(SegmentId id, Collection<CustomerId> members) {
        return changed(id, "segments.unlisted", members, list -> lists.remove(list, members));
    }

    private interface Change {
        int of(long list);
    }

    private int changed(SegmentId id, String action, Collection<CustomerId> members, Change change) {
        return transaction.execute(status -> {
            Segment segment = segments.changeable(id);
            Long list = segment.list();
            if (list == null) {
                throw Refusal.of("segments.error.noList", segment.name());
            }
            int some = change.of(list);
            if (some > 0) {
                audit.record(
                        action,
                        "segment",
                        Long.toString(id.value()),
                        Map.of(
                                "name", segment.name(),
                                "customers", some,
                                "first", members.iterator().next().value()));
            }
            return some;
        });
    }

    private List<CustomerId> seen(Collection<CustomerId> members) {
        if (members.size() > MOST_AT_ONCE) {
            throw Refusal.of("segments.error.largeList", MOST_AT_ONCE);
        }
        return customers.summaries(members).stream()
                .map(summary -> summary.id())
                .distinct()
                .toList();
    }
}
