package io.legame.segments.web;

import io.legame.platform.View;
import org.jspecify.annotations.Nullable;

/**
 * The part of a list's page in which its filter is made.
 *
 * @param screen tells this page from others that are open
 * @param to the address of the list without filter
 * @param problem why it was not taken; null if there is nothing wrong
 */
public record ListFilter(
        String screen,
        String to,
        Conditions conditions,
        ListFilterCount count,
        @Nullable String problem) implements View {}
