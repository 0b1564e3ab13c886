package io.legame.duplicates;

import io.legame.matching.Clusters;
import io.legame.matching.Model;
import io.legame.matching.Pair;
import java.util.Collection;
import java.util.List;

/** Which customers are proposed together, from the pairs among them. */
final class Same {
    /** Of the pairs between two groups that become one: of three customers two pairs do, of four in two couples two. */
    private static final double SHARE = 0.5;

    private Same() {}

    static List<List<Long>> groups(Collection<Pair> pairs, Collection<Clusters.Apart> different) {
        List<Pair> likely = pairs.stream()
                .filter(pair -> pair.probability() >= Model.DEFAULT_PROBABILITY)
                .toList();
        return Clusters.of(likely, SHARE, different);
    }
}
