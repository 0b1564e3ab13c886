package io.legame.insight.web;

import io.legame.insight.RfmPreview;
import io.legame.platform.Refusal;
import io.legame.platform.View;
import org.jspecify.annotations.Nullable;

/**
 * What rules would change.
 *
 * @param effect null when they are not possible
 * @param refusal why; null when they are
 */
public record RfmEffect(
        RfmPreview.@Nullable Effect effect, @Nullable Refusal refusal) implements View {}
