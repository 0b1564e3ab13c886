package io.legame.customers;

/** A customer who is out of the way, as a line of a list. */
public record LeftCustomer(CustomerId id, String name, Leaving leaving) {}
