package io.legame.segments;

import io.legame.platform.Companies;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes who belongs now, and who came and who went, each time in one transaction. What somebody else brought up to date
 * meanwhile is left alone.
 */
@Component
@Transactional
class MembershipRecord {
    private final MembershipTable table;
    private final MemberChunks chunks;
    private final Companies companies;
    private final InstantSource clock;

    MembershipRecord(MembershipTable table, MemberChunks chunks, Companies companies, InstantSource clock) {
        this.table = table;
        this.chunks = chunks;
        this.companies = companies;
        this.clock = clock;
    }

    void write(Collection<Followed> segments, MembershipQuestions.Changed changed, LocalDate day) {
        if (!take(segments)) {
            return;
        }
        Instant at = clock.instant();
        Map<SegmentId, CustomerIds> before =
                chunks.among(segments.stream().map(Followed::id).toList(), CustomerIds.of(changed.customers()));
        table.moveOn(segments.stream().map(Followed::id).toList(), changed.mark(), at);
        segments.forEach(each -> {
            MemberDelta delta = MemberDelta.between(
                    before.getOrDefault(each.id(), CustomerIds.NOBODY),
                    changed.members().getOrDefault(each.id(), CustomerIds.NOBODY));
            if (!delta.isNothing()) {
                long size = Objects.requireNonNull(each.count()).size() + delta.growth();
                write(each.id(), delta, new MemberCount(each.definition(), day, changed.mark(), size, at), Cause.FACT);
            }
        });
    }

    void write(Followed segment, MembershipQuestions.All all, LocalDate day) {
        if (!take(List.of(segment))) {
            return;
        }
        MemberDelta delta = MemberDelta.between(
                segment.count() == null ? CustomerIds.NOBODY : chunks.of(segment.id()), all.members());
        write(
                segment.id(),
                delta,
                new MemberCount(
                        segment.definition(), day, all.mark(), all.members().size(), clock.instant()),
                segment.cause(day));
    }

    private boolean take(Collection<Followed> segments) {
        var known = new HashMap<SegmentId, @Nullable MemberCount>();
        segments.forEach(each -> known.put(each.id(), each.count()));
        return table.take(known);
    }

    private void write(SegmentId segment, MemberDelta delta, MemberCount now, @Nullable Cause cause) {
        table.change(segment, delta, now.countedAt(), cause);
        table.stand(segment, now);
        table.note(
                segment,
                now.countedAt().atZone(companies.get().timeZone()).toLocalDate(),
                now.size(),
                cause == null ? MemberDelta.NOTHING : delta);
    }
}
