package io.legame.sample.web;

import io.legame.platform.View;
import io.legame.sample.SampleState;

/** Reminds on the home page that these are no real customers. */
public record SampleNotice(SampleState state) implements View {}
