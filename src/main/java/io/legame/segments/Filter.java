package io.legame.segments;

import java.util.List;

/**
 * Says of every customer whether it belongs: a condition, or conditions joined by all, any and not. A filter is two-valued:
 * what is not known about a customer makes a condition false, so a filter and its negation share out all customers.
 */
public sealed interface Filter permits Filter.All, Filter.Any, Filter.Not, Condition {
    All EVERYBODY = new All(List.of());

    /** Every part holds; with no parts, everybody belongs. */
    record All(List<Filter> parts) implements Filter {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** At least one part holds. */
    record Any(List<Filter> parts) implements Filter {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    record Not(Filter part) implements Filter {}
}
