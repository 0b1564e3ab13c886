package io.legame.intake.web;

import io.legame.intake.Field;
import io.legame.intake.Import;
import io.legame.intake.Imports;
import io.legame.intake.NearProduct;
import io.legame.intake.NearProducts;
import io.legame.intake.Reason;
import io.legame.intake.Replacement;
import io.legame.intake.WouldBe;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An import, for programs.
 *
 * @param state {@code queued}, {@code reading}, {@code applying}, {@code done}, {@code failed}, {@code cancelled}…
 * @param progress between 0 and 1
 * @param flagged rows taken though a value of theirs was left out or may be wrong; {@code flags} says which
 * @param updatedFields how many known customers got a new value, by field
 * @param fault why the import as a whole ended without success: a code
 * @param proposals products that are not in the catalogue, but for one that is probably meant
 * @param replacements values that are read as others
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
        long flagged,
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
        List<ReasonAnswer> reasons,
        List<ReasonAnswer> flags,
        Map<String, Long> updatedFields,
        @Nullable UndoAnswer undo,
        @Nullable WouldBeAnswer wouldBe,
        List<ProposalAnswer> proposals,
        List<ReplacementAnswer> replacements) {

    /** @param name of the product that the value is probably meant for, {@code to} its code */
    record ProposalAnswer(@Nullable String field, String from, String to, String name, long rows) {}

    /** @param rows that have the value; null when they were not counted yet */
    record ReplacementAnswer(
            String field, String from, String to, @Nullable Long rows) {
        static ReplacementAnswer of(NearProducts.Replaced replaced) {
            Replacement what = replaced.replacement();
            return new ReplacementAnswer(what.field().code(), what.from(), what.to(), replaced.rows());
        }
    }

    /** What an import would do. */
    record WouldBeAnswer(
            Instant at,
            long rows,
            long created,
            long updated,
            long unchanged,
            long rejected,
            long flagged,
            long probableDuplicates,
            List<ReasonAnswer> reasons,
            List<ReasonAnswer> updates,
            List<ReasonAnswer> flags,
            List<ReasonAnswer> duplicates) {
        static WouldBeAnswer of(WouldBe told) {
            return new WouldBeAnswer(
                    told.at(),
                    told.rows(),
                    told.counts().created(),
                    told.counts().updated(),
                    told.counts().unchanged(),
                    told.counts().rejected(),
                    told.counts().flagged(),
                    told.probableDuplicates(),
                    told.reasons().stream().map(ImportAnswer::of).toList(),
                    told.updates().stream().map(ImportAnswer::of).toList(),
                    told.flags().stream().map(ImportAnswer::of).toList(),
                    told.duplicates().stream().map(ImportAnswer::of).toList());
        }
    }

    /**
     * How far it was taken back.
     *
     * @param done records put back or removed
     * @param kept records that stay, because somebody changed them since
     */
    record UndoAnswer(long done, long kept) {}

    /** @param lines the first three lines of the file */
    record ReasonAnswer(
            String code, @Nullable String field, long rows, BigDecimal amount, List<Long> lines, List<String> values) {}

    static ImportAnswer of(
            Import what,
            List<Reason> reasons,
            Imports.Told told,
            List<NearProduct> near,
            List<NearProducts.Replaced> replaced) {
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
                counts.flagged(),
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
                reasons.stream().map(ImportAnswer::of).toList(),
                told.flags().stream().map(ImportAnswer::of).toList(),
                updatedFields(told),
                what.undo() == null
                        ? null
                        : new UndoAnswer(what.undo().done(), what.undo().kept()),
                what.wouldBe() == null ? null : WouldBeAnswer.of(what.wouldBe()),
                near.stream().map(each -> proposal(what, each)).toList(),
                replaced.stream().map(ReplacementAnswer::of).toList());
    }

    private static ProposalAnswer proposal(Import what, NearProduct near) {
        return new ProposalAnswer(
                NearProducts.field(what).map(Field::code).orElse(null),
                near.written(),
                near.code(),
                near.name(),
                near.rows());
    }

    private static Map<String, Long> updatedFields(Imports.Told told) {
        var fields = new LinkedHashMap<String, Long>();
        told.updates()
                .forEach(each -> fields.put(
                        each.field() == null ? "identity" : each.field().code(), each.rows()));
        return fields;
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
