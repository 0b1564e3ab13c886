package io.legame.duplicates.web;

import io.legame.customers.CustomerId;
import io.legame.duplicates.CandidatePair;
import io.legame.duplicates.Proposal;
import io.legame.platform.View;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why customers that are compared may be the same.
 *
 * @param proposal null when they are not proposed together
 * @param names of the members
 * @param next where the next proposal is
 * @param open how many proposals there are to be looked at
 */
public record ReviewNotes(@Nullable Proposal proposal, Map<CustomerId, String> names, String next, int open)
        implements View {
    public String name(CustomerId id) {
        return names.getOrDefault(id, "") + " #" + id.value();
    }

    /** Of two there is no need to say between whom. */
    public String between(CandidatePair pair) {
        return names.size() > 2 ? name(pair.low()) + " – " + name(pair.high()) : "";
    }
}
