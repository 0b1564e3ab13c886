package io.legame.segments;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values that the data have, with how often; what the builder proposes. */
interface Proposals {
    /** Nothing to propose, for where no person will look. */
    Proposals NONE = (source, search, limit) -> List.of();

    /**
     * The most frequent values first.
     *
     * @param source an {@link Attribute#word()}, a custom field, {@code custom.} and its code, or channel, touchpoint,
     *     product, category, brand, interaction, tier, tierMonth, stage, mainChannel, mainCategory, detail, or the
     *     values of a {@link DetailField}
     * @param search a part of the value, letter case left out; empty for all
     */
    List<Proposed> of(String source, String search, int limit);

    /**
     * @param value as the language writes it
     * @param count null where nobody may know
     */
    record Proposed(String value, String label, @Nullable Long count) {}
}
