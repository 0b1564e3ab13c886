package io.legame.insight;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** An open DuckDB file with the warehouse's tables. */
final class WarehouseFile implements AutoCloseable {
    private final Path path;
    private final DuckDBConnection root;

    private WarehouseFile(Path path, DuckDBConnection root) {
        this.path = path;
        this.root = root;
    }

    /** Opens the file. Its tables may be missing or of an older layout: {@link #watermark} tells. */
    static WarehouseFile open(Path path, WarehouseProperties properties) throws SQLException {
        return open(path, properties, properties.warehouseMemory().toMegabytes());
    }

    private static WarehouseFile open(Path path, WarehouseProperties properties, long megabytes) throws SQLException {
        // what a killed application left there is of no use to anybody
        deleteSpill(path);
        var root = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:" + path);
        try (var statement = root.createStatement()) {
            statement.execute("set memory_limit = '" + megabytes + "MiB'");
            statement.execute("set threads = " + properties.threads());
            statement.execute("set temp_directory = '" + spill(path).toString().replace("'", "''") + "'");
            statement.execute("set max_temp_directory_size = '"
                    + properties.warehouseSpill().toMegabytes() + "MiB'");
            // its threads turn from one question to another instead of staying with the first to its end
            statement.execute("set scheduler_process_partial = true");
            // the order of insertion is kept, as by default: without it DuckDB 2.0.0 answers a prepared "order by" of
            // many
            // rows out of order
            statement.execute("set autoinstall_known_extensions = false");
            statement.execute("set autoload_known_extensions = false");
            // no question can reach a file or the network
            statement.execute("set enable_external_access = false");
            statement.execute("set lock_configuration = true");
        } catch (SQLException e) {
            root.close();
            throw e;
        }
        return new WarehouseFile(path, root);
    }

    /** Writes an empty file with the tables, in the place of whatever was there. */
    static WarehouseFile create(Path path, WarehouseProperties properties, Watermark watermark) throws SQLException {
        delete(path);
        // another file is still answering, with memory of its own
        WarehouseFile file = open(path, properties, properties.warehouseMemory().toMegabytes() / 2);
        try (Connection connection = file.connect()) {
            WarehouseLayout.create(connection);
            file.mark(connection, watermark);
        }
        return file;
    }

    Path path() {
        return path;
    }

    /** A connection of its own to the same tables; the caller closes it. */
    DuckDBConnection connect() throws SQLException {
        return root.duplicate();
    }

    /** What the file holds; null when it is not a warehouse of our layout. */
    @Nullable
    Watermark watermark() {
        try (var connection = connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select layout, origin, time_zone, snapshot, epoch_ms(built_at) from watermark")) {
            if (!row.next() || row.getInt(1) != WarehouseLayout.VERSION) {
                return null;
            }
            String snapshot = row.getString(4);
            return new Watermark(
                    row.getString(2),
                    ZoneId.of(row.getString(3)),
                    snapshot == null ? null : new Snapshot(snapshot),
                    Instant.ofEpochMilli(row.getLong(5)));
        } catch (SQLException | DateTimeException e) {
            return null;
        }
    }

    /** Writes the watermark in the transaction of the rows that it vouches for. */
    void mark(Connection connection, Watermark watermark) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("delete from watermark");
        }
        try (var statement = connection.prepareStatement(
                "insert into watermark (layout, origin, time_zone, snapshot, built_at) values (?, ?, ?, ?, epoch_ms(?::bigint))")) {
            statement.setInt(1, WarehouseLayout.VERSION);
            statement.setString(2, watermark.origin());
            statement.setString(3, watermark.timeZone().getId());
            statement.setString(
                    4,
                    watermark.snapshot() == null ? null : watermark.snapshot().text());
            statement.setLong(5, watermark.builtAt().toEpochMilli());
            statement.execute();
        }
    }

    /** Moves everything into the file itself, so that it can be moved alone. */
    void checkpoint() throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("checkpoint");
        }
    }

    long bytes() {
        long bytes = 0;
        for (Path part : parts(path)) {
            bytes += Files.isDirectory(part) ? 0 : part.toFile().length();
        }
        return bytes;
    }

    /** What DuckDB holds of this file: its pages and what questions need, in memory and in the folder beside it. */
    record Held(long memory, long spill) {}

    Held held() throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select sum(memory_usage_bytes)::bigint, sum(temporary_storage_bytes)::bigint from duckdb_memory()")) {
            row.next();
            return new Held(row.getLong(1), row.getLong(2));
        }
    }

    @Override
    public void close() throws SQLException {
        root.close();
    }

    private static void deleteSpill(Path path) {
        try {
            FileSystemUtils.deleteRecursively(spill(path));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The warehouse's temporary files could not be removed: " + e.getMessage(), e);
        }
    }

    static void delete(Path path) {
        try {
            for (Path part : parts(path)) {
                FileSystemUtils.deleteRecursively(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The old warehouse could not be removed: " + e.getMessage(), e);
        }
    }

    private static List<Path> parts(Path path) {
        return List.of(path, path.resolveSibling(path.getFileName() + ".wal"), spill(path));
    }

    private static Path spill(Path path) {
        return path.resolveSibling(path.getFileName() + ".tmp");
    }
}
