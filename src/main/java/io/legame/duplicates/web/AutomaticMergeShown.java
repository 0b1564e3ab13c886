package io.legame.duplicates.web;

import io.legame.platform.View;

/** An automatic merge that was begun. */
public record AutomaticMergeShown(AutomaticMergeStatus status) implements View {}
