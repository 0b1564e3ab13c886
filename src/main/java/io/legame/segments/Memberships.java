package io.legame.segments;

import io.legame.insight.ChangedCustomers.Mark;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps the members of the saved segments one step behind the warehouse, and notes who came and who went. Of segments
 * that ask for nothing else than before only those customers are looked at who changed; all of them are when a day
 * begins, when a segment asks for something else, and when a segment compares customers with each other. See
 * docs/decisions/0030-membership.md.
 */
@Component
public class Memberships {
    private static final Duration AT_ONCE = Duration.ofMillis(700);

    private final Definitions definitions;
    private final MembershipTable table;
    private final MembershipQuestions questions;
    private final MembershipRecord record;
    private final Alerts alerts;
    private final InstantSource clock;
    private final ReentrantLock stepping = new ReentrantLock();
    /** Whether somebody is told of what became known before the last end of this program. */
    private boolean looked;

    Memberships(
            Definitions definitions,
            MembershipTable table,
            MembershipQuestions questions,
            MembershipRecord record,
            Alerts alerts,
            InstantSource clock) {
        this.definitions = definitions;
        this.table = table;
        this.questions = questions;
        this.record = record;
        this.alerts = alerts;
        this.clock = clock;
    }

    /** Up to where the members of the segment are known; empty before they were told for the first time. */
    public Optional<MemberCount> count(SegmentId segment) {
        return table.count(segment);
    }

    /** Brings all segments up to date with what the warehouse holds. */
    public void catchUp() {
        catchUp(Long.MAX_VALUE);
    }

    /**
     * The same for as long as others can wait: segments for which all customers are to be looked at come one after the
     * other, so that between them those few who changed are looked at in all the others.
     */
    void step() {
        catchUp(AT_ONCE.toNanos());
    }

    private void catchUp(long longest) {
        stepping.lock();
        try {
            Map<SegmentId, MemberCount> counts = table.counts();
            List<Followed> all = definitions.now().entrySet().stream()
                    .map(each -> new Followed(
                            each.getKey(),
                            each.getValue(),
                            counts.get(each.getKey().id())))
                    .toList();
            if (!all.isEmpty()) {
                catchUp(all, longest);
            }
        } finally {
            stepping.unlock();
        }
    }

    private void catchUp(List<Followed> all, long longest) {
        long begin = System.nanoTime();
        Mark now = questions.mark();
        LocalDate day = questions.day(now);
        var whole = new ArrayList<Followed>();
        var changed = new LinkedHashMap<Mark, List<Followed>>();
        for (Followed each : all) {
            MemberCount count = each.count();
            if (count == null || !each.isKnown(day, now.file())) {
                whole.add(each);
            } else if (!count.mark().equals(now)) {
                if (each.comparesCustomers()) {
                    whole.add(each);
                } else {
                    changed.computeIfAbsent(count.mark(), mark -> new ArrayList<>())
                            .add(each);
                }
            }
        }
        var failures = new Failures();
        changed.forEach((mark, some) -> {
            if (!failures.without(() -> some(some, mark, day))) {
                whole.addAll(some);
            }
        });
        whole(whole, day, begin, longest, failures);
        if (!whole.isEmpty() || !changed.isEmpty() || !looked) {
            alerts.look(clock.instant());
            looked = true;
        }
        failures.end();
    }

    /** Looks at the customers who changed; returns whether that was enough. */
    private boolean some(List<Followed> segments, Mark since, LocalDate day) {
        var changed = questions.changed(segments, since, day);
        changed.ifPresent(found -> record.write(segments, found, day));
        return changed.isPresent();
    }

    /** At least one, for as long as there is time; those wait no longer that were told never or long ago. */
    private void whole(Collection<Followed> segments, LocalDate day, long begin, long longest, Failures failures) {
        List<Followed> oldestFirst = segments.stream()
                .sorted(Comparator.comparing(Followed::countedAt))
                .toList();
        for (Followed each : oldestFirst) {
            failures.without(() -> {
                record.write(each, questions.all(each, day), day);
                return true;
            });
            if (System.nanoTime() - begin > longest) {
                return;
            }
        }
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
}
