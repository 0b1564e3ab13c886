package io.legame.insight.web;

import io.legame.insight.LifeCyclePreview;
import io.legame.platform.Refusal;
import io.legame.platform.View;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the rules would make of the customers.
 *
 * @param answer null when the rules are none
 */
public record RulesPreview(Map<String, Refusal> faults, LifeCyclePreview.@Nullable Answer answer) implements View {}
