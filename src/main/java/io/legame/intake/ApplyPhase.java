package io.legame.intake;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes the staged rows in batches, each in one transaction with the position it brings the import to. */
final class ApplyPhase {
    private final ImportId id;
    private final Staging staging;
    private final Rows<?> rows;
    private final ImportTable table;
    private final int step;
    private final TransactionTemplate transaction;

    /** @param step rows a transaction */
    ApplyPhase(
            ImportId id, Staging staging, Rows<?> rows, ImportTable table, int step, TransactionTemplate transaction) {
        this.id = id;
        this.staging = staging;
        this.rows = rows;
        this.table = table;
        this.step = step;
        this.transaction = transaction;
    }

    /** While the database writes one batch, the next one is read. */
    void run(long position, long rowsInFile) {
        try (ExecutorService ahead = Executors.newVirtualThreadPerTaskExecutor()) {
            var next = read(ahead, position, rowsInFile);
            while (next != null) {
                Rows.Batch<?> batch = join(next);
                next = read(ahead, batch.end(), rowsInFile);
                write(position, batch);
                position = batch.end();
            }
        }
    }

    private @Nullable CompletableFuture<Rows.Batch<?>> read(ExecutorService ahead, long position, long rowsInFile) {
        return position >= rowsInFile
                ? null
                : CompletableFuture.supplyAsync(() -> rows.batch(staging.rows(position, position + step)), ahead);
    }

    private static Rows.Batch<?> join(CompletableFuture<Rows.Batch<?>> next) {
        try {
            return next.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private void write(long position, Rows.Batch<?> batch) {
        transaction.executeWithoutResult(status -> table.advance(id, position, batch.end(), batch.write()));
    }
}
