package io.legame.segments.web;

import io.legame.platform.View;

/**
 * Why a written sentence was not understood; nothing else changes.
 *
 * @param alone whether it is swapped into the page, rather than a part of the whole
 */
public record SentenceProblem(String problem, boolean alone) implements View {}
