package io.legame.intake;

import io.legame.customers.Customers;
import io.legame.customers.Rehearsal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds out what a file would do. Customers are tried against tables that lie over the base, so that nobody waits; files
 * of other kinds are written for real, batch by batch, and rolled back at once.
 */
@Component
class RehearsalRun {
    private final ImportTable table;
    private final StepSize size;
    private final DSLContext database;
    private final TransactionTemplate transaction;
    private final Customers customers;
    private final InstantSource clock;

    RehearsalRun(
            ImportTable table,
            StepSize size,
            DSLContext database,
            TransactionTemplate transaction,
            Customers customers,
            InstantSource clock) {
        this.table = table;
        this.size = size;
        this.database = database;
        this.transaction = transaction;
        this.customers = customers;
        this.clock = clock;
    }

    /** Makes the rows of a plan; of customers they go where the writer says. */
    interface RowsOf {
        Rows<?> rows(CustomerRows.@Nullable Writer writer);
    }

    /** @return what would happen; {@link ImportTable.Stopped} when somebody does not want to know any more */
    WouldBe run(Import what, Staging staging, RowsOf rows) {
        var total = new Total(clock);
        if (what.kind() == ImportKind.CUSTOMERS) {
            rolledBack(() -> {
                Rehearsal rehearsal = customers.rehearse(database);
                all(what, staging, rows.rows(rehearsal::upsert), batch -> total.add(batch.write()));
                total.duplicates(rehearsal.duplicates(Tallies.EXAMPLES));
            });
        } else {
            all(what, staging, rows.rows(null), batch -> rolledBack(() -> total.add(batch.write())));
        }
        return total.told();
    }

    private void rolledBack(Runnable work) {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            work.run();
        });
    }

    private void all(Import what, Staging staging, Rows<?> rows, Consumer<Rows.Batch<?>> then) {
        long position = 0;
        long end = Objects.requireNonNull(what.rowsInFile());
        while (position < end) {
            Rows.Batch<?> batch = rows.batch(staging.rows(position, position + size.rows()));
            then.accept(batch);
            position = batch.end();
            table.rehearsed(what.id(), position);
        }
    }

    /** What the batches would do, together. */
    private static final class Total {
        private final InstantSource clock;
        private final Outcome sum = new Outcome();
        private final Tallies tallies = new Tallies();
        private final Set<String> newCustomers = new HashSet<>();
        private final Set<String> newProducts = new HashSet<>();
        private List<Reason> duplicates = List.of();
        private long rejected;

        Total(InstantSource clock) {
            this.clock = clock;
        }

        void duplicates(Rehearsal.Duplicates found) {
            if (found.count() > 0) {
                List<Reason.Example> examples = found.examples().stream()
                        .map(each -> new Reason.Example(
                                0,
                                each.name() + " ≈ " + each.other()
                                        + (each.known() == null
                                                ? ""
                                                : " #" + each.known().value())))
                        .toList();
                duplicates = List.of(new Reason(WouldBe.DUPLICATE, null, found.count(), BigDecimal.ZERO, examples));
            }
        }

        void add(Outcome batch) {
            sum.created += batch.created;
            sum.updated += batch.updated;
            sum.unchanged += batch.unchanged;
            sum.anonymous += batch.anonymous;
            sum.flagged += batch.flagged;
            newCustomers.addAll(batch.newCustomers());
            newProducts.addAll(batch.newProducts());
            sum.amountCreated = sum.amountCreated.add(batch.amountCreated);
            sum.amountUnchanged = sum.amountUnchanged.add(batch.amountUnchanged);
            sum.amountRejected = sum.amountRejected.add(batch.amountRejected);
            sum.amountAnonymous = sum.amountAnonymous.add(batch.amountAnonymous);
            rejected += batch.rejections().size();
            tallies.add(batch.tallies());
            for (Outcome.Counted each : batch.rejections()) {
                Rejection one = each.rejection();
                tallies.add(one.reason(), one.field() == null ? "" : one.field().code(), one.line(), one.value());
            }
        }

        WouldBe told() {
            return new WouldBe(
                    clock.instant(),
                    sum.created + sum.updated + sum.unchanged + rejected,
                    new Import.Counts(
                            sum.created,
                            sum.updated,
                            sum.unchanged,
                            rejected,
                            sum.flagged,
                            sum.anonymous,
                            newCustomers.size(),
                            newProducts.size(),
                            new Import.Amounts(
                                    scaled(sum.amountCreated),
                                    scaled(sum.amountUnchanged),
                                    scaled(sum.amountRejected),
                                    scaled(sum.amountAnonymous))),
                    tallies.reasons(Total::isRejection),
                    tallies.reasons(kind -> kind.equals(Tallies.UPDATED)),
                    tallies.reasons(kind -> kind.startsWith(Tallies.FLAG)),
                    duplicates);
        }

        /** As the database keeps it. */
        private static BigDecimal scaled(BigDecimal amount) {
            return amount.setScale(4, RoundingMode.UNNECESSARY);
        }

        private static boolean isRejection(String kind) {
            return kind.contains(".rejected.");
        }
    }
}
