package io.legame.timeline;

/** What became of one fact. */
public enum Recorded {
    /** It is new and now on the timeline. */
    CREATED,
    /** It was there already, the same. */
    UNCHANGED,
    /** The order is another customer's; nothing was written. */
    OTHER_CUSTOMER,
    /** The line was there already, read from its file in another way; nothing was written. */
    READ_OTHERWISE,
    /** It is in a currency that has no rate on the day of its order; nothing was written. */
    NO_RATE,
    /** Another fact with the same key was there already and says something else; nothing was written. */
    CONFLICT
}
