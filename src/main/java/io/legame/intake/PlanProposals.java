package io.legame.intake;

import io.legame.customers.CustomFields;
import io.legame.customers.Customers;
import io.legame.platform.Companies;
import io.legame.platform.LegameProperties;
import io.legame.platform.Refusal;
import io.legame.platform.StoredFiles;
import io.legame.platform.StoredFiles.FileId;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks at the beginning of a stored file: how it may be brought in, and what its first rows would be. */
@Component
class PlanProposals {
    private final StoredFiles files;
    private final LegameProperties properties;
    private final Companies companies;
    private final Customers customers;
    private final CustomFields customFields;
    private final CustomColumns columns;
    private final ImportRun run;
    private final InstantSource clock;

    PlanProposals(
            StoredFiles files,
            LegameProperties properties,
            Companies companies,
            Customers customers,
            CustomFields customFields,
            CustomColumns columns,
            ImportRun run,
            InstantSource clock) {
        this.files = files;
        this.properties = properties;
        this.companies = companies;
        this.customers = customers;
        this.customFields = customFields;
        this.columns = columns;
        this.run = run;
        this.clock = clock;
    }

    /**
     * As the last file that looked the same, or as its columns tell.
     *
     * @throws FileFault if it is no table
     */
    Proposal of(String name, FileId file, String source, Function<UUID, Optional<SavedMapping>> saved) {
        Proposal proposal = Proposal.of(name, known -> sample(file, known, '.'), companies.get(), source, saved);
        return new Proposal(columns.recognised(proposal.plan()), proposal.shape(), proposal.recognised());
    }

    /**
     * As its columns tell, whatever other files were.
     *
     * @throws FileFault if it is no table
     */
    Plan ofColumns(String name, FileId file, @Nullable ImportKind kind, String source) {
        return columns.recognised(new Detection(name, sample(file, null, '.'), companies.get()).plan(kind, source));
    }

    /** The plan with the change; another way of writing or another kind is a new proposal for the columns. */
    Plan changed(Import what, PlanChange change) {
        Plan plan = change.applyTo(what.plan());
        Dialect dialect = change.dialect(what.plan().dialect());
        if (!dialect.equals(what.plan().dialect())) {
            Plan proposed = propose(what, dialect, plan.kind(), plan.source());
            return columns.recognised(plan.rewritten(proposed.dialect(), proposed.headers(), proposed.fields()));
        }
        return plan.kind() == what.kind()
                ? plan
                : columns.recognised(plan.rewritten(
                        dialect,
                        plan.headers(),
                        propose(what, dialect, plan.kind(), plan.source()).fields()));
    }

    private Plan propose(Import what, Dialect dialect, ImportKind kind, String source) {
        try {
            var detection = new Detection(what.name(), sample(what, dialect), companies.get());
            return Objects.equals(dialect.sheet(), what.plan().dialect().sheet())
                    ? detection.plan(dialect, kind, source)
                    : detection.plan(kind, source);
        } catch (FileFault fault) {
            throw Refusal.of(fault.key(), fault.arguments().toArray());
        }
    }

    /** The first rows as they will be stored. */
    Preview preview(Import what) {
        return new PreviewReading(
                        what.plan(),
                        run.rows(what.plan()),
                        customers,
                        customFields,
                        columns.of(what.plan()),
                        companies.get(),
                        clock.instant())
                .of(sample(what, what.plan().dialect()));
    }

    private Sample sample(Import what, Dialect dialect) {
        if (what.file() == null) {
            throw Refusal.notFound();
        }
        try {
            return sample(what.file(), dialect, what.plan().decimalSign());
        } catch (FileFault fault) {
            throw Refusal.of(fault.key(), fault.arguments().toArray());
        }
    }

    private Sample sample(FileId file, @Nullable Dialect known, char decimalSign) {
        long limit = properties.uploadLimit().toBytes() * Content.MOST_UNPACKED;
        return Sample.read(files.open(file), limit, known, decimalSign);
    }
}
