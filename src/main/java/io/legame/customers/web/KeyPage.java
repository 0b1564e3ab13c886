package io.legame.customers.web;

import io.legame.platform.View;

/** The unique key of the company. */
public record KeyPage(KeyStatus status) implements View {}
