package io.legame.access;

/** A unit is new, or others than before are its customers by where they were met. */
public record UnitChanged(UnitId unit) {}
