package io.legame.insight;

import io.legame.platform.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * The file that answers, and the one before it for as long as somebody still reads it: nobody waits for another's
 * question when one takes the place of the other. They have two names by turns, because DuckDB knows an open file by
 * its name.
 */
final class OpenFiles {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final List<Path> names;
    private final WarehouseProperties properties;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    private @Nullable Read current;
    private @Nullable Read former;

    OpenFiles(Path folder, WarehouseProperties properties) {
        this.names = List.of(folder.resolve("warehouse.duckdb"), folder.resolve("warehouse.2.duckdb"));
        this.properties = properties;
    }

    private static final class Read {
        final WarehouseFile file;
        int readers;

        Read(WarehouseFile file) {
            this.file = file;
        }
    }

    interface Use<T> {
        T of(WarehouseFile file) throws SQLException;
    }

    /** Uses the file that answers now; it stays open meanwhile. */
    <T> T read(Use<T> use) {
        Read read = begin();
        try {
            return use.of(read.file);
        } catch (SQLException e) {
            throw new WarehouseFailure(e);
        } finally {
            end(read);
        }
    }

    private Read begin() {
        lock.lock();
        try {
            Read first = awaitFirst();
            if (first == null) {
                throw new Refusal(HttpStatus.SERVICE_UNAVAILABLE, "insight.error.building");
            }
            first.readers++;
            return first;
        } finally {
            lock.unlock();
        }
    }

    /** Right after the start a small base is built within moments: worth waiting for. */
    private @Nullable Read awaitFirst() {
        long left = PATIENCE.toNanos();
        try {
            while (current == null && left > 0) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return current;
    }

    private void end(Read read) {
        lock.lock();
        try {
            read.readers--;
            dropFormer();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void dropFormer() {
        Read last = former;
        if (last != null && last.readers == 0) {
            former = null;
            try {
                last.file.close();
            } catch (SQLException e) {
                throw new WarehouseFailure(e);
            }
            WarehouseFile.delete(last.file.path());
        }
    }

    /** Whether there is a file of ours that can answer, opening it if this was not yet tried. */
    boolean isOpen() {
        lock.lock();
        try {
            if (current == null) {
                WarehouseFile found = newest();
                current = found == null ? null : new Read(found);
                changed.signalAll();
            }
            return current != null;
        } finally {
            lock.unlock();
        }
    }

    /** A killed application may have left two: the one before and the one after, or one that was being written. */
    private @Nullable WarehouseFile newest() {
        WarehouseFile best = null;
        for (Path name : names) {
            WarehouseFile found = Files.exists(name) ? openIfUsable(name) : null;
            WarehouseFile other = found != null && (best == null || isNewer(found, best)) ? best : found;
            best = found == other ? best : found;
            if (other != null) {
                discard(other);
            }
        }
        return best;
    }

    private static boolean isNewer(WarehouseFile one, WarehouseFile other) {
        return Comparator.comparing((Watermark held) -> held.snapshot() != null)
                        .thenComparing(Watermark::builtAt)
                        .compare(Objects.requireNonNull(one.watermark()), Objects.requireNonNull(other.watermark()))
                > 0;
    }

    private static void discard(WarehouseFile file) {
        try {
            file.close();
        } catch (SQLException e) {
            throw new WarehouseFailure(e);
        }
        WarehouseFile.delete(file.path());
    }

    private @Nullable WarehouseFile openIfUsable(Path name) {
        try {
            WarehouseFile found = WarehouseFile.open(name, properties);
            if (found.watermark() != null) {
                return found;
            }
            found.close();
        } catch (SQLException e) {
            // damaged, or written by a later DuckDB: it is built anew
        }
        return null;
    }

    /** Where the next file may be written; waits until the one that was there is read no more. */
    Path draft() {
        lock.lock();
        try {
            while (former != null) {
                changed.awaitUninterruptibly();
            }
            return current != null && current.file.path().equals(names.getFirst()) ? names.getLast() : names.getFirst();
        } finally {
            lock.unlock();
        }
    }

    /** From now on the closed file {@code draft} answers; what is being answered from the one before is so to its end. */
    void replaceBy(Path draft) throws SQLException {
        WarehouseFile file = WarehouseFile.open(draft, properties);
        lock.lock();
        try {
            former = current;
            current = new Read(file);
            changed.signalAll();
            dropFormer();
        } finally {
            lock.unlock();
        }
    }

    /** Closes the files once nobody reads them. */
    void close() throws SQLException {
        lock.lock();
        try {
            Read last = current;
            current = null;
            while (former != null || (last != null && last.readers > 0)) {
                changed.awaitUninterruptibly();
            }
            if (last != null) {
                last.file.close();
            }
        } finally {
            lock.unlock();
        }
    }
}
