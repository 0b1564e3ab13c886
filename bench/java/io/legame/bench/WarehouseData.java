package io.legame.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Year;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Customers and facts for the warehouse's benchmarks, made by PostgreSQL itself from the numbers 1, 2, 3…: the same in
 * every run. Two lines an order; one order in twenty is a return, one in five is of somebody who is not known.
 */
@SuppressWarnings("InlineFormatString") // the statements read better apart from the loop that runs them
record WarehouseData(int customers, int lines) {
    private static final int FIRST_YEAR = 2022;
    private static final int YEARS = 4;
    private static final int PRODUCTS = 20_000;
    private static final int TOUCHPOINTS = 30;

    void generate(Connection database) throws SQLException {
        boolean autoCommit = database.getAutoCommit();
        database.setAutoCommit(true);
        try (var statement = database.createStatement()) {
            statement.execute("set synchronous_commit = off");
            // what is generated fits together: looking up every reference takes longer than writing
            statement.execute("set session_replication_role = replica");
            statement.execute(CUSTOM_FIELDS);
            statement.execute(CUSTOMERS.formatted(customers));
            statement.execute(PRODUCTS_SQL.formatted(PRODUCTS));
            statement.execute("insert into timeline.source (name) values ('bench')");
            statement.execute(TOUCHPOINTS_SQL.formatted(TOUCHPOINTS));
            for (int year = FIRST_YEAR; year < FIRST_YEAR + YEARS; year++) {
                partition(statement, "interaction", year);
                partition(statement, "purchase_line", year);
                int first = (int) ((long) lines / 2 * (year - FIRST_YEAR) / YEARS) + 1;
                int last = (int) ((long) lines / 2 * (year + 1 - FIRST_YEAR) / YEARS);
                int seconds = Year.of(year).length() * 86_400 - 1;
                statement.execute(ORDERS.formatted(year, year, seconds, customers, TOUCHPOINTS, first, last));
                statement.execute(LINES.formatted(year, year, PRODUCTS));
            }
            statement.execute("select setval('timeline.interaction_id', " + (lines / 2 + 1) + ")");
            statement.execute("vacuum analyze");
        } finally {
            try (var statement = database.createStatement()) {
                statement.execute("reset session_replication_role");
            }
            database.setAutoCommit(autoCommit);
        }
    }

    /** Adds interactions that are no purchases: two and a half for each line, of ten kinds, on the first touchpoint. */
    void addContacts(Connection database) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute("set session_replication_role = replica");
            for (int year = FIRST_YEAR; year < FIRST_YEAR + YEARS; year++) {
                statement.execute(CONTACTS.formatted(year, year, customers, year, lines / 8L * 5));
            }
            statement.execute("reset session_replication_role");
            statement.execute("vacuum analyze timeline.interaction");
        }
    }

    /** Base, contacts and their costs, unless they are there, so that several benchmarks can use one data folder. */
    static void prepare(DataSource source, int customers, int lines) throws SQLException {
        var database = JdbcClient.create(source);
        if (number(database, "select count(*) from customers.customer") == 0) {
            try (var connection = source.getConnection()) {
                new WarehouseData(customers, lines).generate(connection);
            }
        }
        if (number(database, "select count(*) from insight.unit_cost") == 0) {
            try (var connection = source.getConnection()) {
                new WarehouseData(customers, lines).addContacts(connection);
            }
            database.sql("""
                    insert into insight.unit_cost (kind, valid_from, amount, decided_at, decided_by)
                    values ('call', '2020-01-01', 4, now(), 'bench'), ('message', '2020-01-01', 0.02, now(), 'bench'),
                        ('visit', '2020-01-01', 5, now(), 'bench'), ('return', '2020-01-01', 6, now(), 'bench')
                    """).update();
        }
        Report.row("interactions", number(database, "select count(*) from timeline.interaction") / 1e6, "million");
        Report.row("lines", number(database, "select count(*) from timeline.purchase_line") / 1e6, "million");
    }

    private static void partition(java.sql.Statement statement, String table, int year) throws SQLException {
        statement.execute("""
                create table if not exists timeline.%1$s_p%2$d partition of timeline.%1$s
                for values from ('%2$d-01-01 00:00+00') to ('%3$d-01-01 00:00+00')
                """.formatted(table, year, year + 1));
    }

    /** Sells one thing to each of the customers from the first to the last; returns the number of the last sale. */
    static long sell(JdbcClient database, long first, long last) {
        return database.sql(SALES).params(first, last).query(Long.class).single();
    }

    static long number(JdbcClient database, String sql) {
        return database.sql(sql).query(Long.class).single();
    }

    private static final String SALES = """
            with fact as (
                insert into timeline.interaction
                    (occurred_at, customer_id, kind, touchpoint_id, source_id, source_key, recorded_at)
                select timestamptz '2025-12-30 10:00+00', i, 'purchase', 1, 1, 'F' || gen_random_uuid(), now()
                from generate_series(?::bigint, ?::bigint) i
                returning id, occurred_at, customer_id
            ), line as (
                insert into timeline.purchase_line (interaction_id, occurred_at, line_key, customer_id, product_id, quantity,
                    unit_price, amount)
                select id, occurred_at, '1', customer_id, 1, 1, 10, 10 from fact
            )
            select max(id) from fact
            """;

    private static final String CUSTOMERS = """
            insert into customers.customer (given_name, family_name, gender, birth_date, email, phone, street, postcode,
                town, province, country, annual_income, sort_name, keyed, source, created_at, updated_at, custom)
            select 'Given' || i %% 1000, 'Family' || i %% 5000, case i %% 2 when 0 then 'F' else 'M' end,
                date '1940-01-01' + (i * 7919::bigint %% 24000)::int,
                case when i %% 10 > 0 then 'c' || i || '@example.' || (array['com','it','org'])[i %% 3 + 1] end,
                case when i %% 3 = 0 then '+3902' || 1000000 + i end, 'Via Roma ' || i %% 200, '20100',
                'Town' || i %% 800, 'P' || i %% 100, 'IT', i %% 90 * 1000, 'family' || i %% 5000, i %% 10 > 0, 'bench',
                now(), now(), case when i %% 10 < 7 then jsonb_build_object('1', (30 + i %% 20)::text,
                    '2', jsonb_build_array((i %% 8 + 1)::text), '3', 'Text ' || i %% 5000, '4', i %% 1000 || '.50 EUR',
                    '5', (date '1990-01-01' + i %% 10000)::text, '6', (i %% 2 = 0)::text) end
            from generate_series(1, %d) i
            """;

    private static final String CUSTOM_FIELDS = """
            insert into customers.choice_list (id, name) overriding system value values (1, 'Colours');
            insert into customers.choice (id, choice_list_id, label, position) overriding system value
            select i, 1, 'Colour ' || i, i from generate_series(1, 8) i;
            insert into customers.custom_field (id, code, name, type, position, choice_list_id) overriding system value
            values (1, 'shoe_size', 'Shoe size', 'number', 1, null), (2, 'colour', 'Colour', 'choice', 2, 1),
                (3, 'nickname', 'Nickname', 'text', 3, null), (4, 'credit', 'Credit', 'money', 4, null),
                (5, 'joined_on', 'Joined on', 'date', 5, null), (6, 'club_member', 'Club member', 'yes_no', 6, null)
            """;

    private static final String PRODUCTS_SQL = """
            insert into catalogue.product (name, model, category, brand, price, cost, source, created_at, updated_at)
            select 'Product ' || i, 'Model ' || i / 5, 'Category ' || i %% 40, 'Brand ' || i %% 200, i %% 300 + 1,
                (i %% 300 + 1) * 0.6, 'bench', now(), now()
            from generate_series(1, %d) i
            """;

    private static final String TOUCHPOINTS_SQL = """
            insert into timeline.touchpoint (name, channel)
            select 'Touchpoint ' || i, (array['shop','online','app'])[i %% 3 + 1] from generate_series(1, %d) i
            """;

    private static final String ORDERS = """
            insert into timeline.interaction_p%d (id, occurred_at, customer_id, kind, touchpoint_id, source_id,
                source_key, recorded_at)
            select i, timestamptz '%d-01-01 00:00+00' + i * 6151::bigint %% %d * interval '1 second',
                case when i %% 5 > 0 then i * 7907::bigint %% %d + 1 end,
                case when i %% 20 = 0 then 'return' else 'purchase' end, i * 31::bigint %% %d + 1, 1, 'O' || i, now()
            from generate_series(%d, %d) i
            """;

    private static final String CONTACTS = """
            insert into timeline.interaction_p%d (occurred_at, customer_id, kind, touchpoint_id, source_id, source_key,
                recorded_at)
            select timestamptz '%d-01-01 00:00+00' + i * 6151::bigint %% 31535999 * interval '1 second',
                i * 9973::bigint %% %d + 1,
                (array['message', 'message', 'message', 'open', 'click', 'visit', 'call', 'assistance', 'message',
                    'request'])[i / 7 %% 10 + 1], 1, 1, 'C%d' || i, now()
            from generate_series(1, %d) i
            """;

    private static final String LINES = """
            insert into timeline.purchase_line_p%d (interaction_id, occurred_at, line_key, customer_id, product_id,
                quantity, unit_price, amount, cost)
            select i.id, i.occurred_at, n, i.customer_id, p, q, u, q * u, q * u * 0.6
            from timeline.interaction_p%d i, generate_series(1, 2) n,
                lateral (select (i.id * 104729 + n * 7) %% %d + 1 as p) product,
                lateral (select case i.kind when 'return' then -1 else (i.id + n) %% 3 + 1 end as q, p %% 300 + 0.99 as u) price
            """;
}
