package io.legame.customers.web;

import io.legame.customers.KeyReport;
import io.legame.platform.View;

/** What each of the possible keys would do. */
public record KeyChoices(KeyReport report) implements View {}
