package io.legame.segments;

import io.legame.insight.ChangedCustomers;
import io.legame.insight.ChangedCustomers.Mark;
import io.legame.insight.Warehouse;
import io.legame.platform.Companies;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
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

    private static final Duration AT_ONCE = Duration.ofMillis(700);

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

        Instant countedAt() {
            return count == null ? Instant.EPOCH : count.countedAt();
        }
    }

    /** Up to where the members of the segment are known; empty before they were told for the first time. */
    public Optional<MemberCount> count(SegmentId segment) {
        return table.count(segment);
    }

    /** Brings all segments up to date with what the warehouse holds; returns whether there was anything to do. */
    public boolean catchUp() {
        return catchUp(Long.MAX_VALUE);
    }

    /**
     * The same for as long as others can wait: segments for which all customers are to be looked at come one after the
     * other, so that between them those few who changed are looked at in all the others.
     *
     * @return whether more is to be done
     */
    boolean step() {
        return catchUp(AT_ONCE.toNanos());
    }

    private boolean catchUp(long longest) {
        stepping.lock();
        try {
            Map<SegmentId, MemberCount> counts = table.counts();
            List<Followed> all = definitions.now().entrySet().stream()
                    .map(each -> new Followed(
                            each.getKey(),
                            each.getValue(),
                            counts.get(each.getKey().id())))
                    .toList();
            return !all.isEmpty() && catchUp(all, longest);
        } finally {
            stepping.unlock();
        }
    }

    private boolean catchUp(List<Followed> all, long longest) {
        long begin = System.nanoTime();
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
        var failures = new Failures();
        byMark.forEach((mark, some) -> {
            Map<SegmentId, Followed> alone = new LinkedHashMap<>(some);
            alone.values()
                    .removeIf(each -> Filters.comparesCustomers(each.segment().filter()));
            boolean enough = !alone.isEmpty() && failures.without(() -> some(alone, mark, day));
            some.forEach((id, each) -> {
                if (!enough || !alone.containsKey(id)) {
                    whole.put(id, each);
                }
            });
        });
        boolean left = whole(whole.values(), day, begin, longest, failures);
        if (!whole.isEmpty() || !byMark.isEmpty() || !looked) {
            alerts.look(clock.instant());
            looked = true;
        }
        failures.end();
        return longest == Long.MAX_VALUE ? !whole.isEmpty() || !byMark.isEmpty() : left;
    }

    /** Returns whether there was no time for some; those wait no longer that were told never or long ago. */
    private boolean whole(Collection<Followed> segments, LocalDate day, long begin, long longest, Failures failures) {
        List<Followed> oldestFirst = segments.stream()
                .sorted(Comparator.comparing(Followed::countedAt))
                .toList();
        for (Followed each : oldestFirst) {
            if (System.nanoTime() - begin > longest) {
                return true;
            }
            failures.without(() -> {
                whole(each, day);
                return true;
            });
        }
        return false;
    }

    /** What went wrong with one segment keeps none of the others back. */
    private static final class Failures {
        private @Nullable RuntimeException first;

        boolean without(BooleanSupplier work) {
            try {
                return work.getAsBoolean();
            } catch (RuntimeException e) {
                if (first == null) {
                    first = e;
                }
                return false;
            }
        }

        void end() {
            if (first != null) {
                throw first;
            }
        }
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

    /** Looks at the customers who changed; returns whether that was enough. */
    private boolean some(Map<SegmentId, Followed> some, Mark since, LocalDate day) {
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
        looked.ifPresent(found -> transaction.executeWithoutResult(status -> keep(some, found, day)));
        return looked.isPresent();
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
