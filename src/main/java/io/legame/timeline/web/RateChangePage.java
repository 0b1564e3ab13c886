package io.legame.timeline.web;

import io.legame.platform.View;
import io.legame.timeline.RateChange;
import io.legame.timeline.RateEffect;
import io.legame.timeline.Rates;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What changed rates would mean for what was recorded, before it is done.
 *
 * @param old the rates as they are
 * @param lines the changes as a form sends them
 */
public record RateChangePage(String own, List<RateChange> changes, Rates old, RateEffect effect, String lines)
        implements View {
    private static final int SHOWN = 50;

    public List<RateChange> shown() {
        return changes.subList(0, Math.min(SHOWN, changes.size()));
    }

    public @Nullable BigDecimal before(RateChange change) {
        return old.on(change.currency(), change.validFrom());
    }

    public BigDecimal difference() {
        return effect.after().subtract(effect.before());
    }
}
