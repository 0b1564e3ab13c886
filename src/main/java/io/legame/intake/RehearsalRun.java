package io.legame.intake;

import io.legame.customers.Customers;
import io.legame.customers.Rehearsal;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds out what a file would do. Customers are tried against tables that lie over the base, so that nobody waits; files
 * of other kinds are written for real in one transaction, which is rolled back.
 */
@Component
class RehearsalRun {
    private final ImportTable table;
    private final DSLContext database;
    private final TransactionTemplate transaction;
    private final Customers customers;
    private final InstantSource clock;

    RehearsalRun(
            ImportTable table,
            DSLContext database,
            TransactionTemplate transaction,
            Customers customers,
            InstantSource clock) {
        this.table = table;
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
        return Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            var total = new Total(clock);
            if (what.kind() == ImportKind.CUSTOMERS) {
                Rehearsal rehearsal = customers.rehearse(database);
                all(
                        what,
                        staging,
                        rows.rows((source, drafts) -> {
                            Rehearsal.Batch batch = rehearsal.upsert(source, drafts);
                            total.duplicates(batch.duplicates());
                            return batch.results();
                        }),
                        total);
            } else {
                all(what, staging, rows.rows(null), total);
            }
            return total.told();
        }));
    }

    private void all(Import what, Staging staging, Rows<?> rows, Total total) {
        long position = 0;
        long end = Objects.requireNonNull(what.rowsInFile());
        while (position < end) {
            Rows.Batch<?> batch = rows.batch(staging.rows(position, position + ApplyPhase.BATCH));
            total.add(batch.write());
            position = batch.end();
            table.rehearsed(what.id(), position);
        }
    }

    /** What the batches would do, together. */
    private static final class Total {
        private final InstantSource clock;
        private final Outcome sum = new Outcome();
        private final Tallies tallies = new Tallies();
        private long rejected;

        Total(InstantSource clock) {
            this.clock = clock;
        }

        void duplicates(List<Rehearsal.Duplicate> found) {
            for (Rehearsal.Duplicate duplicate : found) {
                String whom = duplicate.name()
                        + (duplicate.customer() == null
                                ? ""
                                : " #" + duplicate.customer().value());
                tallies.add(WouldBe.DUPLICATE, "", 0, whom);
            }
        }

        void add(Outcome batch) {
            sum.created += batch.created;
            sum.updated += batch.updated;
            sum.unchanged += batch.unchanged;
            sum.anonymous += batch.anonymous;
            sum.flagged += batch.flagged;
            sum.customersCreated += batch.customersCreated;
            sum.productsCreated += batch.productsCreated;
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
                            sum.customersCreated,
                            sum.productsCreated,
                            new Import.Amounts(
                                    sum.amountCreated, sum.amountUnchanged, sum.amountRejected, sum.amountAnonymous)),
                    tallies.reasons(Total::isRejection),
                    tallies.reasons(kind -> kind.equals(Tallies.UPDATED)),
                    tallies.reasons(kind -> kind.startsWith(Tallies.FLAG)),
                    tallies.reasons(kind -> kind.equals(WouldBe.DUPLICATE)));
        }

        private static boolean isRejection(String kind) {
            return kind.contains(".rejected.");
        }
    }
}
