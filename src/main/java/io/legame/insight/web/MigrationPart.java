package io.legame.insight.web;

import io.legame.insight.Tier;
import io.legame.insight.Tiers;
import io.legame.platform.View;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who moved from which tier to which.
 *
 * @param months that can be chosen, the newest first
 * @param migration null where there is no month to compare with
 */
public record MigrationPart(List<LocalDate> months, Tiers.@Nullable Migration migration) implements View {
    /** The four tiers, and none. */
    public List<@Nullable Tier> rows() {
        var rows = new ArrayList<@Nullable Tier>(Arrays.asList(Tier.values()));
        rows.add(null);
        return rows;
    }

    /** The list of those who moved, or stayed. */
    public String list(@Nullable Tier before, @Nullable Tier after) {
        return migration == null ? "" : Lists.address(Lists.moved(before, migration.from(), after, migration.to()));
    }

    /** How a move looks: nothing changed, better, worse. */
    public String style(@Nullable Tier before, @Nullable Tier after) {
        var move = new Tiers.Move(before, after);
        return before == after ? "stayed" : move.isFall() ? "fell" : move.isRise() ? "rose" : "";
    }
}
