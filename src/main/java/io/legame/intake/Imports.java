package io.legame.intake;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import io.legame.access.Actor;
import io.legame.access.AuditTrail;
import io.legame.access.ChangeSet;
import io.legame.access.ChangeSetId;
import io.legame.access.ChangeSets;
import io.legame.customers.Identity;
import io.legame.platform.Companies;
import io.legame.platform.LegameProperties;
import io.legame.platform.Refusal;
import io.legame.platform.StoredFiles;
import io.legame.platform.StoredFiles.FileId;
import io.legame.platform.Texts;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Files on their way in: the one door to imports. */
@Component
public class Imports {
    /** The source of files whose sender does not say where they are from. */
    public static final String MAIN = Identity.MAIN;

    private final ImportTable table;
    private final RejectionTable rejections;
    private final TallyTable tallies;
    private final WrittenValues written;
    private final StoredFiles files;
    private final Companies companies;
    private final LegameProperties properties;
    private final AuditTrail audit;
    private final ChangeSets changeSets;
    private final Texts texts;
    private final SavedMappings mappings;
    private final PlanProposals proposals;
    private final InboxCopies inboxCopies;
    private final ImportRun run;
    private final CustomTask<Void> job;
    /** Asked for late: the scheduler is made of the modules' jobs. */
    private final ObjectProvider<Scheduler> scheduler;

    Imports(
            ImportTable table,
            RejectionTable rejections,
            TallyTable tallies,
            WrittenValues written,
            StoredFiles files,
            Companies companies,
            LegameProperties properties,
            AuditTrail audit,
            ChangeSets changeSets,
            Texts texts,
            SavedMappings mappings,
            PlanProposals proposals,
            InboxCopies inboxCopies,
            ImportRun run,
            CustomTask<Void> importJob,
            ObjectProvider<Scheduler> scheduler) {
        this.table = table;
        this.rejections = rejections;
        this.tallies = tallies;
        this.written = written;
        this.files = files;
        this.companies = companies;
        this.properties = properties;
        this.audit = audit;
        this.changeSets = changeSets;
        this.texts = texts;
        this.mappings = mappings;
        this.proposals = proposals;
        this.inboxCopies = inboxCopies;
        this.run = run;
        this.job = importJob;
        this.scheduler = scheduler;
    }

    /**
     * Stores a person's file and proposes how to bring it in: as the last one that looked the same, or as its columns
     * tell. Refused with the reason when it is no table.
     */
    public Import receive(String name, InputStream content) {
        return receive(name, content, MAIN);
    }

    /** The same for a file of which is known where it comes from. */
    Import receive(String name, InputStream content, String source) {
        return receive(name, content, source, file -> {
            Proposal proposal = proposals.of(name, file, source, mappings::of);
            ImportId id = insert(name, file, proposal.plan());
            mappings.look(id, source, proposal.shape(), proposal.recognised());
            return id;
        });
    }

    /**
     * Proposes anew how to bring in a waiting file that nobody has touched: a file that looks the same may have been
     * brought in since. Returns whether it is recognised now.
     */
    boolean recognise(ImportId id) {
        Import what = get(id);
        FileId file = what.file();
        if (file == null) {
            return false;
        }
        String source = mappings.firstSource(id);
        Plan untouched = proposals
                .of(what.name(), file, source, shape -> Optional.empty())
                .plan();
        Proposal proposal = proposals.of(what.name(), file, source, mappings::of);
        if (!untouched.equals(what.plan()) || proposal.recognised().isEmpty() || !table.revise(id, proposal.plan())) {
            return false;
        }
        mappings.look(id, source, proposal.shape(), proposal.recognised());
        return true;
    }

    /**
     * Stores a program's file and proposes how to bring it in: whatever other files were, the same one is always read
     * the same.
     *
     * @param kind what its rows are; null when its columns shall tell
     * @param source the system it comes from
     */
    public Import receive(String name, InputStream content, @Nullable ImportKind kind, String source) {
        return receive(
                name,
                content,
                source,
                file -> insert(name, file, proposals.ofColumns(name, file, kind, source.strip())));
    }

    private Import receive(String name, InputStream content, String source, Function<FileId, ImportId> propose) {
        SourceName.checked(source);
        FileId file = files.store(name, content, properties.uploadLimit().toBytes());
        try {
            ImportId id = propose.apply(file);
            audit.record("intake.received", "import", Long.toString(id.value()), Map.of("name", name));
            return get(id);
        } catch (FileFault fault) {
            files.remove(file);
            throw Refusal.of(fault.key(), fault.arguments().toArray());
        }
    }

    private ImportId insert(String name, FileId file, Plan plan) {
        return table.insert(name, bytes(file), file, plan, Actor.current().name(), null);
    }

    /** Forgets what the waiting file was recognised as, and proposes for it what its columns tell. */
    public void forgetMapping(ImportId id) {
        Import what = get(id);
        mappings.ofImport(id).ifPresent(mapping -> mappings.forget(mapping.id()));
        if (what.file() == null
                || !table.revise(
                        id,
                        proposals
                                .of(what.name(), what.file(), mappings.firstSource(id), mappings::of)
                                .plan())) {
            throw Refusal.of("intake.error.begun");
        }
    }

    private long bytes(FileId file) {
        return files.size(file);
    }

    public Import get(ImportId id) {
        return table.find(id).orElseThrow(Refusal::notFound);
    }

    /**
     * Newest first.
     *
     * @param after the last of the page before; null for the first page
     */
    public List<Import> list(@Nullable ImportId after, int limit) {
        return table.list(after, limit);
    }

    /** The first rows as they will be stored. */
    public Preview preview(Import what) {
        return proposals.preview(what);
    }

    /**
     * Changes how the file is to be brought in, while it waits. Another way of writing or another kind is a new proposal
     * for the columns.
     */
    public Import change(ImportId id, PlanChange change) {
        Import what = get(id);
        Plan plan = proposals.changed(what, change);
        if (!table.revise(id, plan)) {
            throw Refusal.of("intake.error.begun");
        }
        return get(id);
    }

    /** Begins to find out what bringing the file in would do, in the background; nothing is written. */
    public void rehearse(ImportId id) {
        Import what = get(id);
        if (!what.plan().unattachable() && !what.plan().missing().isEmpty()) {
            throw Refusal.of("intake.error.unmapped");
        }
        nameTouchpoint(what);
        if (!table.move(id, ImportState.REHEARSING, ImportState.DRAFT)) {
            throw Refusal.of("intake.error.begun");
        }
        audit.record("intake.rehearsed", "import", Long.toString(id.value()), Map.of("name", what.name()));
        schedule(id);
    }

    /** Begins to bring the file in, in the background. */
    public void start(ImportId id) {
        Import what = get(id);
        if (!what.plan().unattachable() && !what.plan().missing().isEmpty()) {
            throw Refusal.of("intake.error.unmapped");
        }
        nameTouchpoint(what);
        table.setChanges(id, changeSets.open(ChangeSet.Kind.IMPORT, what.name(), id.value()));
        if (!table.move(id, ImportState.QUEUED, ImportState.DRAFT)) {
            throw Refusal.of("intake.error.begun");
        }
        mappings.remember(get(id));
        audit.record(
                "intake.started",
                "import",
                Long.toString(id.value()),
                Map.of("name", what.name(), "kind", what.kind().code()));
        schedule(id);
    }

    /** Where neither rows nor person say where things happened, and the source is just the company's own. */
    private void nameTouchpoint(Import what) {
        if (what.plan().touchpoint() == null && !what.plan().hasNamedSource()) {
            String name = texts.get(
                    companies.get().language(),
                    "intake.channel." + what.plan().channel().code());
            table.revise(what.id(), PlanChange.touchpoint(name).applyTo(what.plan()));
        }
    }

    /** Lets an import, or the taking back of one, go on that stopped for a reason outside of its file. */
    public void goOn(ImportId id) {
        Import what = get(id);
        ImportState next = what.halfUndone() ? ImportState.UNDOING : ImportState.QUEUED;
        if (!what.canGoOn() || !table.move(id, next, ImportState.FAILED)) {
            throw Refusal.of("intake.error.cannotGoOn");
        }
        schedule(id);
    }

    private void schedule(ImportId id) {
        scheduler.getObject().scheduleIfNotExists(job.instance(Long.toString(id.value())), Instant.EPOCH);
    }

    /** A node may have been killed between the state and the job. */
    @EventListener(ApplicationReadyEvent.class)
    void scheduleUnfinished() {
        table.unfinished().forEach(this::schedule);
    }

    /** Begins to take back what the import did, in the background, as far as nobody changed it since. */
    public void undo(ImportId id) {
        Import what = get(id);
        ChangeSetId changes = changeSets.open(
                ChangeSet.Kind.UNDO,
                what.name(),
                what.changes() == null ? null : what.changes().value());
        if (!what.canBeUndone() || !table.beginUndo(id, changes)) {
            throw Refusal.of("intake.error.cannotBeUndone");
        }
        audit.record("intake.undone", "import", Long.toString(id.value()), Map.of("name", what.name()));
        schedule(id);
    }

    /** What became of values of the rows that were taken. */
    public Told told(ImportId id) {
        return new Told(tallies.updates(id), tallies.flags(id), tallies.kept(id));
    }

    /**
     * What became of values of the rows that were taken, the most frequent first.
     *
     * @param updates which fields of known customers changed
     * @param flags what is wrong with values, or may be
     * @param kept what taking the import back left as it was, and why; the examples are ids of customers
     */
    public record Told(List<Reason> updates, List<Reason> flags, List<Reason> kept) {}

    /** Brings the same file in once more: a new import, ready to start. */
    public Import again(ImportId id) {
        Import what = get(id);
        if (!what.canRunAgain()) {
            throw Refusal.of("intake.error.cannotRunAgain");
        }
        return get(table.insert(
                what.name(),
                what.bytes(),
                Objects.requireNonNull(what.file()),
                what.plan(),
                Actor.current().name(),
                id));
    }

    /**
     * Asks a running import, or the taking back of one, to stop after the batch it is at, which stays; a waiting one is
     * forgotten with its file.
     */
    public void cancel(ImportId id) {
        Import what = get(id);
        if (table.stopUndo(id)) {
            audit.record("intake.undoStopped", "import", Long.toString(id.value()), Map.of("name", what.name()));
            return;
        }
        if (what.state() == ImportState.DRAFT) {
            run.forget(what);
            table.delete(id);
            if (what.againOf() == null && what.file() != null) {
                files.remove(what.file());
            }
        } else if (what.state() == ImportState.REHEARSING) {
            table.move(id, ImportState.DRAFT, ImportState.REHEARSING);
            return;
        } else if (what.state().running()) {
            table.move(id, ImportState.CANCELLING, ImportState.QUEUED, ImportState.READING, ImportState.APPLYING);
            schedule(id);
        }
        audit.record("intake.cancelled", "import", Long.toString(id.value()), Map.of("name", what.name()));
    }

    /** Removes the file and every value of it that we kept; the counts stay. */
    public void removeFile(ImportId id) {
        Import what = get(id);
        FileId file = what.file();
        if (file == null) {
            return;
        }
        if (table.isRunning(file)) {
            throw Refusal.of("intake.error.running");
        }
        rejections.forgetValues(file);
        tallies.forgetValues(file);
        written.forgetValues(file);
        inboxCopies.remove(file);
        files.remove(file);
        audit.record("intake.fileRemoved", "import", Long.toString(id.value()), Map.of("name", what.name()));
    }

    /** The import that a program's request made before, if it did. */
    public Optional<Import> findByIdempotencyKey(String key) {
        return table.findByIdempotencyKey(key).map(this::get);
    }

    /** Remembers that the program's request made this import. */
    public void setIdempotencyKey(ImportId id, String key) {
        table.setIdempotencyKey(id, key);
    }
}
