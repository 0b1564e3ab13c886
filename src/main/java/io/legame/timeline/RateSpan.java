package io.legame.timeline;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time in which a currency has another rate than before.
 *
 * @param until the first moment after it
 * @param before null where there was none
 * @param after null where there would be none
 */
record RateSpan(
        String currency,
        Instant since,
        Instant until,
        @Nullable BigDecimal before,
        @Nullable BigDecimal after) {

    static List<RateSpan> between(
            String currency,
            NavigableMap<LocalDate, BigDecimal> before,
            NavigableMap<LocalDate, BigDecimal> after,
            ZoneId zone) {
        var days = new TreeSet<LocalDate>(before.keySet());
        days.addAll(after.keySet());
        var spans = new ArrayList<RateSpan>();
        for (LocalDate day : days) {
            BigDecimal was = on(before, day);
            BigDecimal is = on(after, day);
            if (!same(was, is)) {
                LocalDate next = days.higher(day);
                spans.add(new RateSpan(
                        currency,
                        day.atStartOfDay(zone).toInstant(),
                        next == null ? Timeline.LATEST : next.atStartOfDay(zone).toInstant(),
                        was,
                        is));
            }
        }
        return spans;
    }

    static NavigableMap<LocalDate, BigDecimal> changed(
            NavigableMap<LocalDate, BigDecimal> rates, List<RateChange> changes) {
        var changed = new TreeMap<LocalDate, BigDecimal>(rates);
        for (RateChange change : changes) {
            if (change.rate() == null) {
                changed.remove(change.validFrom());
            } else {
                changed.put(change.validFrom(), change.rate());
            }
        }
        return changed;
    }

    private static @Nullable BigDecimal on(NavigableMap<LocalDate, BigDecimal> rates, LocalDate day) {
        var rate = rates.floorEntry(day);
        return rate == null ? null : rate.getValue();
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.compareTo(other) == 0;
    }
}
