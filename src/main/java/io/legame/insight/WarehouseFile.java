package io.legame.insight;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

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
        var root = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:" + path);
        try (var statement = root.createStatement()) {
            statement.execute("set memory_limit = '" + megabytes + "MiB'");
            statement.execute("set threads = " + properties.threads());
            statement.execute("set preserve_insertion_order = false");
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
            bytes += part.toFile().length();
        }
        return bytes;
    }

    @Override
    public void close() throws SQLException {
        root.close();
    }

    /** Puts the closed file {@code draft} in the place of the closed file {@code path}. */
    static void replace(Path path, Path draft) {
        try {
            // a log left by a killed application belongs to the file that goes
            Files.deleteIfExists(log(path));
            Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("The new warehouse could not be put in its place: " + e.getMessage(), e);
        }
    }

    static void delete(Path path) {
        try {
            for (Path part : parts(path)) {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The old warehouse could not be removed: " + e.getMessage(), e);
        }
    }

    private static List<Path> parts(Path path) {
        return List.of(path, log(path));
    }

    private static Path log(Path path) {
        return path.resolveSibling(path.getFileName() + ".wal");
    }
}
