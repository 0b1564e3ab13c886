package io.legame.testing;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The connection is lost in the middle of some work, as when the process is killed or PostgreSQL is stopped under it: the
 * server ends the session at a row that is written. Moments are counted by rows, also by those that are rolled back, so
 * that a test meets the same moment each time it runs.
 */
public final class LostConnection {
    private LostConnection() {}

    /**
     * How many moments the work has: rows that it inserts, updates or deletes in the tables.
     *
     * @param tables such as {@code customers.merge}, or {@code customers} for all of that module
     */
    public static int moments(JdbcClient database, Runnable work, String... tables) {
        at(database, 0, tables);
        try {
            work.run();
            return database.sql("select case when is_called then last_value else 0 end from lost.moment")
                    .query(Integer.class)
                    .single();
        } finally {
            never(database);
        }
    }

    /** At the nth row that is written to one of the tables from now on, once. */
    public static void at(JdbcClient database, int nth, String... tables) {
        never(database);
        database.sql("create schema lost").update();
        database.sql("create sequence lost.moment").update();
        database.sql("""
                create function lost.lose() returns trigger language plpgsql as $$
                begin
                    if nextval('lost.moment') = tg_argv[0]::bigint then
                        perform pg_terminate_backend(pg_backend_pid());
                    end if;
                    return coalesce(new, old);
                end $$
                """).update();
        for (String table : all(database, tables)) {
            database.sql("create trigger lost before insert or update or delete on " + table
                            + " for each row execute function lost.lose('" + nth + "')")
                    .update();
        }
    }

    private static List<String> all(JdbcClient database, String... tables) {
        var all = new ArrayList<String>();
        for (String table : tables) {
            all.addAll(
                    table.contains(".")
                            ? List.of(table)
                            : database.sql("""
                            select format('%I.%I', relnamespace::regnamespace, relname) from pg_class
                            where relnamespace = ?::regnamespace and relkind in ('r', 'p') and not relispartition
                            """).param(table).query(String.class).list());
        }
        return all;
    }

    /**
     * To be said after each test: the connection is not lost any more. One trigger after the other, so that never two
     * tables are locked at once: whoever reads them meanwhile in another order would wait for us and we for them.
     */
    public static void never(JdbcClient database) {
        for (String table : database.sql("""
                        select format('%I.%I', relnamespace::regnamespace, relname)
                        from pg_trigger join pg_class on pg_class.oid = tgrelid
                        where tgname = 'lost' and tgparentid = 0
                        """).query(String.class).list()) {
            database.sql("drop trigger lost on " + table).update();
        }
        database.sql("drop schema if exists lost cascade").update();
    }
}
