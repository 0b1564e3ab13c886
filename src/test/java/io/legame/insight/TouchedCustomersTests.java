package io.legame.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.duckdb.DuckDBConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is noted of changed customers does not grow without end. */
class TouchedCustomersTests {
    @Test
    void whatEverybodyIsToldOfNeedsNoneOfWhatWasNotedBefore(@TempDir Path folder) throws SQLException {
        var empty = new Watermark("test", ZoneId.of("Europe/Rome"), null, Instant.EPOCH);
        try (var file = WarehouseFile.create(
                        folder.resolve("w.duckdb"), TestWarehouses.properties(Duration.ofMinutes(1)), empty);
                DuckDBConnection connection = file.connect()) {
            var duck = new DuckStatements(connection);
            duck.execute("create table changed as select range as customer_id from range(1000)");
            var facts = new TouchedCustomers(connection, TouchedCustomers.Stream.FACTS);
            var figures = new TouchedCustomers(connection, TouchedCustomers.Stream.FIGURES);
            facts.add("changed");
            figures.add("changed");
            figures.everybody();
            assertThat(duck.number("select count(*) from touched where stream = 'figures'"))
                    .isEqualTo(1);
            assertThat(duck.number("select step from touched where stream = 'figures'"))
                    .isEqualTo(2);
            assertThat(duck.number("select count(*) from touched where stream = 'facts'"))
                    .isEqualTo(1000);
            figures.add("changed");
            assertThat(duck.number("select max(step) from touched where stream = 'figures'"))
                    .isEqualTo(3);
            duck.execute("insert into changed select range from range(1000000)");
            figures.add("changed");
            figures.trim();
            assertThat(duck.number("select count(*) from touched where stream = 'figures'"))
                    .isEqualTo(1);
        }
    }
}
