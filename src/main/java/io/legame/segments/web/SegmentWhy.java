package io.legame.segments.web;

import io.legame.platform.View;
import io.legame.segments.AsOf;
import io.legame.segments.Segment;
import io.legame.segments.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Why a customer belongs to a segment, or does not.
 *
 * @param name of the customer; null until one is chosen
 * @param verdict null until a customer is chosen, and while the customer is too new to be known
 */
public record SegmentWhy(
        Segment segment,
        String sentence,
        AsOf asOf,
        @Nullable Long customer,
        @Nullable String name,
        @Nullable Verdict verdict)
        implements View {}
