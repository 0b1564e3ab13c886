package io.legame.sample.web;

import io.legame.platform.View;

/** The page of the sample shop. */
public record SamplePage(SampleProgress progress) implements View {}
