package io.legame.intake;

import io.legame.platform.Refusal;
import java.util.Set;

/** The name of the system that facts and records come from, as people and programs may give it. */
final class SourceName {
    private static final int LONGEST = 60;
    /** What is recorded under this name goes when the sample shop is removed. */
    private static final Set<String> TAKEN = Set.of("sample");

    private SourceName() {}

    /**
     * The name without the spaces around it.
     *
     * @throws Refusal when it is empty, longer than 60 characters, has control characters, or is one of ours
     */
    static String checked(String name) {
        String stripped = name.strip();
        if (stripped.isEmpty()
                || stripped.length() > LONGEST
                || stripped.chars().anyMatch(Character::isISOControl)) {
            throw Refusal.of("intake.error.source", LONGEST);
        }
        if (TAKEN.contains(stripped)) {
            throw Refusal.of("intake.error.sourceTaken", stripped);
        }
        return stripped;
    }
}
