package io.legame.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.Test;

class BlocksTests {
    @Test
    void aPairComesOnceThoughManyRulesBringItTogether() {
        var blocks = new Blocks(Labelled.simulated(3000, 10, 6).records());
        var seen = new HashSet<Long>();
        for (Blocks.Piece piece : blocks.pieces()) {
            blocks.visit(piece, (first, second) -> {
                assertThat(first).isLessThan(second);
                assertThat(seen.add((long) first << 32 | second)).isTrue();
            });
        }
        assertThat(seen).hasSizeBetween(3000, 3000 * 2999 / 4);
    }

    @Test
    void aBlockOfEqualRecordsIsLeftOutAndCounted() {
        var builder = Records.builder();
        for (int id = 0; id < 2000; id++) {
            builder.add(SubjectOf.person(id, null, "Rossi", null, null, null));
        }
        var blocks = new Blocks(builder.build());
        assertThat(blocks.pieces()).isEmpty();
        assertThat(blocks.leftOut()).isEqualTo(2000L * 1999 / 2);
    }
}
