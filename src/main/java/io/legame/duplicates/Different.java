package io.legame.duplicates;

import io.legame.customers.CustomerId;
import java.time.Instant;

/**
 * Two customers of whom somebody said that they are not the same.
 *
 * @param low the one with the smaller number; either may have become part of another one since
 */
public record Different(CustomerId low, CustomerId high, String saidBy, Instant saidAt) {}
