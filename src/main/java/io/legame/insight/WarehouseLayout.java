package io.legame.insight;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The tables of a warehouse file, see {@link WarehouseTables} for what they mean. A change here counts the version up:
 * files of another version are built anew.
 *
 * <p>Measured on 20 million lines and 2 cores: the columns of its interaction and product in each line, rather than
 * joined, make a filter by channel and category 2.2 times and a sum by category 3 times as fast, and an update of the
 * lines of a product that moved to another category takes a second. A closed list of texts as an enum is compared 1.3
 * times as fast as text, a list of them ten times. No index and no key: they would cost more than they save where each
 * question reads many rows, and the rows of one customer among 20 million are found in 20 milliseconds.
 *
 * <p>Custom fields are a row for each value, field by field. Measured on 1 million customers with 4.4 million values of
 * 6 fields and 2 cores: who has a number of at least so much takes 73 milliseconds, one of two choices 12, a text 14;
 * in the order of customers 167, 26 and 32, because then no stretch of rows can be skipped. As JSON beside the customer
 * it takes 145, 241 and 92, as DuckDB's VARIANT 41, 1,500 and 17. A column for each field takes 42, 2 and 15, and an
 * alteration of the table whenever somebody adds a field; numbers kept as such besides their text would take 32.
 *
 * <p>What else is recorded in an interaction is a row for each detail, name by name. Measured on 10 million interactions
 * with 12 million details of 4 names and 2 cores: who had one of four outcomes, ever, takes 94 milliseconds, one of 40
 * campaigns 70, one number of its own 5; in the order of interactions 172, 190 and 94. As a map beside the interaction it
 * takes 293, 831 and 922, as JSON 422, 1,224 and 979, and to propose the values of a name a second rather than 17
 * milliseconds; both hold more than twice the space. With the interaction's own columns in each detail it takes 29, 32
 * and 5, twice the space, and an update of them whenever a touchpoint moves to another channel.
 */
final class WarehouseLayout {
    static final int VERSION = 8;

    private static final String CHANNEL =
            "enum('shop', 'online', 'email', 'phone', 'sms', 'social', 'app', 'post', 'visit', 'other')";

    private WarehouseLayout() {}

    static void create(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    create table watermark (
                        layout integer not null,
                        origin varchar not null,
                        time_zone varchar not null,
                        snapshot varchar,
                        built_at timestamp not null
                    )""");
            statement.execute("""
                    create table customer (
                        id bigint not null,
                        kind varchar,
                        title varchar,
                        given_name varchar,
                        family_name varchar,
                        company_name varchar,
                        gender varchar,
                        birth_date date,
                        email varchar,
                        email_domain varchar,
                        phone varchar,
                        postcode varchar,
                        town varchar,
                        province varchar,
                        region varchar,
                        country varchar,
                        language varchar,
                        marital_status varchar,
                        education varchar,
                        occupation varchar,
                        annual_income decimal(18, 2),
                        children integer,
                        home_owner boolean,
                        keyed boolean not null,
                        source varchar,
                        has_email boolean not null,
                        has_phone boolean not null,
                        has_address boolean not null,
                        sort_name varchar,
                        created_at timestamp not null,
                        updated_at timestamp not null,
                        created_on date not null,
                        updated_on date not null
                    )""");
            statement.execute("""
                    create table custom_value (
                        customer_id bigint not null,
                        field_id bigint not null,
                        value varchar,
                        choice bigint
                    )""");
            statement.execute("""
                    create table product (
                        id bigint not null,
                        name varchar,
                        model varchar,
                        category varchar,
                        brand varchar
                    )""");
            statement.execute("create table touchpoint (id integer not null, name varchar, channel " + CHANNEL + ")");
            statement.execute("""
                    create table interaction (
                        id bigint not null,
                        customer_id bigint,
                        occurred_at timestamp not null,
                        occurred_on date not null,
                        kind varchar not null,
                        touchpoint_id integer not null,
                        channel %s,
                        source_id integer not null
                    )""".formatted(CHANNEL));
            statement.execute("""
                    create table detail (
                        interaction_id bigint not null,
                        name varchar not null,
                        value varchar not null
                    )""");
            statement.execute("""
                    create table line (
                        interaction_id bigint not null,
                        customer_id bigint,
                        occurred_on date not null,
                        kind enum('purchase', 'return') not null,
                        touchpoint_id integer,
                        channel %s,
                        product_id bigint,
                        category varchar,
                        brand varchar,
                        quantity decimal(14, 3) not null,
                        amount decimal(18, 4) not null,
                        cost decimal(18, 4),
                        discount decimal(18, 4) not null,
                        source_id integer
                    )""".formatted(CHANNEL));
            statement.execute("create table listed (list_id bigint not null, customer_id bigint not null)");
            TouchedCustomers.create(statement);
            FiguresLayout.create(statement, CHANNEL);
        }
    }
}
