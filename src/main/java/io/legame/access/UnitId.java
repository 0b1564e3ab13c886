package io.legame.access;

/** Identifies a shop or a team. */
public record UnitId(int value) {}
