package io.legame.segments.web;

import io.legame.platform.View;
import io.legame.segments.AlertNotice;
import java.util.List;

/** The alerts of somebody that were due, the newest first. */
public record SegmentNotices(List<AlertNotice> notices) implements View {}
