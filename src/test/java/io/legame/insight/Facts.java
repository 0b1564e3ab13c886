package io.legame.insight;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes rows as the doors of the other modules would, in the transaction of the client. */
record Facts(JdbcClient database) {
    static final Instant NOON = Instant.parse("2024-05-10T10:00:00Z");

    long customer(@Nullable String email) {
        return database.sql("""
                        insert into customers.customer
                            (given_name, family_name, email, sort_name, keyed, source, created_at, updated_at)
                        values ('Ada', 'Rossi', ?, 'rossi', true, 'test', now(), now()) returning id
                        """).param(email).query(Long.class).single();
    }

    void rename(long customer, String givenName) {
        database.sql("""
                        update customers.customer
                        set given_name = ?, changed_in = pg_current_xact_id()::text::bigint where id = ?
                        """).params(givenName, customer).update();
    }

    /** @param json by the field's id a text, or a list of ids of choices; null for none of either */
    void describe(long customer, @Nullable String json) {
        database.sql("""
                        update customers.customer
                        set custom = ?::jsonb, updated_at = now(), changed_in = pg_current_xact_id()::text::bigint
                        where id = ?
                        """).param(json).param(customer).update();
    }

    /** Out of lists and figures, as when somebody is archived. */
    void leave(long customer) {
        database.sql("""
                        update customers.customer set left_as = 'archived', left_at = now(), left_by = 'test',
                            changed_in = pg_current_xact_id()::text::bigint where id = ?
                        """).param(customer).update();
        database.sql("""
                        insert into customers.erasure (customer_id) values (?)
                        on conflict (customer_id) do update set changed_in = excluded.changed_in
                        """).param(customer).update();
    }

    void comeBack(long customer) {
        database.sql("""
                        update customers.customer set left_as = null, left_at = null, left_by = null,
                            changed_in = pg_current_xact_id()::text::bigint where id = ?
                        """).param(customer).update();
        database.sql("delete from customers.erasure where customer_id = ?")
                .param(customer)
                .update();
    }

    void eraseCustomer(long customer) {
        database.sql("delete from customers.customer where id = ?")
                .param(customer)
                .update();
        database.sql("insert into customers.erasure (customer_id) values (?)")
                .param(customer)
                .update();
    }

    long product(String name, @Nullable String category) {
        return database.sql("""
                        insert into catalogue.product (name, category, source, created_at, updated_at)
                        values (?, ?, 'test', now(), now()) returning id
                        """).param(name).param(category).query(Long.class).single();
    }

    void move(long product, String category) {
        database.sql("""
                        update catalogue.product
                        set category = ?, changed_in = pg_current_xact_id()::text::bigint where id = ?
                        """).params(category, product).update();
    }

    void brand(long product, String brand) {
        database.sql("""
                        update catalogue.product
                        set brand = ?, changed_in = pg_current_xact_id()::text::bigint where id = ?
                        """).params(brand, product).update();
    }

    void eraseProduct(long product) {
        database.sql("delete from catalogue.product where id = ?")
                .param(product)
                .update();
        database.sql("insert into catalogue.erasure (product_id) values (?)")
                .param(product)
                .update();
    }

    int touchpoint(String name, String channel) {
        return database.sql("""
                        insert into timeline.touchpoint (name, channel) values (?, ?)
                        on conflict (name) do update
                        set channel = excluded.channel, changed_in = pg_current_xact_id()::text::bigint
                        returning id
                        """).params(name, channel).query(Integer.class).single();
    }

    int source(String name) {
        return database.sql("""
                        insert into timeline.source (name) values (?)
                        on conflict (name) do update set name = excluded.name returning id
                        """).param(name).query(Integer.class).single();
    }

    long interaction(@Nullable Long customer, Instant at, String kind, int touchpoint, int source) {
        return database.sql("""
                        insert into timeline.interaction
                            (occurred_at, customer_id, kind, touchpoint_id, source_id, source_key, recorded_at)
                        values (?, ?, ?, ?, ?, gen_random_uuid()::text, now()) returning id
                        """)
                .param(at.atOffset(ZoneOffset.UTC))
                .param(customer)
                .param(kind)
                .param(touchpoint)
                .param(source)
                .query(Long.class)
                .single();
    }

    void detail(long interaction, String detail) {
        database.sql("update timeline.interaction set detail = ?::jsonb where id = ?")
                .params(detail, interaction)
                .update();
    }

    /** As when an import is taken back or a customer moves: the fact is looked at again. */
    void eraseFact(long interaction) {
        database.sql("insert into timeline.fact_erasure (interaction_id) values (?)")
                .param(interaction)
                .update();
    }

    void line(
            long interaction,
            Instant at,
            @Nullable Long customer,
            @Nullable Long product,
            String quantity,
            String amount,
            @Nullable String cost) {
        database.sql("""
                        insert into timeline.purchase_line (interaction_id, occurred_at, line_key, customer_id, product_id,
                            quantity, unit_price, amount, cost)
                        values (?, ?, gen_random_uuid()::text, ?, ?, ?, 1, ?, ?)
                        """)
                .param(interaction)
                .param(at.atOffset(ZoneOffset.UTC))
                .param(customer)
                .param(product)
                .param(new BigDecimal(quantity))
                .param(new BigDecimal(amount))
                .param(cost == null ? null : new BigDecimal(cost))
                .update();
    }

    /** A purchase of one line at noon, or a return when the amount is negative. */
    long sale(@Nullable Long customer, @Nullable Long product, int touchpoint, int source, String amount) {
        return sale(customer, product, touchpoint, source, amount, NOON);
    }

    long sale(@Nullable Long customer, @Nullable Long product, int touchpoint, int source, String amount, Instant at) {
        boolean isReturn = amount.startsWith("-");
        long interaction = interaction(customer, at, isReturn ? "return" : "purchase", touchpoint, source);
        line(interaction, at, customer, product, isReturn ? "-1" : "1", amount, null);
        return interaction;
    }

    void eraseSource(int source) {
        database.sql("""
                        delete from timeline.purchase_line l using timeline.interaction i
                        where i.source_id = ? and l.interaction_id = i.id and l.occurred_at = i.occurred_at
                        """).param(source).update();
        database.sql("delete from timeline.interaction where source_id = ?")
                .param(source)
                .update();
        database.sql("insert into timeline.erasure (source_id) values (?)")
                .param(source)
                .update();
    }

    /** Makes the years' partitions. */
    void years(int... years) {
        for (int year : years) {
            for (String table : new String[] {"interaction", "purchase_line"}) {
                database.sql("""
                                create table if not exists timeline.%1$s_p%2$d partition of timeline.%1$s
                                for values from ('%2$d-01-01 00:00+00') to ('%3$d-01-01 00:00+00')
                                """.formatted(table, year, year + 1)).update();
            }
        }
    }
}
