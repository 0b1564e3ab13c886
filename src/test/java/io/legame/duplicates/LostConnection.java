package io.legame.duplicates;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The connection is lost at a change of a table, as when PostgreSQL is stopped under it. */
final class LostConnection {
    private LostConnection() {}

    /** At the nth row that is written to the table of this module from now on. */
    static void at(JdbcClient database, String table, int nth) {
        database.sql("create sequence duplicates.moment").update();
        database.sql("""
                create or replace function duplicates.lose() returns trigger language plpgsql as $$
                begin
                    if nextval('duplicates.moment') = tg_argv[0]::bigint then
                        raise exception 'lost' using errcode = '57P01';
                    end if;
                    return new;
                end $$
                """).update();
        database.sql("create trigger lost before insert or update on duplicates." + table
                        + " for each row execute function duplicates.lose('" + nth + "')")
                .update();
    }

    static void never(JdbcClient database) {
        for (String table : List.of("scan", "proposal", "automatic_merge", "automatic_merge_note")) {
            database.sql("drop trigger if exists lost on duplicates." + table).update();
        }
        database.sql("drop sequence if exists duplicates.moment").update();
    }
}
