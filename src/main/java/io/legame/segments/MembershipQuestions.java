package io.legame.segments;

import io.legame.insight.ChangedCustomers;
import io.legame.insight.ChangedCustomers.Mark;
import io.legame.insight.Warehouse;
import io.legame.platform.Companies;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the warehouse who belongs to the followed segments. */
@Component
class MembershipQuestions {
    /** Of more changed customers than so many it is quicker to look at all. */
    private static final long MOST_CHANGED = 50_000;

    private final Warehouse warehouse;
    private final AsOf.Days days;
    private final Companies companies;
    private final InstantSource clock;
    private @Nullable Day known;

    MembershipQuestions(Warehouse warehouse, AsOf.Days days, Companies companies, InstantSource clock) {
        this.warehouse = warehouse;
        this.days = days;
        this.companies = companies;
        this.clock = clock;
    }

    private record Day(Mark mark, LocalDate today, LocalDate asOf) {}

    Mark mark() {
        return warehouse.query(ChangedCustomers::mark);
    }

    /** Of which members are told. Facts tell it too, so it is asked for only when there are others. */
    LocalDate day(Mark now) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), companies.get().timeZone());
        Day day = known;
        if (day == null || !day.mark().equals(now) || !day.today().equals(today)) {
            day = new Day(now, today, days.of(null).day());
            known = day;
        }
        return day.asOf();
    }

    /**
     * Who changed, and to which segments they belong now.
     *
     * @param members by segment
     */
    record Changed(Mark mark, List<Long> customers, Map<SegmentId, CustomerIds> members) {}

    /** Looks at those who changed since the mark; empty when everybody may have. */
    Optional<Changed> changed(Collection<Followed> segments, Mark since, LocalDate day) {
        return warehouse.query(question -> {
            Mark mark = ChangedCustomers.mark(question);
            return ChangedCustomers.narrow(question, since, MOST_CHANGED).map(customers -> {
                var members = new HashMap<SegmentId, CustomerIds>();
                if (!customers.isEmpty()) {
                    segments.forEach(each -> members.put(
                            each.id(), Members.ids(question, each.segment().filter(), day)));
                }
                return new Changed(mark, customers, members);
            });
        });
    }

    record All(Mark mark, CustomerIds members) {}

    All all(Followed segment, LocalDate day) {
        return warehouse.queryAtLength(question -> new All(
                ChangedCustomers.mark(question),
                Members.ids(question, segment.segment().filter(), day)));
    }
}
