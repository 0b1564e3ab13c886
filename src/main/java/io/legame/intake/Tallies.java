package io.legame.intake;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What happened to values of rows that were taken, counted while a batch is written, with the first few examples. */
final class Tallies {
    static final int EXAMPLES = 3;

    /** The kind of those that count which fields of known customers changed. */
    static final String UPDATED = "updated";

    /** How the kinds begin that count what is wrong with values. */
    static final String FLAG = "customers.flag.";

    /** How the kinds begin that count what an undo left as it was, and why. */
    static final String KEPT = "customers.kept.";

    /** @param kind {@link #UPDATED}, or the code of what is wrong with the values */
    record Key(String kind, String field) {}

    /** @param rows at most {@link #EXAMPLES} of them are examples */
    record Count(long rows, List<Reason.Example> examples) {}

    private final Map<Key, Count> counts = new LinkedHashMap<>();

    void add(String kind, String field, long line, String value) {
        counts.merge(
                new Key(kind, field),
                new Count(1, List.of(new Reason.Example(line, Outcome.shown(value)))),
                Tallies::sum);
    }

    void add(Tallies more) {
        more.counts.forEach((key, count) -> counts.merge(key, count, Tallies::sum));
    }

    /** Those of the kinds, the most frequent first. */
    List<Reason> reasons(Predicate<String> kinds) {
        return counts.entrySet().stream()
                .filter(each -> kinds.test(each.getKey().kind()))
                .map(each -> new Reason(
                        each.getKey().kind(),
                        Field.of(each.getKey().field()).orElse(null),
                        each.getValue().rows(),
                        BigDecimal.ZERO,
                        each.getValue().examples()))
                .sorted(Comparator.comparingLong(Reason::rows)
                        .reversed()
                        .thenComparing(Reason::key)
                        .thenComparing(
                                each -> each.field() == null ? "" : each.field().code()))
                .toList();
    }

    Map<Key, Count> counts() {
        return counts;
    }

    private static Count sum(Count first, Count second) {
        if (first.examples.size() >= EXAMPLES) {
            return new Count(first.rows + second.rows, first.examples);
        }
        var examples = new ArrayList<>(first.examples);
        examples.addAll(second.examples);
        return new Count(
                first.rows + second.rows, List.copyOf(examples.subList(0, Math.min(EXAMPLES, examples.size()))));
    }
}
