package io.legame.intake;

import io.legame.access.ChangeSetId;
import io.legame.platform.StoredFiles.FileId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file that is being brought in, or was.
 *
 * @param file null once it was removed
 * @param bytesRead of the stored file, while it is read
 * @param rowsInFile null until the file was read to its end
 * @param position the last row applied
 * @param resumed how often it went on after its process was killed
 * @param changes what it changed; null before it began
 * @param undo how far it was taken back; null when nobody asked for it
 * @param wouldBe what it would do, once that was tried; null again when the plan changes
 * @param fault why it ended without success; a text key
 */
public record Import(
        ImportId id,
        String name,
        long bytes,
        @Nullable FileId file,
        ImportState state,
        Plan plan,
        String createdBy,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable ImportId againOf,
        long bytesRead,
        @Nullable Long rowsInFile,
        long position,
        int resumed,
        @Nullable ChangeSetId changes,
        @Nullable Undo undo,
        @Nullable WouldBe wouldBe,
        Counts counts,
        @Nullable String fault,
        List<String> faultArguments) {
    static final String DISK_FULL = "intake.fault.diskFull";
    static final String UNEXPECTED = "intake.fault.unexpected";
    static final String UNDO_STOPPED = "intake.fault.undoStopped";
    private static final Set<String> OUTSIDE_THE_FILE = Set.of(DISK_FULL, UNEXPECTED);

    /**
     * What became of the rows so far.
     *
     * @param flagged rows that were taken though a value of theirs was left out, or may be wrong
     * @param anonymous lines of sales to nobody known; among the others too
     * @param customersCreated by purchases of customers who were not known
     */
    public record Counts(
            long created,
            long updated,
            long unchanged,
            long rejected,
            long flagged,
            long anonymous,
            long customersCreated,
            long productsCreated,
            Amounts amounts) {}

    /**
     * How far an import was taken back.
     *
     * @param changes the change set of taking it back
     * @param position the last record looked at in the phase
     * @param done records put back or removed
     * @param kept records that stay, wholly or in part, because somebody changed them since
     */
    public record Undo(ChangeSetId changes, int phase, long position, long done, long kept) {}

    /** Money of the lines, in the company's currency; the first three make up what the whole file says. */
    public record Amounts(BigDecimal created, BigDecimal unchanged, BigDecimal rejected, BigDecimal anonymous) {
        public BigDecimal all() {
            return created.add(unchanged).add(rejected);
        }

        /** Whether there is no money to tell of, as in a file without prices. */
        public boolean isNothing() {
            return created.signum() == 0 && unchanged.signum() == 0 && rejected.signum() == 0;
        }
    }

    public ImportKind kind() {
        return plan.kind();
    }

    /** Between 0 and 1: reading the file is counted as a tenth of the whole. */
    public double progress() {
        if (rowsInFile == null) {
            return bytes == 0 ? 0 : 0.1 * bytesRead / bytes;
        }
        return rowsInFile == 0 ? 1 : 0.1 + 0.9 * position / rowsInFile;
    }

    public @Nullable Duration duration(Instant now) {
        return startedAt == null ? null : Duration.between(startedAt, finishedAt == null ? now : finishedAt);
    }

    /** Failed for a reason outside the file, after which it can go on where it was; or half taken back. */
    public boolean canGoOn() {
        return halfUndone()
                || (state == ImportState.FAILED && file != null && OUTSIDE_THE_FILE.contains(String.valueOf(fault)));
    }

    /** Whether taking it back ended half-way. */
    public boolean halfUndone() {
        return state == ImportState.FAILED && undo != null;
    }

    /** Whether it wrote something that can be taken back. */
    public boolean canBeUndone() {
        return state.ended() && undo == null && changes != null && position > 0;
    }

    public boolean canRunAgain() {
        return state.ended() && file != null;
    }
}
