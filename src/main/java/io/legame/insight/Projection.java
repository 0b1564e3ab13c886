package io.legame.insight;

import io.legame.platform.Companies;
import io.legame.platform.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Keeps the warehouse of this node one step behind PostgreSQL, and writes it anew when steps do not lead there. */
@Component
public class Projection {
    private static final Logger LOG = LoggerFactory.getLogger(Projection.class);

    private final DataSource database;
    private final Companies companies;
    private final Warehouse warehouse;
    private final WarehouseProperties properties;
    private final InstantSource clock;

    private final ReentrantLock stepping = new ReentrantLock();
    private final ReentrantLock building = new ReentrantLock();
    private @Nullable Snapshot known;
    private volatile @Nullable Instant currentAt;

    Projection(
            DataSource database,
            Companies companies,
            Warehouse warehouse,
            WarehouseProperties properties,
            InstantSource clock) {
        this.database = database;
        this.companies = companies;
        this.warehouse = warehouse;
        this.properties = properties;
        this.clock = clock;
    }

    /** Returns when questions to this node's {@link Warehouse} see everything that was committed before the call. */
    public void catchUp() {
        step((postgres, file) -> {});
    }

    /** When the warehouse was last found to hold all that PostgreSQL had; null before the first time. */
    @Nullable
    Instant currentAt() {
        return currentAt;
    }

    boolean isBuilding() {
        return building.isLocked();
    }

    /** What is done while both databases show the same moment. */
    interface Then {
        void accept(Connection postgres, WarehouseFile file) throws SQLException;
    }

    /** Takes a step, then does something; if that takes long it should {@link #letGo} when it has its own transaction. */
    void step(Then then) {
        stepping.lock();
        try {
            if (!warehouse.isOpen()) {
                LOG.info("The warehouse is missing, damaged or of another version: it is built from the database.");
                rebuild();
            }
            if (!tryStep(then)) {
                LOG.info("The warehouse no longer goes with the database or its time zone: it is built anew.");
                rebuild();
                if (!tryStep(then)) {
                    throw new Refusal(HttpStatus.SERVICE_UNAVAILABLE, "insight.error.building");
                }
            }
        } catch (SQLException e) {
            throw new WarehouseFailure(e);
        } finally {
            letGo();
        }
    }

    void letGo() {
        if (stepping.isHeldByCurrentThread()) {
            stepping.unlock();
        }
    }

    /** Returns false when no step leads from what the warehouse holds to what PostgreSQL shows. */
    private boolean tryStep(Then then) throws SQLException {
        Instant at = clock.instant();
        try (var postgres = moment()) {
            Sources.Now now = new Sources(postgres.connection).now(neutralZone());
            return warehouse.read(file -> {
                Watermark held = file.watermark();
                if (held == null || !held.leadsTo(now)) {
                    return false;
                }
                // without new rows the file is not written, so we may know it to be current with a later moment
                Watermark from = known == null || held.snapshot() == null ? held : held.at(known);
                if (!now.snapshot().equals(from.snapshot())) {
                    // after a step that ended half-way only the file says how far it came
                    known = null;
                    long begin = System.nanoTime();
                    long rows = Advance.run(postgres.connection, file, from, now.snapshot());
                    warehouse.activity().stepped(rows, System.nanoTime() - begin);
                }
                known = now.snapshot();
                currentAt = at;
                then.accept(postgres.connection, file);
                return true;
            });
        }
    }

    /** Writes a new file from PostgreSQL while the old one goes on answering, then puts it in its place, and returns. */
    public void rebuild() {
        if (!building.tryLock()) {
            throw new Refusal(HttpStatus.CONFLICT, "insight.error.alreadyBuilding");
        }
        try {
            long begin = System.nanoTime();
            var draft = warehouse.draft();
            long rows = build(draft);
            warehouse.activity().built(rows);
            stepping.lock();
            try {
                warehouse.replaceBy(draft);
                known = null;
            } finally {
                stepping.unlock();
            }
            LOG.info(
                    "The warehouse was built: {} rows in {} seconds.",
                    rows,
                    Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0);
        } catch (SQLException e) {
            throw new WarehouseFailure(e);
        } finally {
            building.unlock();
        }
    }

    private long build(java.nio.file.Path draft) throws SQLException {
        try (var postgres = moment()) {
            Sources.Now now = new Sources(postgres.connection).now(neutralZone());
            var empty = new Watermark(now.origin(), now.timeZone(), null, clock.instant());
            try (var file = WarehouseFile.create(draft, properties, empty)) {
                long rows = Advance.run(postgres.connection, file, empty, now.snapshot());
                var today = clock.instant().atZone(now.timeZone()).toLocalDate();
                new FiguresStep(file, Basis.read(postgres.connection), today).take();
                file.checkpoint();
                return rows;
            }
        }
    }

    private java.time.ZoneId neutralZone() {
        return companies.get().timeZone();
    }

    private Moment moment() throws SQLException {
        return new Moment(database.getConnection());
    }

    /** A read-only transaction of PostgreSQL that sees one moment. */
    private static final class Moment implements AutoCloseable {
        final Connection connection;

        Moment(Connection connection) throws SQLException {
            this.connection = connection;
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        }

        @Override
        public void close() throws SQLException {
            try (connection) {
                connection.rollback();
            }
        }
    }
}
