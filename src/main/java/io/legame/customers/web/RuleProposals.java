package io.legame.customers.web;

import io.legame.customers.Corrections;
import io.legame.platform.View;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules that would write stored values in another way; asks again while customers are being checked.
 *
 * @param checkedAt null when they never were
 */
public record RuleProposals(
        List<Corrections.Proposed> rules, @Nullable Instant checkedAt, boolean checking) implements View {
    public boolean nothing() {
        return rules.isEmpty() && !checking;
    }
}
