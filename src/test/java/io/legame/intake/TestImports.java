package io.legame.intake;

import io.legame.access.ChangeSet;
import io.legame.access.ChangeSets;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Brings files in as a test wants it, without waiting for the scheduler. */
@Component
@Lazy
class TestImports {
    static final Path DATA = Path.of("../shared/data");
    static final Path ADVENTURE_WORKS = DATA.resolve("adventureworks");

    private final Imports imports;
    private final Rejections rejections;
    private final ImportTable table;
    private final ImportRun run;
    private final TallyTable tallies;
    private final ChangeSets changeSets;
    private final JdbcClient database;

    TestImports(
            Imports imports,
            Rejections rejections,
            ImportTable table,
            ImportRun run,
            TallyTable tallies,
            ChangeSets changeSets,
            JdbcClient database) {
        this.imports = imports;
        this.rejections = rejections;
        this.table = table;
        this.run = run;
        this.tallies = tallies;
        this.changeSets = changeSets;
        this.database = database;
    }

    void clear() {
        io.legame.testing.TestDatabase.clear(database, "intake", "timeline", "catalogue", "customers");
        // a job that an earlier test left behind must not meet an import of ours
        io.legame.testing.TestDatabase.skipIds(database, "intake.import");
    }

    Import receive(Path file, @Nullable ImportKind kind) {
        try (InputStream content = Files.newInputStream(file)) {
            return imports.receive(file.getFileName().toString(), content, kind, Imports.MAIN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Import receive(String name, byte[] content) {
        return imports.receive(name, new ByteArrayInputStream(content), null, Imports.MAIN);
    }

    Import receive(String name, String content) {
        return receive(name, content.getBytes(StandardCharsets.UTF_8));
    }

    Import run(Import what) {
        return run(what, UnaryOperator.identity());
    }

    Import run(Import what, UnaryOperator<Plan> change) {
        table.revise(what.id(), change.apply(what.plan()));
        prepare(what);
        return go(what);
    }

    /** As far as the job's beginning. */
    void prepare(Import what) {
        table.setChanges(
                what.id(),
                changeSets.open(ChangeSet.Kind.IMPORT, what.name(), what.id().value()));
        table.move(what.id(), ImportState.QUEUED, ImportState.DRAFT);
    }

    void beginRehearsal(Import what) {
        table.move(what.id(), ImportState.REHEARSING, ImportState.DRAFT);
    }

    /** As a person asks for it, without the job. */
    void beginUndo(Import what) {
        table.beginUndo(
                what.id(),
                changeSets.open(
                        ChangeSet.Kind.UNDO,
                        what.name(),
                        java.util.Objects.requireNonNull(imports.get(what.id()).changes())
                                .value()));
    }

    /** As far as the beginning of the job. */
    void goOn(Import what) {
        table.move(what.id(), what.halfUndone() ? ImportState.UNDOING : ImportState.QUEUED, ImportState.FAILED);
    }

    /** As the job does it, also after a kill. */
    Import go(Import what) {
        run.run(what.id());
        return imports.get(what.id());
    }

    Import again(Import what) {
        return run(imports.again(what.id()));
    }

    List<Reason> flags(Import what) {
        return tallies.flags(what.id());
    }

    List<Reason> reasons(Import what) {
        return rejections.reasons(what.id());
    }
}
