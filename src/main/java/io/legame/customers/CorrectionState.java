package io.legame.customers;

import java.util.Locale;

/** How far a correction is. A text for each is {@code customers.correction.state.<code>}. */
public enum CorrectionState {
    RUNNING,
    DONE,
    /** Somebody asked it to stop half-way. */
    STOPPED,
    FAILED,
    UNDOING,
    UNDONE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean running() {
        return this == RUNNING || this == UNDOING;
    }
}
