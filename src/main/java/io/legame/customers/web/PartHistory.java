package io.legame.customers.web;

import io.legame.customers.CustomerChange;
import io.legame.platform.View;
import java.util.List;

/** What changed of a customer until it became part of another one. */
public record PartHistory(List<CustomerChange> history) implements View {}
