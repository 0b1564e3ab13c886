package io.legame.customers;

import org.jspecify.annotations.Nullable;

/** Which values a correction is meant for. */
public sealed interface CorrectionTarget {
    /**
     * Values that look like slips, each to become its own proposal.
     *
     * @param from the value, or of an e-mail address its domain; null for all of the field
     * @param to what is proposed, likewise
     */
    record Proposals(
            CustomerField field,
            @Nullable String from,
            @Nullable String to) implements CorrectionTarget {
        /** Whether there ever are proposals for such a field. */
        public static boolean isProposed(CustomerField field) {
            return ProposalGroups.FIELDS.contains(field);
        }
    }

    /** Values that the rule would write in another way, since they came while it was off or was another. */
    record Rule(UniformityRule rule) implements CorrectionTarget {}
}
