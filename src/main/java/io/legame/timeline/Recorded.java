package io.legame.timeline;

/** What became of one fact. */
public enum Recorded {
    /** It is new and now on the timeline. */
    CREATED,
    /** It was there already, the same. */
    UNCHANGED,
    /** Another fact with the same key was there already and says something else; nothing was written. */
    CONFLICT
}
