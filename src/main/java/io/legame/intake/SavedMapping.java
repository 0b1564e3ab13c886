package io.legame.intake;

import java.time.Instant;

/**
 * How files of one look were brought in the last time: the next one that looks the same is brought in the same way.
 *
 * @param name what people call it; the file's name until somebody gives another
 * @param savedAt when an import that used it began
 */
public record SavedMapping(SavedMappingId id, String name, Plan plan, Instant savedAt, String savedBy) {
    /** Identifies a saved mapping. */
    public record SavedMappingId(long value) {}
}
