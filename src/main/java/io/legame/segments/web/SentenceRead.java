package io.legame.segments.web;

import io.legame.platform.View;

/**
 * The conditions that a written sentence means.
 *
 * @param sentence is no longer one that waits to be read
 */
public record SentenceRead(Conditions conditions, String sentence) implements View {}
