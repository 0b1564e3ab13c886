package io.legame.insight.web;

import io.legame.insight.RfmPreview;
import io.legame.platform.Latest;
import io.legame.platform.Refusal;
import io.legame.platform.View;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What rules would change.
 *
 * @param effect null when they are not possible
 * @param refusal why; null when they are
 */
public record RfmEffect(
        RfmPreview.@Nullable Effect effect, @Nullable Refusal refusal) implements View {

    /** @throws Refusal when whoever asked has asked again already */
    static RfmEffect of(Supplier<RfmPreview.Effect> effect) {
        return Latest.answer(() -> new RfmEffect(effect.get(), null), refusal -> new RfmEffect(null, refusal));
    }
}
