package io.legame.notebook;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which tasks somebody looks at. */
public enum TaskView {
    /** One's own that are to be done. */
    MINE,
    /** Everybody's that are to be done. */
    ALL,
    /** Everybody's that are late. */
    OVERDUE,
    /** Everybody's that were done, the latest first. */
    DONE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<TaskView> of(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }
}
