package io.legame.intake.web;

import io.legame.platform.View;

/**
 * The watched folder: where it is, how to use it, and what came through it.
 *
 * @param startsRecognised whether recognised files begin by themselves
 */
public record InboxPage(InboxStatus status, boolean startsRecognised) implements View {}
