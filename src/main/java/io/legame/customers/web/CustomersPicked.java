package io.legame.customers.web;

import io.legame.customers.CustomerSummary;
import io.legame.platform.View;
import java.util.List;

/** Customers to choose one of, while a name is typed. */
public record CustomersPicked(List<CustomerSummary> customers) implements View {}
