package io.legame.segments;

import static io.legame.segments.db.Tables.SIZE_DAY;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How many members a segment had day after day, since it is there. */
@Component
@Transactional(readOnly = true)
public class Sizes {
    private final DSLContext database;

    Sizes(DSLContext database) {
        this.database = database;
    }

    /**
     * A day of the company's time zone.
     *
     * @param size at its end, or now
     * @param entered how many came in it
     * @param gone how many went in it
     */
    public record Day(LocalDate day, long size, long entered, long gone) {}

    /** Each day from one to another, from the first one on that the segment was counted on. */
    public List<Day> of(SegmentId segment, LocalDate from, LocalDate to) {
        @Nullable
        Day last = database.selectFrom(SIZE_DAY)
                .where(SIZE_DAY.SEGMENT_ID.eq(segment.value()), SIZE_DAY.DAY.lt(from))
                .orderBy(SIZE_DAY.DAY.desc())
                .limit(1)
                .fetchOne(row -> new Day(row.getDay(), row.getSize(), 0, 0));
        var counted = database.selectFrom(SIZE_DAY)
                .where(SIZE_DAY.SEGMENT_ID.eq(segment.value()), SIZE_DAY.DAY.between(from, to))
                .fetchMap(SIZE_DAY.DAY, row -> new Day(row.getDay(), row.getSize(), row.getEntered(), row.getGone()));
        var days = new ArrayList<Day>();
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            Day known = counted.get(day);
            if (known == null && last != null) {
                known = new Day(day, last.size(), 0, 0);
            }
            if (known != null) {
                days.add(known);
                last = known;
            }
        }
        return days;
    }
}
