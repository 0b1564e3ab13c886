package io.legame.customers;

/**
 * A word to choose.
 *
 * @param id what values hold: the label may change
 * @param archived no longer offered; who has it keeps it
 */
public record Choice(long id, String label, boolean archived) {}
