package io.legame.sample;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How far the sample shop is.
 *
 * @param done of {@code total} steps
 * @param kept customers that outlived the last removal, because another source knows something about them
 * @param failure the reference of the last error; null when the work goes on
 */
public record SampleState(
        Phase phase,
        int done,
        int total,
        int customers,
        int products,
        int purchases,
        int interactions,
        int kept,
        @Nullable String failure) {

    public enum Phase {
        /** There never was one. */
        ABSENT,
        MAKING,
        MADE,
        REMOVING,
        REMOVED;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static final SampleState NEVER = new SampleState(Phase.ABSENT, 0, 1, 0, 0, 0, 0, 0, null);

    /** Whether the job has something to do. */
    public boolean working() {
        return phase == Phase.MAKING || phase == Phase.REMOVING;
    }

    /** Whether anything of the shop may be among the customers. */
    public boolean present() {
        return phase == Phase.MAKING || phase == Phase.MADE || phase == Phase.REMOVING;
    }

    public double share() {
        return (double) done / total;
    }
}
