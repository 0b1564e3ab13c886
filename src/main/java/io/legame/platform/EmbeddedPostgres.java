package io.legame.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL server in a folder of ours, for installations that bring no server of their own.
 *
 * <p>The binaries are those of {@link PostgresBinaries}. The server listens on the loopback interface only, asks for a
 * password that never leaves the folder, and is durable unless a test says otherwise. A server orphaned by a killed
 * application is stopped and started again; PostgreSQL recovers its own data from its log. One that ends by itself, such
 * as on a full disk, is started again until it runs.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);

    public static final String USER = PostgresCluster.USER;
    public static final String DATABASE = "legame";

    /** Whether a commit must survive a power cut. {@code NONE} is for throw-away servers of builds and tests. */
    public enum Durability {
        FULL,
        NONE
    }

    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(5);

    private final PostgresCluster cluster;
    private final int port = freePort();
    /** Held while the server is started or stopped. */
    private final ReentrantLock lock = new ReentrantLock();

    private final Condition closed = lock.newCondition();
    private Process process;
    private boolean closing;

    private EmbeddedPostgres(PostgresCluster cluster) throws IOException {
        this.cluster = cluster;
        this.process = cluster.launch(port);
    }

    /** Starts the server that lives in the folder, creating it the first time. Returns once it accepts connections. */
    public static EmbeddedPostgres start(Path folder, Durability durability) {
        try {
            Files.createDirectories(folder);
            var server = new EmbeddedPostgres(PostgresCluster.in(folder.toRealPath(), durability));
            try {
                server.createDatabase();
            } catch (RuntimeException e) {
                server.close();
                throw e;
            }
            Thread.ofPlatform().daemon().name("postgres-watch").start(server::watch);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String jdbcUrl() {
        return jdbcUrl(DATABASE);
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public String password() {
        return cluster.password();
    }

    /** Stops the server after its running statements were cancelled and its data were flushed. */
    @Override
    public void close() {
        lock.lock();
        try {
            closing = true;
            closed.signalAll();
            if (process.isAlive()) {
                cluster.stop();
            }
        } finally {
            lock.unlock();
        }
    }

    private void watch() {
        try {
            Process running = process;
            while (running != null) {
                running.waitFor();
                running = startAgain();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns null when it was closed instead. */
    private @Nullable Process startAgain() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (!closing) {
                LOG.error("PostgreSQL has ended by itself and is started again. It says:\n{}", cluster.logTail());
            }
            while (!closing && !process.isAlive()) {
                try {
                    process = cluster.launch(port);
                } catch (IOException | RuntimeException e) {
                    LOG.error("{}", e.getMessage());
                    closed.awaitNanos(BETWEEN_ATTEMPTS.toNanos());
                }
            }
            return closing ? null : process;
        } finally {
            lock.unlock();
        }
    }

    private void createDatabase() {
        try (var connection = DriverManager.getConnection(jdbcUrl("postgres"), USER, password());
                var statement = connection.createStatement()) {
            try (var found = statement.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'")) {
                if (found.next()) {
                    return;
                }
            }
            statement.execute("create database " + DATABASE);
        } catch (SQLException e) {
            throw new IllegalStateException("The database could not be created: " + e.getMessage(), e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
