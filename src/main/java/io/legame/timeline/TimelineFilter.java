package io.legame.timeline;

import java.util.Set;

/** What of a timeline is wanted; an empty set is no restriction. */
public record TimelineFilter(Set<String> kinds, Set<String> touchpoints) {
    public static final TimelineFilter ALL = new TimelineFilter(Set.of(), Set.of());
}
