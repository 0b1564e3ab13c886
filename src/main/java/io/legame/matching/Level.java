package io.legame.matching;

/** How much two values agree. Which of them a field knows, and what they mean there, is said by {@link Field}. */
public enum Level {
    /** One of the two values is not known: it weighs nothing. */
    MISSING,
    EXACT,
    /** The given name of one is the family name of the other. */
    SWAPPED,
    NICKNAME,
    /** A slip of the pen: one letter or digit, two of them exchanged, day and month exchanged. */
    NEAR,
    /** One is a part of the other, or its initial. */
    PART,
    /** Alike, but more than a slip apart. */
    CLOSE,
    SAME_YEAR,
    HOUSE,
    STREET,
    POSTCODE,
    TOWN,
    NEAR_TOWN,
    REGION,
    /** What stands before the @, at another provider. */
    SAME_MAILBOX,
    OTHER;

    /** In the rows of numbers that are kept by level. */
    @SuppressWarnings("EnumOrdinal") // nothing is stored by it
    int place() {
        return ordinal();
    }
}
