package io.legame.insight.web;

import io.legame.insight.Dismissals;
import io.legame.platform.View;

/** Whom the company let go. */
public record DismissalsPage(Dismissals.Sum sum, DismissalRows rows) implements View {}
