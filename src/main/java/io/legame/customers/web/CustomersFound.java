package io.legame.customers.web;

import io.legame.customers.CustomerSummary;
import io.legame.platform.View;
import java.util.List;

/** What the command palette shows while somebody types a name. */
public record CustomersFound(List<CustomerSummary> customers) implements View {}
