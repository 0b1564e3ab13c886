package io.legame.timeline.web;

import io.legame.customers.CustomerId;
import io.legame.customers.Merge;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What became of the customer itself, among what happened with it.
 *
 * @param textKey of a sentence about the others
 * @param others by their names
 * @param path where it is told in full
 */
public record Landmark(Instant at, String textKey, String others, String path) {
    /** The merges that the customer had a part in, and their ends, the latest first. */
    static List<Landmark> of(CustomerId customer, List<Merge> merges) {
        return merges.stream()
                .flatMap(merge -> of(customer, merge))
                .sorted(Comparator.comparing(Landmark::at).reversed())
                .toList();
    }

    private static Stream<Landmark> of(CustomerId customer, Merge merge) {
        String others = Stream.concat(Stream.of(merge.survivor()), merge.others().stream())
                .filter(each -> !each.id().equals(customer))
                .map(each -> each.name() + " #" + each.id().value())
                .collect(Collectors.joining(", "));
        String path = "/customers/merges/" + merge.id().value();
        Stream<Landmark> merged = Stream.of(new Landmark(merge.at(), "timeline.landmark.merged", others, path));
        return merge.undoneAt() == null
                ? merged
                : Stream.concat(
                        merged, Stream.of(new Landmark(merge.undoneAt(), "timeline.landmark.separated", others, path)));
    }
}
