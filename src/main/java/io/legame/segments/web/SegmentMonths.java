package io.legame.segments.web;

import io.legame.platform.View;
import io.legame.segments.Weights;
import java.util.List;

/** A group month by month. */
public record SegmentMonths(List<Weights.Month> months) implements View {}
