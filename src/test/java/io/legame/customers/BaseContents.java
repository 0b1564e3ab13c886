package io.legame.customers;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Everything that the base holds but its histories, to be compared. */
public final class BaseContents {
    private BaseContents() {}

    public static String of(JdbcClient database) {
        return database.sql("""
                        select concat_ws(E'\\n',
                            (select string_agg((to_jsonb(c) - 'changed_in')::text, E'\\n' order by id)
                             from customers.customer c),
                            (select string_agg(i::text, E'\\n' order by kind, source, value) from customers.identity i))
                        """).query(String.class).single();
    }
}
