package io.legame.customers;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the base holds, to be compared. */
public final class BaseContents {
    /** What only grows: who changed what, what was merged, what other modules are told to read again. */
    private static final Set<String> HISTORIES = Set.of(
            "customers.change",
            "customers.merge",
            "customers.erasure",
            "customers.known_word",
            "customers.quality_day",
            "timeline.erasure",
            "timeline.fact_erasure",
            "timeline.touchpoint_erasure");

    private BaseContents() {}

    /** All customers with their identities. */
    public static String of(JdbcClient database) {
        return database.sql("""
                        select concat_ws(E'\\n',
                            (select string_agg((to_jsonb(c) - 'changed_in')::text, E'\\n' order by id)
                             from customers.customer c),
                            (select string_agg(i::text, E'\\n' order by kind, source, value) from customers.identity i))
                        """).query(String.class).single();
    }

    /** All that the modules, such as {@code customers}, hold but their histories. */
    static String all(JdbcClient database, String... modules) {
        return tables(database, modules).stream()
                .filter(table -> !HISTORIES.contains(table))
                .map(table -> table + "\n" + rows(database, table))
                .collect(Collectors.joining("\n"));
    }

    /** The same with their histories. */
    static String allAndHistories(JdbcClient database, String... modules) {
        return tables(database, modules).stream()
                .map(table -> table + "\n" + rows(database, table))
                .collect(Collectors.joining("\n"));
    }

    private static List<String> tables(JdbcClient database, String... modules) {
        return database.sql("""
                        select format('%I.%I', relnamespace::regnamespace, relname) from pg_class
                        where relnamespace = any (:modules::regnamespace[])
                            and relkind in ('r', 'p') and not relispartition
                        order by 1
                        """).param("modules", modules).query(String.class).list();
    }

    /** Without the transactions that wrote them. */
    private static String rows(JdbcClient database, String table) {
        return database.sql("select coalesce(string_agg(row, E'\\n' order by row), '') from (select"
                        + " (to_jsonb(t) - 'changed_in' - 'recorded_in')::text as row from " + table + " t) rows")
                .query(String.class)
                .single();
    }
}
