package io.legame.customers;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import io.legame.access.Actor;
import io.legame.access.AuditTrail;
import io.legame.access.ChangeSet;
import io.legame.access.ChangeSets;
import io.legame.platform.Companies;
import io.legame.platform.Refusal;
import io.legame.platform.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** One proposal or one rule for all the values it is meant for: what there is to correct, and what was corrected. */
@Component
public class Corrections {
    private static final int GROUPS = 8;
    private static final int PREVIEWED = 20;

    private final CorrectionTable table;
    private final CorrectionRun run;
    private final RuleChecks checks;
    private final ChangeSets changeSets;
    private final AuditTrail audit;
    private final Texts texts;
    private final Companies companies;
    private final DSLContext database;
    private final TransactionTemplate transaction;
    private final CustomTask<Void> job;
    /** Asked for late: the scheduler is made of the modules' jobs. */
    private final ObjectProvider<Scheduler> scheduler;

    Corrections(
            CorrectionTable table,
            CorrectionRun run,
            RuleChecks checks,
            ChangeSets changeSets,
            AuditTrail audit,
            Texts texts,
            Companies companies,
            DSLContext database,
            TransactionTemplate transaction,
            CustomTask<Void> correctionJob,
            ObjectProvider<Scheduler> scheduler) {
        this.table = table;
        this.run = run;
        this.checks = checks;
        this.changeSets = changeSets;
        this.audit = audit;
        this.texts = texts;
        this.companies = companies;
        this.database = database;
        this.transaction = transaction;
        this.job = correctionJob;
        this.scheduler = scheduler;
    }

    /** Something that can be corrected at once. */
    public record Proposed(CorrectionTarget target, long customers) {}

    /**
     * The proposals for a field.
     *
     * @param customers of all groups
     * @param groups how many there are
     * @param largest the largest of them
     */
    public record ProposedField(CustomerField field, long customers, int groups, List<Proposed> largest) {}

    /** By field, those without a proposal left out. */
    public List<ProposedField> proposals() {
        return ProposalGroups.FIELDS.stream()
                .map(field -> new ProposalGroups(database).of(field, GROUPS))
                .filter(found -> found.customers() > 0)
                .map(found -> new ProposedField(
                        found.field(),
                        found.customers(),
                        found.groups(),
                        found.largest().stream()
                                .map(group -> new Proposed(
                                        new CorrectionTarget.Proposals(found.field(), group.from(), group.to()),
                                        group.customers()))
                                .toList()))
                .toList();
    }

    /** The rules that would write stored values in another way, as last checked. */
    public List<Proposed> rules() {
        return checks.found().stream()
                .filter(check -> check.customers() > 0)
                .map(check -> new Proposed(new CorrectionTarget.Rule(check.rule()), check.customers()))
                .toList();
    }

    /**
     * What would become of a customer.
     *
     * @param before the values of the corrected fields, in their order; null where there is none
     */
    public record Previewed(CustomerId id, String name, List<CorrectedValue> values, List<@Nullable String> before) {}

    /**
     * What a correction would do.
     *
     * @param first some of the customers
     */
    public record Preview(CorrectionTarget target, long customers, List<Previewed> first) {}

    public Preview preview(CorrectionTarget target) {
        List<Long> ids = switch (target) {
            case CorrectionTarget.Proposals proposals ->
                new ProposalGroups(database).ids(proposals, 0, Long.MAX_VALUE, PREVIEWED);
            case CorrectionTarget.Rule rule -> checks.examples(rule.rule());
        };
        Correcting correcting = run.correcting(target);
        List<Previewed> first = new TreeMap<>(new CustomerBase(database).load(ids))
                .values().stream()
                        .map(state -> previewed(state, correcting.of(state)))
                        .filter(customer -> !customer.values().isEmpty())
                        .toList();
        return new Preview(target, count(target), first);
    }

    private static Previewed previewed(CustomerState state, List<CorrectedValue> values) {
        var before = new java.util.ArrayList<@Nullable String>();
        values.forEach(value -> before.add(state.row().get(Objects.requireNonNull(CustomerRow.column(value.field())))));
        return new Previewed(new CustomerId(state.id()), CustomerList.name(state.row()), values, before);
    }

    private long count(CorrectionTarget target) {
        return switch (target) {
            case CorrectionTarget.Proposals proposals -> new ProposalGroups(database).count(proposals);
            case CorrectionTarget.Rule rule -> checks.customers(rule.rule());
        };
    }

    /** Begins in the background; what runs already for the same is that. */
    public Correction start(CorrectionTarget target) {
        Correction running = table.running().stream()
                .filter(each -> each.target().equals(target))
                .findFirst()
                .orElse(null);
        if (running != null) {
            return running;
        }
        Correction created = create(target);
        schedule(created.id());
        return created;
    }

    /** As far as the job's beginning. */
    Correction create(CorrectionTarget target) {
        long expected = count(target);
        if (expected == 0) {
            throw Refusal.of("customers.error.nothingToCorrect");
        }
        String title = title(target);
        return Objects.requireNonNull(transaction.execute(status -> {
            CorrectionId id = table.insert(
                    target,
                    expected,
                    run.until(),
                    changeSets.open(ChangeSet.Kind.CORRECTION, title, null),
                    Actor.current().name());
            audit.record(
                    "customers.corrected",
                    "correction",
                    Long.toString(id.value()),
                    Map.of("what", title, "customers", expected));
            return get(id);
        }));
    }

    private String title(CorrectionTarget target) {
        var language = companies.get().language();
        return switch (target) {
            case CorrectionTarget.Proposals all ->
                all.from() == null || all.to() == null
                        ? texts.get(language, all.field().textKey())
                        : all.from() + " → " + all.to();
            case CorrectionTarget.Rule rule ->
                texts.get(language, "customers.rule." + rule.rule().code());
        };
    }

    private void schedule(CorrectionId id) {
        scheduler.getObject().scheduleIfNotExists(job.instance(Long.toString(id.value())), Instant.EPOCH);
    }

    /** A node may have been killed between the state and the job. */
    @EventListener(ApplicationReadyEvent.class)
    void scheduleUnfinished() {
        table.running().forEach(each -> schedule(each.id()));
    }

    public Correction get(CorrectionId id) {
        return table.find(id).orElseThrow(Refusal::notFound);
    }

    /**
     * Newest first.
     *
     * @param after the last of the page before; null for the first page
     */
    public List<Correction> list(@Nullable CorrectionId after, int limit) {
        return table.list(after, limit);
    }

    /** Asks a correction to stop after the stretch it is at, which stays. */
    @Transactional
    public void stop(CorrectionId id) {
        Correction what = get(id);
        if (!table.move(id, CorrectionState.STOPPED, CorrectionState.RUNNING)) {
            throw Refusal.of("customers.error.notRunning");
        }
        audit.record("customers.correctionStopped", "correction", Long.toString(id.value()), what(what));
    }

    /** Lets a correction go on that stopped half-way. */
    public void goOn(CorrectionId id) {
        if (!get(id).canGoOn()
                || !table.move(id, CorrectionState.RUNNING, CorrectionState.STOPPED, CorrectionState.FAILED)) {
            throw Refusal.of("customers.error.cannotGoOn");
        }
        schedule(id);
    }

    /** Begins to take back what the correction did, in the background, as far as nobody changed it since. */
    public void undo(CorrectionId id) {
        transaction.executeWithoutResult(status -> beginUndo(id));
        schedule(id);
    }

    /** As far as the job's beginning. */
    void beginUndo(CorrectionId id) {
        Correction what = get(id);
        boolean again = what.state() == CorrectionState.FAILED
                && what.undo() != null
                && table.move(id, CorrectionState.UNDOING, CorrectionState.FAILED);
        if (!again
                && (!what.canBeUndone()
                        || !table.beginUndo(
                                id,
                                changeSets.open(
                                        ChangeSet.Kind.UNDO,
                                        title(what.target()),
                                        what.changes().value())))) {
            throw Refusal.of("customers.error.cannotBeUndone");
        }
        audit.record("customers.correctionUndone", "correction", Long.toString(id.value()), what(what));
    }

    private Map<String, ?> what(Correction correction) {
        return Map.of("what", title(correction.target()));
    }
}
