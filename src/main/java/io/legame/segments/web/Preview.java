package io.legame.segments.web;

import io.legame.platform.View;
import io.legame.segments.AsOf;
import io.legame.segments.Weight;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a filter while it is built, and what else on the page follows from it.
 *
 * @param weight null until it is loaded
 * @param problems of the rows by their ids
 * @param whole the sentence with every value of the longest lists, to be changed and read again
 * @param alone whether it is swapped into the page, rather than a part of the whole
 */
public record Preview(
        String sentence,
        AsOf asOf,
        @Nullable Weight weight,
        Map<String, String> problems,
        String whole,
        Written written,
        boolean alone)
        implements View {}
