package io.legame.insight;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Statements in DuckDB's own words, for what only the embedded warehouse does. */
record DuckStatements(Connection warehouse) {

    void execute(String sql) throws SQLException {
        try (var statement = warehouse.createStatement()) {
            statement.execute(sql);
        }
    }

    PreparedStatement prepare(String sql) throws SQLException {
        return warehouse.prepareStatement(sql);
    }

    @Nullable
    LocalDate date(String sql) throws SQLException {
        try (var statement = warehouse.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getObject(1, LocalDate.class) : null;
        }
    }

    long number(String sql) throws SQLException {
        try (var statement = warehouse.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }
}
