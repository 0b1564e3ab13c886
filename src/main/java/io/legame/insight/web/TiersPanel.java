package io.legame.insight.web;

import io.legame.insight.Tiers;
import io.legame.platform.View;
import org.jspecify.annotations.Nullable;

/** The home page's answer to how many gold and platinum customers there are, and what the piombo cost. */
public record TiersPanel(Tiers.@Nullable Overview overview, long falls) implements View {}
