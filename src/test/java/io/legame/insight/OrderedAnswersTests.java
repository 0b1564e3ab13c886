package io.legame.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked for in an order comes in that order, however many rows there are. */
class OrderedAnswersTests {
    private static final int CUSTOMERS = 1_000_000;
    private static final int TIMES = 8;

    @Test
    void aMillionNumbersComeInTheirOrder(@TempDir Path folder) throws SQLException {
        var empty = new Watermark("test", ZoneId.of("Europe/Rome"), null, Instant.EPOCH);
        try (var file = WarehouseFile.create(
                        folder.resolve("w.duckdb"), TestWarehouses.properties(Duration.ofMinutes(1)), empty);
                var connection = file.connect();
                var statement = connection.createStatement()) {
            statement.execute(
                    "create table person as select range + 1 as id, case when range % 2 = 0 then 'F' else 'M' end as gender, "
                            + "date '1950-01-01' + (range % 20000)::integer as birth_date, range % 5 > 0 as keyed from range("
                            + CUSTOMERS + ")");
            file.checkpoint();
            for (int i = 0; i < TIMES; i++) {
                long last = 0;
                long found = 0;
                try (var question = connection.prepareStatement("select id from person where gender in ('F') and "
                                + "birth_date <= date '2026-01-01' and coalesce(keyed, false) = true "
                                + "and not (id in (select customer_id from dismissal)) order by id");
                        var rows = question.executeQuery()) {
                    while (rows.next()) {
                        assertThat(rows.getLong(1)).isGreaterThan(last);
                        last = rows.getLong(1);
                        found++;
                    }
                }
                assertThat(found).isEqualTo(CUSTOMERS / 5 * 2);
            }
        }
    }
}
