package io.legame.intake;

import io.legame.access.ChangeSetId;
import io.legame.catalogue.ProductUndo;
import io.legame.customers.CustomerId;
import io.legame.customers.CustomerUndo;
import io.legame.customers.CustomersInUse;
import io.legame.timeline.FactUndo;
import io.legame.timeline.Timeline;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes an import back: what happened first, then what it happened with, then to whom. Stretch by stretch, each in one
 * transaction with the place it brings us to; whenever it is killed, running it again goes on.
 */
@Component
class UndoRun {
    private final ImportTable table;
    private final TallyTable tallies;
    private final StepSize size;
    private final TransactionTemplate transaction;
    private final FactUndo facts;
    private final ProductUndo products;
    private final CustomerUndo customers;
    private final Timeline timeline;
    private final CustomersInUse inUse;

    UndoRun(
            ImportTable table,
            TallyTable tallies,
            StepSize size,
            TransactionTemplate transaction,
            FactUndo facts,
            ProductUndo products,
            CustomerUndo customers,
            Timeline timeline,
            CustomersInUse inUse) {
        this.table = table;
        this.tallies = tallies;
        this.size = size;
        this.transaction = transaction;
        this.facts = facts;
        this.products = products;
        this.customers = customers;
        this.timeline = timeline;
        this.inUse = inUse;
    }

    /** @param end the last record looked at; null when the phase is over */
    private record Stretch(@Nullable Long end, int done, int kept, Tallies tallies) {}

    private interface Phase {
        Stretch run(ChangeSetId what, ChangeSetId by, long after);
    }

    /** Returns when everything is taken back; {@link ImportTable.Stopped} when another node does it. */
    void run(ImportId id) {
        List<Phase> phases = List.of(
                this::interactions,
                this::lines,
                this::touchpoints,
                this::restoreProducts,
                this::removeProducts,
                this::restoreCustomers,
                this::removeCustomers);
        Import what = table.find(id).orElseThrow(ImportTable.Stopped::new);
        while (Objects.requireNonNull(what.undo()).phase() < phases.size()) {
            step(what, phases.get(what.undo().phase()));
            what = table.find(id).orElseThrow(ImportTable.Stopped::new);
        }
        table.move(id, ImportState.UNDONE, ImportState.UNDOING);
    }

    private void step(Import what, Phase phase) {
        Import.Undo undo = Objects.requireNonNull(what.undo());
        transaction.executeWithoutResult(status -> {
            Stretch stretch = phase.run(Objects.requireNonNull(what.changes()), undo.changes(), undo.position());
            Long end = stretch.end();
            table.advanceUndo(
                    what.id(),
                    undo,
                    end == null ? undo.phase() + 1 : undo.phase(),
                    end == null ? 0 : end,
                    stretch.done(),
                    stretch.kept());
            tallies.add(what.id(), stretch.tallies());
        });
    }

    private Stretch interactions(ChangeSetId what, ChangeSetId by, long after) {
        return stretch(facts.interactions(what, after, size.takenBack()));
    }

    private Stretch lines(ChangeSetId what, ChangeSetId by, long after) {
        return stretch(facts.lines(what, after, size.takenBack()));
    }

    private static Stretch stretch(FactUndo.Step step) {
        return new Stretch(step.end(), step.done(), step.kept(), new Tallies());
    }

    private Stretch touchpoints(ChangeSetId what, ChangeSetId by, long after) {
        facts.forgetTouchpoints();
        return new Stretch(null, 0, 0, new Tallies());
    }

    private Stretch restoreProducts(ChangeSetId what, ChangeSetId by, long after) {
        return stretch(products.restore(what, by, after, size.takenBack()));
    }

    private Stretch removeProducts(ChangeSetId what, ChangeSetId by, long after) {
        return stretch(products.remove(what, after, size.takenBack(), timeline::sold));
    }

    private static Stretch stretch(ProductUndo.Step step) {
        return new Stretch(step.end() == null ? null : step.end().value(), step.done(), step.kept(), new Tallies());
    }

    private Stretch restoreCustomers(ChangeSetId what, ChangeSetId by, long after) {
        return stretch(customers.restore(what, by, after, size.takenBack()));
    }

    private Stretch removeCustomers(ChangeSetId what, ChangeSetId by, long after) {
        return stretch(customers.remove(what, after, size.takenBack(), inUse::among));
    }

    private static Stretch stretch(CustomerUndo.Step step) {
        var tallies = new Tallies();
        for (Map.Entry<CustomerId, CustomerUndo.Kept> kept : step.kept().entrySet()) {
            tallies.add(
                    Tallies.KEPT + kept.getValue().name().toLowerCase(Locale.ROOT),
                    "",
                    0,
                    Long.toString(kept.getKey().value()));
        }
        return new Stretch(
                step.end() == null ? null : step.end().value(),
                step.done(),
                step.kept().size(),
                tallies);
    }
}
