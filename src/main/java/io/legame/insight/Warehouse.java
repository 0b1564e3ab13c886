package io.legame.insight;

import io.legame.platform.DataFolder;
import io.legame.platform.Refusal;
import jakarta.annotation.PreDestroy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The columnar copy of customers and facts: the one door to questions over all of them. */
@Component
public class Warehouse {
    private final WarehouseProperties properties;
    private final Path path;
    private final Semaphore places;
    private final Questions questions;
    /** Read: the file stays open. Write: another file takes its place. */
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);

    private @Nullable WarehouseFile file;

    Warehouse(WarehouseProperties properties, DataFolder folder) {
        this.properties = properties;
        this.path = folder.path().resolve("warehouse.duckdb");
        this.places = new Semaphore(properties.warehouseQuestions(), true);
        this.questions = new Questions(properties.warehouseTimeout());
    }

    /**
     * Asks the warehouse; all statements of one question see the same moment. Waits while too many are being answered.
     *
     * @param question reads {@link WarehouseTables} through jOOQ; it cannot write, and must not ask another question
     * @throws Refusal when the question takes too long, or while the warehouse is built for the first time
     */
    public <T> T query(Function<DSLContext, T> question) {
        return ask(null, question);
    }

    /** Which state of the truth the question sees: the same text, the same rows. */
    public static String state(DSLContext question) {
        return question.fetchSingle("select concat_ws(' ', snapshot, built_at) from watermark")
                .get(0, String.class);
    }

    /**
     * Asks, and cancels the screen's earlier question if it is not answered yet: for screens that ask again with every
     * change. The cancelled question ends with a {@link Refusal}, 409.
     */
    public <T> T query(Turn turn, Function<DSLContext, T> question) {
        return ask(turn, question);
    }

    private <T> T ask(@Nullable Turn turn, Function<DSLContext, T> question) {
        try (Questions.Asked asked = questions.begin(turn)) {
            asked.goOn();
            takePlace();
            try {
                return read(file -> {
                    try (Connection connection = file.connect()) {
                        try (var statement = connection.createStatement()) {
                            statement.execute("begin transaction read only");
                        }
                        return asked.answer(connection, question);
                    }
                });
            } finally {
                places.release();
            }
        }
    }

    private void takePlace() {
        try {
            if (!places.tryAcquire(properties.warehouseTimeout().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Refusal(HttpStatus.SERVICE_UNAVAILABLE, "insight.error.busy");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(HttpStatus.SERVICE_UNAVAILABLE, "insight.error.busy");
        }
    }

    interface Use<T> {
        T of(WarehouseFile file) throws SQLException;
    }

    /** Uses the file that answers now; it stays open meanwhile. */
    <T> T read(Use<T> use) {
        Lock reading = lock.readLock();
        reading.lock();
        try {
            if (file == null) {
                throw new Refusal(HttpStatus.SERVICE_UNAVAILABLE, "insight.error.building");
            }
            return use.of(file);
        } catch (SQLException e) {
            throw new WarehouseFailure(e);
        } finally {
            reading.unlock();
        }
    }

    /** Whether there is a file of ours that can answer, opening it if this was not yet tried. */
    boolean isOpen() {
        lock.readLock().lock();
        try {
            if (file != null) {
                return true;
            }
        } finally {
            lock.readLock().unlock();
        }
        Lock writing = lock.writeLock();
        writing.lock();
        try {
            if (file == null && path.toFile().exists()) {
                file = openIfUsable();
            }
            return file != null;
        } finally {
            writing.unlock();
        }
    }

    private @Nullable WarehouseFile openIfUsable() {
        try {
            WarehouseFile found = WarehouseFile.open(path, properties);
            if (found.watermark() != null) {
                return found;
            }
            found.close();
        } catch (SQLException e) {
            // damaged, or written by a later DuckDB: it is built anew
        }
        return null;
    }

    /** Puts the closed file in the place of the one that answers now, once its last question is answered. */
    void replaceBy(Path draft) throws SQLException {
        Lock writing = lock.writeLock();
        writing.lock();
        try {
            close();
            WarehouseFile.replace(path, draft);
            file = WarehouseFile.open(path, properties);
        } finally {
            writing.unlock();
        }
    }

    Path path() {
        return path;
    }

    @PreDestroy
    void close() throws SQLException {
        lock.writeLock().lock();
        try {
            if (file != null) {
                file.close();
                file = null;
            }
        } finally {
            lock.writeLock().unlock();
        }
    }
}
