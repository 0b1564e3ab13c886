package io.legame.bench;

import io.legame.Legame;
import io.legame.access.Unit;
import io.legame.access.Units;
import io.legame.customers.BulkAction;
import io.legame.customers.BulkActions;
import io.legame.customers.BulkChange;
import io.legame.customers.CustomField;
import io.legame.customers.CustomFields;
import io.legame.customers.CustomerField;
import io.legame.customers.CustomerQuery;
import io.legame.customers.Customers;
import io.legame.insight.Projection;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;

/**
 * The same done to half of all customers, and taken back, against the bare SQL that writes the same rows at once and keeps
 * no history. Arguments: how many customers there are, and options of Legame.
 */
public final class BulkBench {
    private static final String HALF = "{\"custom\":\"points\",\"lessThan\":5000}";

    private final Customers customers;
    private final BulkActions actions;
    private final DataSource database;

    private BulkBench(Customers customers, BulkActions actions, DataSource database) {
        this.customers = customers;
        this.actions = actions;
        this.database = database;
    }

    public static void main(String[] arguments) throws InterruptedException, SQLException {
        String[] options = Arrays.copyOfRange(arguments, 0, arguments.length);
        options[0] = "--server.port=0";
        try (var application = SpringApplication.run(Legame.class, options)) {
            var customers = application.getBean(Customers.class);
            var fields = application.getBean(CustomFields.class);
            ListBench.fill(customers, fields, Integer.parseInt(arguments[0]));
            application.getBean(Projection.class).catchUp();
            var units = application.getBean(Units.class);
            Unit shop = units.create(Unit.Kind.SHOP, "Bench " + System.nanoTime(), List.of());
            CustomField points = fields.inUse().getFirst();
            new BulkBench(customers, application.getBean(BulkActions.class), application.getBean(DataSource.class))
                    .run(shop, points);
        }
    }

    private void run(Unit shop, CustomField points) throws InterruptedException, SQLException {
        double written;
        double archived;
        double assigned;
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            execute(
                    connection,
                    "create temporary table half as select id from customers.customer" + " where (custom ->> '"
                            + points.id().value() + "')::numeric < 5000");
            execute(connection, "analyze half");
            connection.commit();
            written = bare(
                    connection,
                    "update customers.customer c set language = 'it', updated_at = now() from half"
                            + " where half.id = c.id");
            archived = bare(
                    connection,
                    "update customers.customer c set left_as = 'archived', left_at = now(),"
                            + " left_by = 'x' from half where half.id = c.id");
            assigned = bare(
                    connection,
                    "insert into customers.customer_unit (customer_id, unit_id, reason) select id, "
                            + shop.id().value() + ", 'assigned' from half");
        }
        measure("a field", new BulkChange.Write(CustomerField.LANGUAGE, "it"), written);
        measure("an own field", new BulkChange.WriteOwn(points.id(), List.of("4000")), written);
        measure("a shop", new BulkChange.Assign(shop.id()), assigned);
        measure("archived", new BulkChange.Archive(), archived);
    }

    private static int execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    /** Returns rows a second; nothing stays. */
    private static double bare(Connection connection, String sql) throws SQLException {
        long begin = System.nanoTime();
        double rate = execute(connection, sql) / seconds(begin);
        connection.rollback();
        return rate;
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private void measure(String what, BulkChange change, double bare) throws InterruptedException {
        long begin = System.nanoTime();
        BulkAction picked = actions.pick(CustomerQuery.of(customers.filter(HALF)));
        Report.row(what + ", picked", (double) picked.total(), "customers");
        Report.row(what + ", picking", seconds(begin) * 1000, "ms");
        begin = System.nanoTime();
        actions.start(picked.id(), change);
        BulkAction done = end(picked);
        double rate = done.outcome().changed() / seconds(begin);
        Report.row(what + ", changed", rate, "customers/s");
        Report.row(what + ", against bare SQL", rate / bare, "");
        begin = System.nanoTime();
        actions.undo(picked.id());
        BulkAction undone = end(picked);
        BulkAction.Undo back = undone.undo();
        long restored = back == null ? 0 : back.undone();
        Report.row(what + ", taken back", restored / seconds(begin), "customers/s");
    }

    private BulkAction end(BulkAction action) throws InterruptedException {
        BulkAction now = actions.get(action.id());
        while (now.state().running()) {
            Thread.sleep(50);
            now = actions.get(action.id());
        }
        return now;
    }
}
