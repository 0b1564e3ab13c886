package io.legame.customers;

import io.legame.platform.Refusal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A relation as somebody writes it.
 *
 * @param from the first: who works at the other
 * @param to the second: who employs the other
 */
public record RelationDraft(
        CustomerId from,
        CustomerId to,
        String kind,
        @Nullable LocalDate since,
        @Nullable LocalDate until,
        @Nullable String note) {
    private static final int LONGEST_NOTE = 500;

    void check() {
        if (from.equals(to)) {
            throw Refusal.of("customers.relation.error.itself");
        }
        if (since != null && until != null && until.isBefore(since)) {
            throw Refusal.of("customers.relation.error.until");
        }
        if (note != null && note.length() > LONGEST_NOTE) {
            throw Refusal.of("customers.relation.error.note", LONGEST_NOTE);
        }
    }
}
