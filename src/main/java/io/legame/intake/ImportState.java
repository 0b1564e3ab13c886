package io.legame.intake;

import java.util.Locale;

/** How far an import has got. */
public enum ImportState {
    /** Waits for a person to look at it and say go. */
    DRAFT,
    QUEUED,
    /** The whole file is read once, before anything is written: a fault ends the import here. */
    READING,
    APPLYING,
    CANCELLING,
    DONE,
    FAILED,
    CANCELLED,
    /** What it brought in is being taken back. */
    UNDOING,
    UNDONE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ImportState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    public boolean running() {
        return this == QUEUED || this == READING || this == APPLYING || this == CANCELLING || this == UNDOING;
    }

    public boolean ended() {
        return this == DONE || this == FAILED || this == CANCELLED || this == UNDONE;
    }
}
