package io.legame.insight;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a customer is worth, by profit and loyalty. The last one is the metal, called so that nobody takes it for a lead. */
public enum Tier {
    PLATINUM,
    GOLD,
    IRON,
    PIOMBO;

    /** How tables, files and programs write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Tier> of(@Nullable String code) {
        return Arrays.stream(values()).filter(tier -> tier.code().equals(code)).findFirst();
    }

    /** Whether the company must not lose who is in it. */
    public boolean isValuable() {
        return this == PLATINUM || this == GOLD;
    }
}
