package io.legame.customers;

import io.legame.access.UnitId;

/**
 * That a customer is one of a shop's or team's.
 *
 * @param assigned whether somebody said so, and can take it back
 * @param met whether they were met there
 * @param merged whether one that became part of them is
 */
public record CustomerUnit(UnitId unit, boolean assigned, boolean met, boolean merged) {}
