package io.legame.duplicates;

import io.legame.customers.CustomerId;
import io.legame.customers.CustomerSummary;
import io.legame.customers.Customers;
import io.legame.matching.Clusters.Apart;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who customers are by now, by the numbers that they had: who became part of another one is that one, and who is no more
 * is left out.
 */
record Standing(Map<Long, Long> now) {
    static Standing of(Customers customers, Collection<Long> ids) {
        return of(customers, ids, Map.of());
    }

    /** @param becoming who is just becoming part of whom */
    static Standing of(Customers customers, Collection<Long> ids, Map<CustomerId, CustomerId> becoming) {
        List<CustomerId> asked = ids.stream().distinct().map(CustomerId::new).toList();
        Map<CustomerId, CustomerId> survivors = customers.current(asked);
        var now = new HashMap<CustomerId, CustomerId>();
        for (CustomerId id : asked) {
            CustomerId current = survivors.getOrDefault(id, id);
            now.put(id, becoming.getOrDefault(current, current));
        }
        Set<CustomerId> there = customers.summaries(Set.copyOf(now.values())).stream()
                .map(CustomerSummary::id)
                .collect(Collectors.toSet());
        return new Standing(now.entrySet().stream()
                .filter(entry -> there.contains(entry.getValue()))
                .collect(Collectors.toMap(
                        entry -> entry.getKey().value(),
                        entry -> entry.getValue().value())));
    }

    /** Each once, in ascending order. */
    List<Long> of(Collection<Long> ids) {
        return ids.stream()
                .map(now::get)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    /** Those of them who are one of these by now. */
    List<Long> whoAre(Collection<Long> current, Collection<Long> ids) {
        return ids.stream()
                .filter(id -> now.containsKey(id) && current.contains(now.get(id)))
                .sorted()
                .toList();
    }

    /** The pairs of those who are still two, in their order; of several pairs of the same two the first. */
    List<CandidatePair> pairs(Collection<CandidatePair> pairs) {
        var kept = new LinkedHashMap<Apart, CandidatePair>();
        for (CandidatePair pair : pairs) {
            Long one = now.get(pair.low().value());
            Long other = now.get(pair.high().value());
            if (one != null && other != null && !one.equals(other)) {
                Apart two = DifferentTable.two(one, other);
                kept.putIfAbsent(
                        two,
                        new CandidatePair(
                                new CustomerId(two.first()), new CustomerId(two.second()), pair.explanation()));
            }
        }
        return List.copyOf(kept.values());
    }

    /** Those who are still two. */
    List<Apart> apart(Collection<Apart> pairs) {
        return pairs.stream()
                .filter(pair -> now.containsKey(pair.first()) && now.containsKey(pair.second()))
                .map(pair -> DifferentTable.two(
                        Objects.requireNonNull(now.get(pair.first())), Objects.requireNonNull(now.get(pair.second()))))
                .filter(pair -> pair.first() != pair.second())
                .distinct()
                .toList();
    }
}
