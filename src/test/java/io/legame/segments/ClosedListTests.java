package io.legame.segments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

/** All words of a list are offered, also those that nobody has, or whose number nobody may know. */
class ClosedListTests {
    @Test
    void everyWordIsThereInItsOrderWithTheCountThatMayBeKnown() {
        var labels = new LinkedHashMap<String, String>();
        labels.put("gold", "Gold");
        labels.put("iron", "Iron");
        labels.put("none", "None");
        Proposals proposals = (source, search, limit) ->
                List.of(new Proposals.Proposed("none", "None", 7L), new Proposals.Proposed("gold", "Gold", null));

        Slot slot = ClosedList.checks("v", "Value tier", "tier", labels, "iron"::equals, proposals);

        assertThat(slot)
                .isEqualTo(new Slot.Checks(
                        "v",
                        "Value tier",
                        List.of(
                                new Slot.Option("gold", "Gold", null, false),
                                new Slot.Option("iron", "Iron", null, true),
                                new Slot.Option("none", "None", 7L, false))));
    }
}
