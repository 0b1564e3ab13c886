package io.legame.segments;

import io.legame.insight.ChangedCustomers;
import io.legame.insight.ChangedCustomers.Mark;
import io.legame.insight.Warehouse;
import io.legame.platform.Companies;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the members of the saved segments one step behind the warehouse, and notes who came and who went. Of segments
 * that ask for nothing else than before only those customers are looked at who changed; all of them are when a day
 * begins, when a segment asks for something else, and when a segment compares customers with each other. See
 * docs/decisions/0030-membership.md.
 */
@Component
public class Memberships {
    /** Of more changed customers than so many it is quicker to look at all. */
    private static final long MOST_CHANGED = 50_000;

    private final Segments segments;
    private final Definitions definitions;
    private final MembershipTable table;
    private final Warehouse warehouse;
    private final AsOf.Days days;
    private final Companies companies;
    private final Alerts alerts;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final ReentrantLock stepping = new ReentrantLock();
    private @Nullable Day day;
    /** Whether somebody is told of what became known before the last end of this program. */
    private boolean looked;

    Memberships(
            Segments segments,
            Definitions definitions,
            MembershipTable table,
            Warehouse warehouse,
            AsOf.Days days,
            Companies companies,
            Alerts alerts,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.segments = segments;
        this.definitions = definitions;
        this.table = table;
        this.warehouse = warehouse;
        this.days = days;
        this.companies = companies;
        this.alerts = alerts;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A segment, what it asks for, and how far its members are known. */
    private record Followed(
            Segment segment, String definition, @Nullable MemberCount count) {
        SegmentId id() {
            return segment.id();
        }
    }

    /** Up to where the members of the segment are known; empty before they were told for the first time. */
    public Optional<MemberCount> count(SegmentId segment) {
        return table.count(segment);
    }

    /** Brings all segments up to date with what the warehouse holds; returns whether there was anything to do. */
    public boolean catchUp() {
        stepping.lock();
        try {
            Map<SegmentId, MemberCount> counts = table.counts();
            List<Followed> all = definitions.now().entrySet().stream()
                    .map(each -> new Followed(
                            each.getKey(),
                            each.getValue(),
                            counts.get(each.getKey().id())))
                    .toList();
            return !all.isEmpty() && catchUp(all);
        } finally {
            stepping.unlock();
        }
    }

    private boolean catchUp(List<Followed> all) {
        Mark now = warehouse.query(ChangedCustomers::mark);
        LocalDate day = day(now);
        var whole = new LinkedHashMap<SegmentId, Followed>();
        var byMark = new LinkedHashMap<Mark, Map<SegmentId, Followed>>();
        for (Followed each : all) {
            MemberCount count = each.count();
            if (count == null
                    || !count.asOf().equals(day)
                    || !count.definition().equals(each.definition())
                    || !count.mark().file().equals(now.file())) {
                whole.put(each.id(), each);
            } else if (!count.mark().equals(now)) {
                byMark.computeIfAbsent(count.mark(), mark -> new LinkedHashMap<>())
                        .put(each.id(), each);
            }
        }
        byMark.forEach((mark, some) -> {
            boolean narrow = some.values().stream()
                    .anyMatch(each -> !Filters.comparesCustomers(each.segment().filter()));
            Map<SegmentId, Followed> done = narrow ? some(some, mark, day) : Map.of();
            some.forEach((id, each) -> {
                if (!done.containsKey(id)) {
                    whole.put(id, each);
                }
            });
        });
        whole.values().forEach(each -> whole(each, day));
        if (!whole.isEmpty() || !byMark.isEmpty() || !looked) {
            alerts.look(clock.instant());
            looked = true;
        }
        return !whole.isEmpty() || !byMark.isEmpty();
    }

    /** The day is told by facts too, so it is asked for only when there are others. */
    private LocalDate day(Mark now) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), companies.get().timeZone());
        Day known = day;
        if (known == null || !known.mark().equals(now) || !known.today().equals(today)) {
            known = new Day(now, today, days.of(null).day());
            day = known;
        }
        return known.asOf();
    }

    private record Day(Mark mark, LocalDate today, LocalDate asOf) {}

    /** What changed customers are members of now. */
    private record Looked(Mark mark, List<Long> customers, Map<SegmentId, long[]> members) {}

    /** Looks at the customers who changed; returns the segments that this was enough for. */
    private Map<SegmentId, Followed> some(Map<SegmentId, Followed> all, Mark since, LocalDate day) {
        var some = new LinkedHashMap<>(all);
        some.values().removeIf(each -> Filters.comparesCustomers(each.segment().filter()));
        Optional<Looked> looked = warehouse.query(question -> {
            Mark mark = ChangedCustomers.mark(question);
            return ChangedCustomers.narrow(question, since, MOST_CHANGED).map(customers -> {
                var members = new HashMap<SegmentId, long[]>();
                if (!customers.isEmpty()) {
                    some.forEach((id, each) -> members.put(id, members(question, each, day)));
                }
                return new Looked(mark, customers, members);
            });
        });
        if (looked.isEmpty()) {
            return Map.of();
        }
        transaction.executeWithoutResult(status -> keep(some, looked.get(), day));
        return some;
    }

    private static long[] members(DSLContext question, Followed each, LocalDate day) {
        return Members.ids(question, each.segment().filter(), day);
    }

    private void keep(Map<SegmentId, Followed> some, Looked looked, LocalDate day) {
        var known = new LinkedHashMap<SegmentId, @Nullable MemberCount>();
        some.forEach((id, each) -> known.put(id, each.count()));
        if (!table.take(known)) {
            return;
        }
        Instant at = clock.instant();
        Map<SegmentId, long[]> before =
                looked.customers().isEmpty() ? Map.of() : table.membersAmong(looked.customers());
        table.moveOn(some.keySet(), looked.mark(), at);
        some.forEach((id, each) -> {
            MemberCount count = Objects.requireNonNull(each.count());
            MemberDelta delta = MemberDelta.between(
                    before.getOrDefault(id, new long[0]), looked.members().getOrDefault(id, new long[0]));
            if (!delta.isNothing()) {
                keep(
                        each,
                        delta,
                        new MemberCount(each.definition(), day, looked.mark(), count.size() + delta.growth(), at),
                        Cause.FACT);
            }
        });
    }

    /** Looks at all customers. */
    private void whole(Followed each, LocalDate day) {
        record All(Mark mark, long[] members) {}
        All all = warehouse.queryAtLength(
                question -> new All(ChangedCustomers.mark(question), members(question, each, day)));
        transaction.executeWithoutResult(status -> {
            var known = new HashMap<SegmentId, @Nullable MemberCount>();
            known.put(each.id(), each.count());
            if (table.take(known)) {
                var delta = MemberDelta.between(
                        each.count() == null ? new long[0] : table.members(each.id()), all.members());
                keep(
                        each,
                        delta,
                        new MemberCount(each.definition(), day, all.mark(), all.members().length, clock.instant()),
                        cause(each, day));
            }
        });
    }

    private static @Nullable Cause cause(Followed each, LocalDate day) {
        MemberCount count = each.count();
        if (count == null) {
            return null;
        }
        if (!count.definition().equals(each.definition())) {
            return Cause.DEFINITION;
        }
        return count.asOf().equals(day) ? Cause.FACT : Cause.DAY;
    }

    private void keep(Followed each, MemberDelta delta, MemberCount now, @Nullable Cause cause) {
        table.change(each.id(), delta, now.countedAt(), cause);
        table.stand(each.id(), now);
        table.note(
                each.id(),
                now.countedAt().atZone(companies.get().timeZone()).toLocalDate(),
                now.size(),
                cause == null ? new MemberDelta(new long[0], new long[0]) : delta);
    }
}
