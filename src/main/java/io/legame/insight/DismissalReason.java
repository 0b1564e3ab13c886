package io.legame.insight;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a company lets a customer go. */
public enum DismissalReason {
    /** Costs more than they bring. */
    COSTS,
    /** Sends back most of what is bought. */
    RETURNS,
    UNPAID,
    FRAUD,
    BEHAVIOUR,
    /** Wants what the company no longer offers. */
    FIT,
    /** The note says it. */
    OTHER;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<DismissalReason> of(@Nullable String code) {
        return Arrays.stream(values())
                .filter(reason -> reason.code().equals(code))
                .findFirst();
    }
}
