package io.legame.segments.web;

import io.legame.platform.ShareBars;
import io.legame.platform.View;
import io.legame.segments.AsOf;
import org.jspecify.annotations.Nullable;

/** The segments with their weights, on the home page; null bars when there is no segment yet. */
public record SegmentsPanel(AsOf asOf, @Nullable ShareBars bars) implements View {}
