package io.legame.notebook;

import io.legame.access.AccountId;
import io.legame.customers.CustomerId;
import io.legame.platform.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A task as somebody writes it.
 *
 * @param assignee null for whoever writes it
 * @param dueTime null for any time of the day
 * @param remindMinutes how long before; of a task without a time, before {@link #MORNING} of its day
 */
public record TaskDraft(
        @Nullable CustomerId customer,
        @Nullable String title,
        @Nullable String detail,
        @Nullable AccountId assignee,
        @Nullable LocalDate dueOn,
        @Nullable LocalTime dueTime,
        @Nullable Integer remindMinutes,
        @Nullable Repeat repeat) {
    public static final int LONGEST_TITLE = 300;

    /** When the day of work begins, for what has no time. */
    static final LocalTime MORNING = LocalTime.of(9, 0);

    private static final int YEAR_IN_MINUTES = 366 * 24 * 60;
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);

    /** Its title, checked with all the rest. */
    String checked() {
        if (title == null || title.isBlank()) {
            throw Refusal.of("notebook.task.error.noTitle");
        }
        if (title.length() > LONGEST_TITLE) {
            throw Refusal.of("notebook.task.error.longTitle", LONGEST_TITLE);
        }
        if (detail != null && detail.length() > Notes.LONGEST) {
            throw Refusal.of("notebook.error.longText", Notes.LONGEST);
        }
        if (dueOn == null && (dueTime != null || remindMinutes != null || repeat != null)) {
            throw Refusal.of("notebook.task.error.noDay");
        }
        if (dueOn != null && (dueOn.isBefore(EARLIEST) || dueOn.isAfter(LATEST))) {
            throw Refusal.of("notebook.task.error.day");
        }
        if (remindMinutes != null && (remindMinutes < 0 || remindMinutes > YEAR_IN_MINUTES)) {
            throw Refusal.of("notebook.task.error.reminder");
        }
        return title.strip().replaceAll("\\s+", " ");
    }

    /** The moment from which it is late: its time, or the end of its day. */
    @Nullable
    Instant dueAt(ZoneId zone) {
        if (dueOn == null) {
            return null;
        }
        return dueTime == null
                ? dueOn.plusDays(1).atStartOfDay(zone).toInstant()
                : dueOn.atTime(dueTime).atZone(zone).toInstant();
    }

    @Nullable
    Instant remindAt(ZoneId zone) {
        return dueOn == null || remindMinutes == null
                ? null
                : dueOn.atTime(dueTime == null ? MORNING : dueTime)
                        .atZone(zone)
                        .toInstant()
                        .minus(Duration.ofMinutes(remindMinutes));
    }

    /** The same for another day. */
    TaskDraft on(LocalDate day) {
        return new TaskDraft(customer, title, detail, assignee, day, dueTime, remindMinutes, repeat);
    }
}
