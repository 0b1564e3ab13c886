package io.legame.access;

public record ChangeSetId(long value) {}
