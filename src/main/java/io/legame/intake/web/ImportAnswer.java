package io.legame.intake.web;

import io.legame.intake.Import;
import io.legame.intake.Reason;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An import, for programs.
 *
 * @param state {@code queued}, {@code reading}, {@code applying}, {@code done}, {@code failed}, {@code cancelled}…
 * @param progress between 0 and 1
 * @param fault why the import as a whole ended without success: a code
 */
record ImportAnswer(
        long id,
        String name,
        String kind,
        String source,
        String state,
        double progress,
        @Nullable Long rowsInFile,
        long read,
        long created,
        long updated,
        long unchanged,
        long rejected,
        long anonymous,
        long customersCreated,
        long productsCreated,
        BigDecimal amountCreated,
        BigDecimal amountUnchanged,
        BigDecimal amountRejected,
        int resumed,
        Instant createdAt,
        @Nullable Instant finishedAt,
        @Nullable String fault,
        List<String> faultArguments,
        List<ReasonAnswer> reasons) {

    /** @param lines the first three lines of the file */
    record ReasonAnswer(
            String code, @Nullable String field, long rows, BigDecimal amount, List<Long> lines, List<String> values) {}

    static ImportAnswer of(Import what, List<Reason> reasons) {
        Import.Counts counts = what.counts();
        return new ImportAnswer(
                what.id().value(),
                what.name(),
                what.kind().code(),
                what.plan().source(),
                what.state().code(),
                what.state().ended() ? 1 : what.progress(),
                what.rowsInFile(),
                what.position(),
                counts.created(),
                counts.updated(),
                counts.unchanged(),
                counts.rejected(),
                counts.anonymous(),
                counts.customersCreated(),
                counts.productsCreated(),
                counts.amounts().created(),
                counts.amounts().unchanged(),
                counts.amounts().rejected(),
                what.resumed(),
                what.createdAt(),
                what.finishedAt(),
                what.fault(),
                what.faultArguments(),
                reasons.stream().map(ImportAnswer::of).toList());
    }

    private static ReasonAnswer of(Reason reason) {
        return new ReasonAnswer(
                reason.key(),
                reason.field() == null ? null : reason.field().code(),
                reason.rows(),
                reason.amount(),
                reason.examples().stream().map(Reason.Example::line).toList(),
                reason.examples().stream().map(Reason.Example::value).toList());
    }
}
