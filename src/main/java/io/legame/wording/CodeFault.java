package io.legame.wording;

/** Why a text is not the code that it should be; the first of these that is wrong is the one to tell. */
public enum CodeFault {
    /** No such country, or one that has no such code. */
    COUNTRY,
    LENGTH,
    /** A character, or a part of the code, that cannot be where it is. */
    FORMAT,
    /** The control character disagrees with the others: most often a slip of the keyboard. */
    CHECK_DIGIT,
    /** A day that is in no calendar. */
    DATE
}
