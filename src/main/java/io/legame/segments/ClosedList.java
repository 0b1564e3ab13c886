package io.legame.segments;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A list of values that is known beforehand: all are shown, in its order, with how many have them. */
final class ClosedList {
    private static final int ALL = 100;

    private ClosedList() {}

    /**
     * @param source what {@link Proposals} calls the values
     * @param labels by value
     */
    static Slot checks(
            String name,
            String label,
            String source,
            SequencedMap<String, String> labels,
            Predicate<String> chosen,
            Proposals proposals) {
        Map<String, @Nullable Long> counts = new HashMap<>();
        proposals.of(source, "", ALL).forEach(each -> counts.put(each.value(), each.count()));
        List<Slot.Option> options = labels.entrySet().stream()
                .map(each -> new Slot.Option(
                        each.getKey(), each.getValue(), counts.get(each.getKey()), chosen.test(each.getKey())))
                .toList();
        return new Slot.Checks(name, label, options);
    }
}
