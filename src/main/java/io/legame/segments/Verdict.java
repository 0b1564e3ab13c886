package io.legame.segments;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether a customer belongs to a filter on a day, and why.
 *
 * @param keyed whether nothing is amiss with the unique key: the customer has it, or the filter asks for it itself
 * @param kept the same of being let go
 */
public record Verdict(LocalDate asOf, boolean keyed, boolean kept, Part why) {
    public boolean isMember() {
        return why.holds() && keyed && kept;
    }

    /** A part of the filter. */
    public sealed interface Part {
        boolean holds();

        /** Whether the whole is as it is because of this part. */
        boolean decides();
    }

    /** @param match all, any or none of the parts */
    public record Joined(String match, boolean holds, boolean decides, List<Part> parts) implements Part {}

    /**
     * @param sentence what follows "who": "can be reached by e-mail"
     * @param actual what is so of the customer, where that is known and says more
     */
    public record Asked(
            Map<String, Object> condition,
            String sentence,
            boolean holds,
            boolean decides,
            @Nullable String actual) implements Part {}
}
