package io.legame.intake;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What the rows of one kind of file become.
 *
 * @param <D> what a row says, read
 */
sealed interface Rows<D> permits CustomerRows, ProductRows, PurchaseRows, InteractionRows {
    /** What the row says; {@link Unreadable} when it cannot be taken. Asks nobody, so that it can run ahead. */
    D read(StagedRow row);

    /** Writes what rows say through the doors, in the caller's transaction. */
    void write(List<Read<D>> rows, Outcome outcome);

    /** The money of a row that was not taken, as far as it can be read. */
    default BigDecimal amount(StagedRow row) {
        return BigDecimal.ZERO;
    }

    /** Whether a row with the key of one before it is welcome all the same. */
    default boolean repeatable() {
        return false;
    }

    /** A row with what it says. */
    record Read<D>(StagedRow row, D content) {}

    /** Reads a batch; the rows that cannot be taken are in the batch's outcome. */
    default Batch<D> batch(List<StagedRow> rows) {
        var batch = new Batch<D>(this, rows, new ArrayList<>(rows.size()), new Outcome());
        for (StagedRow row : rows) {
            batch.add(row);
        }
        return batch;
    }

    /** Rows that are written together. */
    record Batch<D>(Rows<D> kind, List<StagedRow> rows, List<Read<D>> readable, Outcome outcome) {
        private void add(StagedRow row) {
            try {
                if (row.fault() != null) {
                    throw new Unreadable(row.fault(), null, "");
                }
                if (row.occurrence() > 1 && !kind.repeatable()) {
                    throw new Unreadable("intake.rejected.repeated", null, Long.toString(row.firstLine()));
                }
                readable.add(new Read<>(row, kind.read(row)));
            } catch (Unreadable e) {
                outcome.reject(row, e.reason(), e.field(), e.value(), kind.amount(row));
            }
        }

        Outcome write() {
            kind.write(readable, outcome);
            return outcome;
        }

        long end() {
            return rows.getLast().number();
        }
    }
}
