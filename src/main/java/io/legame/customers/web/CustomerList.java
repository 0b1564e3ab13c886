package io.legame.customers.web;

import io.legame.customers.Customers;
import io.legame.platform.View;
import org.jspecify.annotations.Nullable;

/** The page of all customers, in the order of their names. */
public record CustomerList(@Nullable String search, Customers.Count count, CustomerRows rows) implements View {}
