package io.legame.segments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Who came and who went, whatever the order in which customers are named. */
class MemberDeltaTests {
    private final Random random = new Random(3);

    @Test
    void isTheDifferenceOfTwoSets() {
        for (int i = 0; i < 300; i++) {
            Set<Long> before = some();
            Set<Long> now = some();
            MemberDelta delta =
                    MemberDelta.between(CustomerIds.of(List.copyOf(before)), CustomerIds.of(List.copyOf(now)));
            var came = new HashSet<>(now);
            came.removeAll(before);
            var went = new HashSet<>(before);
            went.removeAll(now);
            assertThat(delta.entered().stream().boxed())
                    .containsExactlyInAnyOrderElementsOf(came)
                    .isSorted();
            assertThat(delta.gone().stream().boxed())
                    .containsExactlyInAnyOrderElementsOf(went)
                    .isSorted();
            assertThat(delta.isNothing()).isEqualTo(before.equals(now));
            assertThat(delta.growth()).isEqualTo(now.size() - before.size());
        }
    }

    @Test
    void nobodyComesWhenWholeGroupsOfRowsAreHandedOverBeforeOthers() {
        var inOrder = CustomerIds.of(LongStream.range(1, 500_000));
        var groups =
                CustomerIds.of(LongStream.concat(LongStream.range(122_881, 500_000), LongStream.range(1, 122_881)));
        assertThat(MemberDelta.between(inOrder, groups).isNothing()).isTrue();
    }

    private Set<Long> some() {
        var some = new HashSet<Long>();
        int size = random.nextInt(40);
        for (int i = 0; i < size; i++) {
            some.add(1L + random.nextInt(60));
        }
        return some;
    }
}
