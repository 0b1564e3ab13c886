package io.legame.customers.web;

import io.legame.customers.Correction;
import io.legame.customers.Corrections;
import io.legame.platform.View;
import java.util.List;

/**
 * What there is to correct, and what was corrected.
 *
 * @param past the newest first
 */
public record CorrectionsPage(List<Corrections.ProposedField> proposals, RuleProposals rules, List<Correction> past)
        implements View {
    public boolean nothing() {
        return proposals.isEmpty() && rules.nothing() && past.isEmpty();
    }
}
