package io.legame.customers.web;

import io.legame.customers.Customer;
import io.legame.customers.CustomerSummary;
import io.legame.platform.View;
import java.util.List;

/** With whom a customer may be the same: those found by what is typed, its own name to begin with. */
public record MergePick(Customer customer, String search, List<CustomerSummary> found) implements View {}
