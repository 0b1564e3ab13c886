package io.legame.sample.web;

import io.legame.platform.View;
import io.legame.sample.SampleState;

/** How far the shop is, and what can be done now; asks again every second while there is work. */
public record SampleProgress(SampleState state) implements View {}
