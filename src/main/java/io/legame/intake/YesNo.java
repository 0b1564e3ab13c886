package io.legame.intake;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads yes and no as people and systems write them. */
final class YesNo {
    private static final Set<String> YES = Set.of("y", "yes", "true", "t", "1", "s", "si", "sì", "vero", "x");
    private static final Set<String> NO = Set.of("n", "no", "false", "f", "0", "falso");

    private YesNo() {}

    /** Null for neither. */
    static @Nullable Boolean parse(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return YES.contains(lower) ? Boolean.TRUE : NO.contains(lower) ? Boolean.FALSE : null;
    }
}
