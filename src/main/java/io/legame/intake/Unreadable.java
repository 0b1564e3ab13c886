package io.legame.intake;

import org.jspecify.annotations.Nullable;

/** A row cannot be taken. Thrown without a stack trace, because a bad file throws it once a row. */
final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String reason;
    private final @Nullable Field field;
    private final String value;

    Unreadable(String reason, @Nullable Field field, String value) {
        super(reason, null, false, false);
        this.reason = reason;
        this.field = field;
        this.value = value;
    }

    String reason() {
        return reason;
    }

    @Nullable
    Field field() {
        return field;
    }

    String value() {
        return value;
    }
}
