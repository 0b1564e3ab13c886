package io.legame.timeline;

import io.legame.customers.CustomerId;
import io.legame.customers.Merge;
import io.legame.customers.Merges;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What became of the customer itself: the merges that it had a part in, and their ends. */
@Component
class MergeLandmarks implements Landmarks {
    private final Merges merges;

    MergeLandmarks(Merges merges) {
        this.merges = merges;
    }

    @Override
    public List<Landmark> of(CustomerId customer, @Nullable Instant after, @Nullable Instant until) {
        return merges.of(customer).stream()
                .flatMap(merge -> of(customer, merge))
                .filter(each -> after == null || each.at().isAfter(after))
                .filter(each -> until == null || !each.at().isAfter(until))
                .toList();
    }

    private static Stream<Landmark> of(CustomerId customer, Merge merge) {
        String others = Stream.concat(Stream.of(merge.survivor()), merge.others().stream())
                .filter(each -> !each.id().equals(customer))
                .map(each -> each.name() + " #" + each.id().value())
                .collect(Collectors.joining(", "));
        Stream<Landmark> merged = Stream.of(landmark(merge, merge.at(), "timeline.landmark.merged", others));
        return merge.undoneAt() == null
                ? merged
                : Stream.concat(
                        merged, Stream.of(landmark(merge, merge.undoneAt(), "timeline.landmark.separated", others)));
    }

    private static Landmark landmark(Merge merge, Instant at, String text, String others) {
        return new Landmark(
                at,
                "merge",
                text,
                List.of(others),
                "/customers/merges/" + merge.id().value(),
                "customers:merge");
    }
}
