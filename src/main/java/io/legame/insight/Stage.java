package io.legame.insight;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a customer stands between the first contact and the end, see {@link LifeCycleRules} for what leads there. */
public enum Stage {
    LEAD,
    PROSPECT,
    NEW,
    ACTIVE,
    LOYAL,
    AT_RISK,
    DORMANT,
    LOST,
    DISMISSED;

    /** How tables, files and programs write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A symbol of {@code static/assets/icons.svg}. */
    public String icon() {
        return switch (this) {
            case LEAD -> "user";
            case PROSPECT -> "message";
            case NEW -> "sparkles";
            case ACTIVE -> "check";
            case LOYAL -> "heart";
            case AT_RISK -> "alert";
            case DORMANT -> "clock";
            case LOST -> "trend-down";
            case DISMISSED -> "logout";
        };
    }

    public static Optional<Stage> of(@Nullable String code) {
        return Arrays.stream(values())
                .filter(stage -> stage.code().equals(code))
                .findFirst();
    }
}
