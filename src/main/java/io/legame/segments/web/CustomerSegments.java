package io.legame.segments.web;

import io.legame.platform.View;
import io.legame.segments.Segment;
import java.util.List;

/** The segments that a customer belongs to, on the card. */
public record CustomerSegments(long customer, List<Segment> in) implements View {}
