package io.legame.customers.web;

import io.legame.customers.Corrections;
import io.legame.platform.View;

/** A correction before it begins, with some of what it would do. */
public record NewCorrection(Corrections.Preview preview) implements View {}
