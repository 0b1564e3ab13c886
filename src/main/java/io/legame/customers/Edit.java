package io.legame.customers;

import io.legame.access.ChangeSetId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a customer that somebody wrote by hand. */
public sealed interface Edit {
    /** @param changes what can be taken back; null when everything was known already */
    record Saved(CustomerId customer, @Nullable ChangeSetId changes) implements Edit {}

    /** Nothing was written. */
    record Refused(EditCheck check) implements Edit {}

    /**
     * Somebody changed the customer after it was read, and nothing was written.
     *
     * @param version of the customer now
     * @param meanwhile the changes since, newest first
     */
    record Outdated(long version, List<CustomerChange> meanwhile) implements Edit {}
}
