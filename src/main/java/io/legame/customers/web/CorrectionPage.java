package io.legame.customers.web;

import io.legame.platform.View;

/** A correction that was begun. */
public record CorrectionPage(CorrectionStatus status) implements View {}
