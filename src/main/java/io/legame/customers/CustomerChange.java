package io.legame.customers;

import io.legame.access.ChangeSet;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One change of a customer: who or what made it, when, and which values.
 *
 * @param by where the values come from; null for what is older than change sets
 * @param created whether the customer began with it
 * @param fields the values changed, empty for a creation
 * @param beside what changed beside the fields: relations, further addresses, how the customer wants to be reached
 */
public record CustomerChange(
        @Nullable ChangeSet by, Instant at, boolean created, List<FieldChange> fields, List<BesideChange> beside) {
    /** Whether there is anything to tell of it. */
    public boolean tells() {
        return created || !fields.isEmpty() || !beside.isEmpty();
    }

    /**
     * @param field the column's name in the database
     * @param name what a custom field is called; null for the fields of every company
     */
    public record FieldChange(
            String field,
            @Nullable String name,
            @Nullable String before,
            @Nullable String after) {
        public FieldChange(String field, @Nullable String before, @Nullable String after) {
            this(field, null, before, after);
        }
    }
}
