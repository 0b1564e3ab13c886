package io.legame.notebook;

import io.legame.access.AccountId;
import io.legame.customers.CustomerId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * Something to do.
 *
 * @param customer whom it is about; null for nobody in particular
 * @param assignee who is to do it, with the name that they have now
 * @param dueTime null for any time of the day
 * @param dueAt the moment from which it is late; null when there is none
 * @param remindMinutes how long before to remind of it; null for not at all
 * @param reminded whether the moment to remind of it has come
 * @param version counts its changes
 * @param author who wrote it down, as called then
 * @param doneAt null while it is to be done
 */
public record Task(
        TaskId id,
        @Nullable CustomerId customer,
        String title,
        @Nullable String detail,
        AccountId assignee,
        String assigneeName,
        @Nullable LocalDate dueOn,
        @Nullable LocalTime dueTime,
        @Nullable Instant dueAt,
        @Nullable Integer remindMinutes,
        boolean reminded,
        @Nullable Repeat repeat,
        int version,
        Instant createdAt,
        String author,
        @Nullable Instant doneAt,
        @Nullable String doneBy) {

    public boolean done() {
        return doneAt != null;
    }

    public boolean overdue(Instant now) {
        return !done() && dueAt != null && !dueAt.isAfter(now);
    }
}
