package io.legame.insight.web;

import io.legame.insight.LifeCyclePreview;
import io.legame.insight.RfmGroup;
import io.legame.insight.RfmPreview;
import io.legame.insight.Tier;
import io.legame.insight.TierPreview;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What other rules or costs would make of the customers, for programs.
 *
 * @param changed how many would be elsewhere
 * @param customers by tier, stage of the life cycle or group of scores
 * @param window null where money does not change
 */
record PreviewAnswer(
        long changed, List<Count> customers, @Nullable Window window) {
    /** @param in null for in none */
    record Count(@Nullable String in, long before, long after) {}

    /** Of all customers, in the window of months in force and in the one proposed. */
    record Window(BigDecimal profitBefore, BigDecimal profit, BigDecimal costBefore, BigDecimal cost) {}

    static PreviewAnswer of(TierPreview.Effect effect) {
        return new PreviewAnswer(
                effect.changed(),
                Stream.concat(Arrays.stream(Tier.values()), Stream.of((Tier) null))
                        .map(tier ->
                                new Count(tier == null ? null : tier.code(), effect.before(tier), effect.after(tier)))
                        .toList(),
                new Window(effect.profitBefore(), effect.profit(), effect.costBefore(), effect.cost()));
    }

    static PreviewAnswer of(RfmPreview.Effect effect) {
        return new PreviewAnswer(
                effect.regrouped(),
                Arrays.stream(RfmGroup.values())
                        .map(group -> new Count(group.code(), effect.before(group), effect.after(group)))
                        .toList(),
                null);
    }

    static PreviewAnswer of(LifeCyclePreview.Answer answer) {
        return new PreviewAnswer(
                answer.moved(),
                answer.stages().stream()
                        .map(each -> new Count(each.stage().code(), each.before(), each.after()))
                        .toList(),
                null);
    }
}
