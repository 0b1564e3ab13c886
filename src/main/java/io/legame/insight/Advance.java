package io.legame.insight;

import static io.legame.insight.CopiedColumn.BIGINT;
import static io.legame.insight.CopiedColumn.BOOLEAN;
import static io.legame.insight.CopiedColumn.DATE;
import static io.legame.insight.CopiedColumn.DAY;
import static io.legame.insight.CopiedColumn.DECIMAL_2;
import static io.legame.insight.CopiedColumn.DECIMAL_3;
import static io.legame.insight.CopiedColumn.DECIMAL_4;
import static io.legame.insight.CopiedColumn.INTEGER;
import static io.legame.insight.CopiedColumn.TEXT;
import static io.legame.insight.CopiedColumn.TIMESTAMP;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.List;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * One step of a warehouse file from the snapshot it holds to the one that PostgreSQL shows, whole or not at all: the
 * rows and the watermark are one transaction of DuckDB. From an empty file it is the first load.
 */
final class Advance {
    /** A first load goes in pieces, so that the rows between the two databases stay few. */
    private static final long ROWS_AT_ONCE = 2_000_000;

    private static final CopiedColumn[] CUSTOMER = {
        BIGINT, TEXT, TEXT, TEXT, TEXT, TEXT, TEXT, DATE, TEXT, TEXT, TEXT, TEXT, TEXT, TEXT, TEXT, TEXT, TEXT, TEXT,
        TEXT, TEXT, DECIMAL_2, INTEGER, BOOLEAN, BOOLEAN, TEXT, BOOLEAN, BOOLEAN, BOOLEAN, TEXT, TIMESTAMP, TIMESTAMP,
        DAY, DAY
    };
    private static final CopiedColumn[] CUSTOM_VALUE = {BIGINT, BIGINT, TEXT, BIGINT};
    private static final CopiedColumn[] PRODUCT = {BIGINT, TEXT, TEXT, TEXT, TEXT};
    private static final CopiedColumn[] TOUCHPOINT = {INTEGER, TEXT, TEXT};
    private static final CopiedColumn[] INTERACTION = {BIGINT, BIGINT, TIMESTAMP, DAY, TEXT, INTEGER, INTEGER};
    private static final CopiedColumn[] DETAIL = {BIGINT, TEXT, TEXT};
    private static final CopiedColumn[] LINE = {BIGINT, BIGINT, DAY, BIGINT, DECIMAL_3, DECIMAL_4, DECIMAL_4, DECIMAL_4
    };
    private static final CopiedColumn[] LISTED = {BIGINT, BIGINT};
    private static final CopiedColumn[] DISMISSAL = {BIGINT, BIGINT, DATE, DATE, BOOLEAN};

    private final Connection postgres;
    private final WarehouseFile file;
    private final DuckDBConnection warehouse;
    private final ZoneId timeZone;
    private final @Nullable Snapshot since;
    private final TouchedCustomers touched;
    private long copied;

    private Advance(Connection postgres, WarehouseFile file, DuckDBConnection warehouse, Watermark from) {
        this.postgres = postgres;
        this.file = file;
        this.warehouse = warehouse;
        this.timeZone = from.timeZone();
        this.since = from.snapshot();
        this.touched = new TouchedCustomers(warehouse, TouchedCustomers.Stream.FACTS);
    }

    /**
     * Takes the step if there is anything to copy or take away.
     *
     * @param postgres in the repeatable-read transaction that shows {@code to}
     * @return how many rows were copied
     */
    static long run(Connection postgres, WarehouseFile file, Watermark from, Snapshot to) throws SQLException {
        var sources = new Sources(postgres);
        Sources.Changes changes = sources.changes(from.snapshot());
        if (changes.none()) {
            return 0;
        }
        try (DuckDBConnection warehouse = file.connect()) {
            execute(warehouse, "begin transaction");
            var advance = new Advance(postgres, file, warehouse, from);
            advance.copy(changes, sources);
            advance.touched.trim();
            advance.file.mark(warehouse, from.at(to));
            execute(warehouse, "commit");
            return advance.copied;
        }
        // closing a connection in the middle of its transaction rolls it back
    }

    private void copy(Sources.Changes changes, Sources sources) throws SQLException {
        List<Long> erasedSources = changes.sourceErasures() ? sources.erasedSources(since) : List.of();
        if (!erasedSources.isEmpty()) {
            stale("customer_id, min(occurred_on) from interaction where source_id in (" + Sources.list(erasedSources)
                    + ") and customer_id is not null group by customer_id");
            execute("delete from detail where interaction_id in (select id from interaction where source_id in ("
                    + Sources.list(erasedSources) + "))");
        }
        erase("line", "source_id", erasedSources);
        erase("interaction", "source_id", erasedSources);
        if (changes.factErasures()) {
            eraseFacts();
        }
        var again = new Sources.Again(erasedSources, changes.factErasures());
        if (changes.customerErasures()) {
            List<Long> erased = sources.erasedCustomers(since);
            erase("customer", "id", erased);
            erase("custom_value", "customer_id", erased);
            erase("dismissal", "customer_id", erased);
            for (Long customer : erased) {
                stale(customer + ", date '0001-01-01'");
            }
        }
        if (changes.productErasures()) {
            List<Long> erased = sources.erasedProducts(since);
            erase("product", "id", erased);
            forgetProducts(erased);
        }
        if (changes.customers()) {
            stage("customer", Sources.customers(since), CUSTOMER, this::changeCustomers);
            stage("from custom_value", Sources.customValues(since), this::insertCustomValues, CUSTOM_VALUE);
        }
        if (changes.products()) {
            stage("product", Sources.products(since), PRODUCT, this::moveLines);
        }
        if (changes.touchpointErasures()) {
            erase("touchpoint", "id", sources.erasedTouchpoints(since));
        }
        if (changes.touchpoints()) {
            stage("touchpoint", Sources.touchpoints(since), TOUCHPOINT, this::moveFacts);
        }
        if (changes.interactions() || !again.nothing()) {
            stage(
                    "select id, customer_id, occurred_at, occurred_on, kind, touchpoint_id, source_id from interaction",
                    Sources.interactions(since, again),
                    this::insertInteractions,
                    INTERACTION);
            stage("from detail", Sources.details(since, again), this::insertDetails, DETAIL);
        }
        if (changes.lines() || !again.nothing()) {
            stage(
                    "select interaction_id, customer_id, occurred_on, product_id, quantity, amount, cost, discount from line",
                    Sources.lines(since, again, timeZone),
                    this::insertLines,
                    LINE);
        }
        if (changes.dismissals() || changes.customers()) {
            stage(
                    "dismissal",
                    Sources.dismissals(since),
                    DISMISSAL,
                    () -> stale("customer_id, date '9999-12-31' from staged"));
        }
        copyLists(changes);
    }

    private void copyLists(Sources.Changes changes) throws SQLException {
        if (changes.unlisted()) {
            stage("from listed", Sources.unlisted(since), this::takeOff, LISTED);
        }
        if (changes.listed()) {
            stage(
                    "from listed",
                    Sources.listed(since),
                    () -> {
                        takeOff();
                        execute("insert into listed from staged");
                    },
                    LISTED);
        }
    }

    /** Nothing is computed from lists: the figures of who is on them stay. */
    private void takeOff() throws SQLException {
        if (since != null) {
            execute("delete from listed l where exists (select 1 from staged s "
                    + "where s.list_id = l.list_id and s.customer_id = l.customer_id)");
            touched.add("staged");
        }
    }

    private void erase(String table, String column, List<Long> ids) throws SQLException {
        if (!ids.isEmpty()) {
            execute("delete from " + table + " where " + column + " in (" + Sources.list(ids) + ")");
        }
    }

    /** Those that were taken back in part come again. */
    private void eraseFacts() throws SQLException {
        stage(
                "select id from interaction",
                Sources.erasedFacts(since),
                () -> {
                    stale("customer_id, min(occurred_on) from interaction where id in (select id from staged) "
                            + "and customer_id is not null group by customer_id");
                    execute("delete from line where interaction_id in (select id from staged)");
                    execute("delete from detail where interaction_id in (select id from staged)");
                    execute("delete from interaction where id in (select id from staged)");
                },
                BIGINT);
    }

    private void forgetProducts(List<Long> products) throws SQLException {
        if (!products.isEmpty()) {
            stale("distinct customer_id, date '9999-12-31' from line where product_id in (" + Sources.list(products)
                    + ") and customer_id is not null");
            execute("update line set category = null, brand = null where product_id in (" + Sources.list(products)
                    + ")");
        }
    }

    /** Of their own values some may be no more; of who is new or back all facts are to be looked at. */
    private void changeCustomers() throws SQLException {
        if (since != null) {
            stale("s.id, case when c.id is null then date '0001-01-01' else date '9999-12-31' end "
                    + "from staged s left join customer c using (id)");
            execute("delete from custom_value where customer_id in (select id from staged)");
        }
    }

    /** Field by field, so that a question about one skips the rows of the others. */
    private void insertCustomValues() throws SQLException {
        execute("insert into custom_value from staged order by field_id, customer_id");
    }

    /** Rows that change are replaced by their newest state. */
    private void stage(String table, String query, CopiedColumn[] columns, Step beforehand) throws SQLException {
        stage(
                "from " + table,
                query,
                () -> {
                    beforehand.run();
                    if (since != null) {
                        execute("delete from " + table + " where id in (select id from staged)");
                    }
                    execute("insert into " + table + " from staged");
                },
                columns);
    }

    /** Lines already here follow their product to another category or brand; there are none of a product that is new. */
    private void moveLines() throws SQLException {
        if (since != null) {
            execute("create or replace temp table moved as select s.id, s.category, s.brand from staged s "
                    + "join product p on p.id = s.id "
                    + "where p.category is distinct from s.category or p.brand is distinct from s.brand");
            if (any("moved")) {
                stale("distinct customer_id, date '9999-12-31' from line "
                        + "where product_id in (select id from moved) and customer_id is not null");
                execute("update line set category = moved.category, brand = moved.brand from moved "
                        + "where line.product_id = moved.id");
            }
        }
    }

    private void moveFacts() throws SQLException {
        if (since != null) {
            execute("create or replace temp table moved as select s.id from staged s "
                    + "join touchpoint t on t.id = s.id where t.name is distinct from s.name");
            if (any("moved")) {
                touched.everybody();
            }
            execute("create or replace temp table moved as select s.id, s.channel from staged s "
                    + "join touchpoint t on t.id = s.id where t.channel is distinct from s.channel");
            if (any("moved")) {
                stale(
                        "customer_id, min(occurred_on) from interaction "
                                + "where touchpoint_id in (select id from moved) and customer_id is not null group by customer_id");
                for (String table : List.of("interaction", "line")) {
                    execute("update " + table + " set channel = moved.channel from moved where " + table
                            + ".touchpoint_id = moved.id");
                }
            }
        }
    }

    private void insertInteractions() throws SQLException {
        execute("""
                insert into interaction
                select s.id, s.customer_id, s.occurred_at, s.occurred_on, s.kind, s.touchpoint_id, t.channel, s.source_id
                from staged s left join touchpoint t on t.id = s.touchpoint_id
                """);
        factsStaged();
    }

    /** Name by name, so that a question about one skips the rows of the others. */
    private void insertDetails() throws SQLException {
        execute("insert into detail from staged order by name, interaction_id");
    }

    /** Their interactions are all here by now; a join in PostgreSQL would double the time it takes to read them. */
    private void insertLines() throws SQLException {
        execute("""
                insert into line
                select s.interaction_id, s.customer_id, s.occurred_on,
                    case when s.quantity < 0 then 'return' else 'purchase' end,
                    i.touchpoint_id, i.channel, s.product_id, p.category, p.brand, s.quantity, s.amount, s.cost, s.discount, i.source_id
                from staged s left join interaction i on i.id = s.interaction_id left join product p on p.id = s.product_id
                """);
        factsStaged();
    }

    private void factsStaged() throws SQLException {
        stale("customer_id, min(occurred_on) from staged where customer_id is not null group by customer_id");
    }

    /** Whose figures are to be computed anew, see {@link FiguresRun}; with a first load all are. */
    private void stale(String customersAndDays) throws SQLException {
        if (since != null) {
            execute("create or replace temp table fresh as select * from (select " + customersAndDays
                    + ") f (customer_id, since)");
            execute("insert into stale from fresh");
            touched.add("fresh");
        }
    }

    /** Copies the query's rows into the table {@code staged}, of the given shape, and lets the step take them from it. */
    private void stage(String shape, String query, Step step, CopiedColumn... columns) throws SQLException {
        try (var rows = new CopiedRows(postgres, query, timeZone, columns)) {
            long read = ROWS_AT_ONCE;
            while (read == ROWS_AT_ONCE) {
                execute("create or replace temp table staged as " + shape + " limit 0");
                try (var appender = warehouse.createAppender("temp", "main", "staged")) {
                    read = rows.into(appender, ROWS_AT_ONCE);
                }
                copied += read;
                step.run();
            }
        }
    }

    private interface Step {
        void run() throws SQLException;
    }

    private boolean any(String table) throws SQLException {
        try (var statement = warehouse.createStatement();
                var rows = statement.executeQuery("select 1 from " + table + " limit 1")) {
            return rows.next();
        }
    }

    private void execute(String sql) throws SQLException {
        execute(warehouse, sql);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
