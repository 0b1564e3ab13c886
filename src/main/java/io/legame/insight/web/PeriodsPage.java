package io.legame.insight.web;

import io.legame.platform.View;

/** What was bought, period by period. */
public record PeriodsPage(PeriodsPart part) implements View {}
