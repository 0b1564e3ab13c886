package io.legame.notebook.web;

import io.legame.customers.CustomerId;
import io.legame.platform.View;
import java.util.List;

/** What is to be done about a customer, and what was done last: a panel of its card. */
public record CustomerTasks(CustomerId customer, List<TaskRow> open, List<TaskRow> done) implements View {}
