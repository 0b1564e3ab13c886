package io.legame.customers;

/**
 * A customer that is in a list.
 *
 * @param value by which that list, or its part, is ordered
 */
record CustomerHit(long id, String value) {}
