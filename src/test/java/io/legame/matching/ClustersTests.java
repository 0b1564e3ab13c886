package io.legame.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClustersTests {
    private static final List<Pair> TWO_GROUPS_AND_A_BRIDGE =
            List.of(pair(4, 5, 6), pair(1, 2, 9), pair(2, 3, 8), pair(1, 3, 8), pair(3, 4, 2), pair(7, 8, 5));

    @Test
    void withoutAGuardEveryPairJoins() {
        assertThat(Clusters.of(TWO_GROUPS_AND_A_BRIDGE, 0))
                .containsExactly(List.of(1L, 2L, 3L, 4L, 5L), List.of(7L, 8L));
    }

    @Test
    void onePairDoesNotJoinTwoGroups() {
        assertThat(Clusters.of(TWO_GROUPS_AND_A_BRIDGE, 0.5))
                .containsExactly(List.of(1L, 2L, 3L), List.of(4L, 5L), List.of(7L, 8L));
    }

    @Test
    void groupsJoinWhenEnoughPairsAreThere() {
        assertThat(Clusters.of(List.of(pair(1, 2, 9), pair(3, 4, 9), pair(1, 3, 3), pair(2, 4, 2)), 0.5))
                .containsExactly(List.of(1L, 2L, 3L, 4L));
    }

    @Test
    void whoIsApartIsNeverTogetherNotEvenThroughOthers() {
        List<Pair> all = List.of(pair(1, 2, 9), pair(2, 3, 8), pair(1, 3, 7), pair(3, 4, 6), pair(2, 4, 5));
        assertThat(Clusters.of(all, 0)).containsExactly(List.of(1L, 2L, 3L, 4L));
        assertThat(Clusters.of(all, 0, List.of(new Clusters.Apart(3, 1))))
                .containsExactly(List.of(1L, 2L), List.of(3L, 4L));
        assertThat(Clusters.of(all, 0, List.of(new Clusters.Apart(1, 4)))).containsExactly(List.of(1L, 2L, 3L));
    }

    private static Pair pair(long first, long second, double weight) {
        return new Pair(first, second, weight, Scores.probability(weight));
    }
}
