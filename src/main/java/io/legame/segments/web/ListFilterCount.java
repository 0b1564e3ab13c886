package io.legame.segments.web;

import io.legame.platform.View;
import java.util.Map;

/**
 * Whom the conditions of a list choose so far.
 *
 * @param json the filter as it is now
 * @param problems of the conditions by their ids
 * @param alone whether it is swapped into the page, rather than a part of the whole
 */
public record ListFilterCount(String sentence, String json, long customers, Map<String, String> problems, boolean alone)
        implements View {}
