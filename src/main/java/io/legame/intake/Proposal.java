package io.legame.intake;

import io.legame.platform.Company;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is proposed for a file that came: what its columns tell, or what was done with the last one that looked the same.
 *
 * @param shape of the file, before any mapping was applied
 */
record Proposal(Plan plan, UUID shape, Optional<SavedMapping> recognised) {
    /**
     * @param samples reads the beginning of the file as a dialect says; with null as the file itself suggests
     * @param saved finds what is remembered of a shape
     */
    static Proposal of(
            String fileName,
            Function<@Nullable Dialect, Sample> samples,
            Company company,
            String source,
            Function<UUID, Optional<SavedMapping>> saved) {
        var detection = new Detection(fileName, samples.apply(null), company);
        Plan seen = detection.plan(null, source);
        UUID shape = shape(seen, source);
        SavedMapping mapping = seen.dialect().header()
                ? saved.apply(shape).or(() -> byHand(seen, source, saved)).orElse(null)
                : null;
        if (mapping == null) {
            return new Proposal(seen, shape, Optional.empty());
        }
        Plan last = mapping.plan();
        if (last.headers().equals(seen.headers())) {
            return new Proposal(merged(detection, seen, last, seen.dialect()), shape, Optional.of(mapping));
        }
        return rewritten(fileName, samples, company, last)
                .map(again -> new Proposal(again, shape, Optional.of(mapping)))
                .orElseGet(() -> new Proposal(seen, shape, Optional.empty()));
    }

    /** A person brought such a file in before, and said that it is of this source. */
    private static Optional<SavedMapping> byHand(
            Plan seen, String source, Function<UUID, Optional<SavedMapping>> saved) {
        return saved.apply(shape(seen, Imports.MAIN))
                .filter(mapping -> mapping.plan().source().equals(source));
    }

    /** Somebody had said that the file is written otherwise than it looks: another sheet, another line, other cells. */
    private static Optional<Plan> rewritten(
            String fileName, Function<@Nullable Dialect, Sample> samples, Company company, Plan last) {
        try {
            var detection = new Detection(fileName, samples.apply(last.dialect()), company);
            Plan again = detection.plan(last.dialect(), last.kind(), last.source());
            return again.headers().equals(last.headers())
                    ? Optional.of(merged(detection, again, last, last.dialect()))
                    : Optional.empty();
        } catch (FileFault otherFile) {
            return Optional.empty();
        }
    }

    /** What the file itself shows without doubt counts more than what the last one was. */
    private static Plan merged(Detection detection, Plan seen, Plan last, Dialect dialect) {
        return new Plan(
                last.kind(),
                last.source(),
                dialect,
                seen.headers(),
                last.fields(),
                detection.tellsDateOrder(dialect) ? seen.dateOrder() : last.dateOrder(),
                false,
                detection.tellsDecimalSign(dialect) ? seen.decimalSign() : last.decimalSign(),
                false,
                seen.wholeNumbers() || last.wholeNumbers(),
                last.channel(),
                last.touchpoint(),
                last.createCustomers(),
                last.createProducts(),
                last.replacements(),
                last.custom());
    }

    /** The same for files of the same make: where they are from, what they are, and what their columns are called. */
    static UUID shape(Plan seen, String source) {
        Dialect dialect = seen.dialect();
        var parts = List.of(
                source,
                dialect.format().code(),
                Objects.requireNonNullElse(dialect.sheet(), ""),
                String.join("\u0000", seen.headers()));
        return UUID.nameUUIDFromBytes(String.join("\u0001", parts).getBytes(StandardCharsets.UTF_8));
    }
}
