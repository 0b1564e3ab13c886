package io.legame.insight.web;

import io.legame.platform.View;

/** Whether customers come back. */
public record CohortsPage(CohortPart part) implements View {}
