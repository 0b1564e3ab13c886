package io.legame.insight;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/**
 * Whose rows in the warehouse changed, step by step, for whoever follows them: see {@link ChangedCustomers}. A row
 * without a customer stands for everybody. Facts and figures are written by one step each at a time, so each of them
 * counts its own steps, and no reader can pass over a step that ends later than it began.
 */
final class TouchedCustomers {
    /** Beyond so many rows the past is forgotten, and who still wanted it looks at everybody. */
    private static final int MOST = 1_000_000;

    enum Stream {
        FACTS,
        FIGURES;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Connection warehouse;
    private final Stream stream;

    /** @param warehouse in the transaction of the step */
    TouchedCustomers(Connection warehouse, Stream stream) {
        this.warehouse = warehouse;
        this.stream = stream;
    }

    static void create(Statement statement) throws SQLException {
        statement.execute(
                "create table touched (stream enum('facts', 'figures') not null, step bigint not null, customer_id bigint)");
    }

    /** @param table has their numbers as {@code customer_id} */
    void add(String table) throws SQLException {
        execute("insert into touched select '" + stream.code() + "', " + next() + ", customer_id from " + table);
    }

    /** Whoever looks from before this looks at everybody, so what was noted until now is of use to nobody any more. */
    void everybody() throws SQLException {
        execute("insert into touched values ('" + stream.code() + "', " + next() + ", null)");
        execute("delete from touched where stream = '" + stream.code()
                + "' and step < (select max(step) from touched where stream = '" + stream.code() + "')");
    }

    /** Parts of one step may count on: nobody sees it before its end. */
    private String next() {
        return "(select coalesce(max(step), 0) + 1 from touched where stream = '" + stream.code() + "')";
    }

    void trim() throws SQLException {
        try (var statement = warehouse.createStatement();
                var rows =
                        statement.executeQuery("select count(*) from touched where stream = '" + stream.code() + "'")) {
            rows.next();
            if (rows.getLong(1) <= MOST) {
                return;
            }
        }
        everybody();
    }

    private void execute(String sql) throws SQLException {
        try (var statement = warehouse.createStatement()) {
            statement.execute(sql);
        }
    }
}
