package io.legame.insight;

import io.legame.platform.Refusal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody decides of a customer.
 *
 * @param from null for {@link Dismissals#usualDay}
 * @param note in their own words; needed where the reason is {@link DismissalReason#OTHER}
 */
public record DismissalDraft(
        @Nullable LocalDate from,
        DismissalReason reason,
        @Nullable String note,
        boolean winBack) {
    public static final int LONGEST_NOTE = 1_000;

    public DismissalDraft {
        note = note == null || note.isBlank() ? null : note.strip();
        if (note == null && reason == DismissalReason.OTHER) {
            throw Refusal.of("insight.dismissal.error.note");
        }
        if (note != null && (note.length() > LONGEST_NOTE || note.indexOf('\0') >= 0)) {
            throw Refusal.of("insight.dismissal.error.noteLong", LONGEST_NOTE);
        }
    }
}
