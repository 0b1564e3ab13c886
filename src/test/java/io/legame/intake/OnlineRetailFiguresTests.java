package io.legame.intake;

import static io.legame.insight.WarehouseTables.METRICS;
import static org.assertj.core.api.Assertions.assertThat;

import io.legame.insight.Figures;
import io.legame.insight.Warehouse;
import io.legame.testing.LegameTest;
import io.legame.testing.TestClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The published recency, frequency and monetary value of real customers, each of them, out of the real import. */
@LegameTest
class OnlineRetailFiguresTests {
    private static final Path FOLDER = TestImports.DATA.resolve("online_retail");
    private static final Instant TODAY = Instant.parse("2011-12-10T12:00:00Z");

    @Autowired
    private TestImports files;

    @Autowired
    private Figures figures;

    @Autowired
    private Warehouse warehouse;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TestClock clock;

    @Test
    void everyRowOfThePublishedTableComesOut() throws IOException {
        files.clear();
        database.sql("truncate insight.rules, insight.unit_cost, insight.closing cascade")
                .update();
        Import draft = files.receive(FOLDER.resolve("online_retail.csv.gz"), null);
        Import done = files.run(draft, OnlineRetailTests::createCustomers);
        assertThat(done.state()).isEqualTo(ImportState.DONE);
        clock.set(TODAY);
        figures.catchUp();

        List<String> expected = Files.readAllLines(FOLDER.resolve("expected/rfm_base_clean.csv"));
        assertThat(rows()).containsExactlyInAnyOrderElementsOf(expected.subList(1, expected.size()));
    }

    private List<String> rows() {
        Map<Long, String> numbers = numbers();
        return warehouse.query(ask -> ask.selectFrom(METRICS)
                .where(METRICS.RFM_FREQUENCY.gt(0))
                .fetch(row -> String.join(
                        ",",
                        numbers.get(row.get(METRICS.CUSTOMER_ID)),
                        row.get(METRICS.RFM_RECENCY).toString(),
                        row.get(METRICS.RFM_FREQUENCY).toString(),
                        OnlineRetailCohortsTests.number(row.get(METRICS.RFM_MONETARY)),
                        row.get(METRICS.FIRST_PURCHASE).toString(),
                        row.get(METRICS.LAST_PURCHASE).toString())));
    }

    private Map<Long, String> numbers() {
        var numbers = new HashMap<Long, String>();
        database.sql("select customer_id, value from customers.identity where kind = 'number'")
                .query(row -> {
                    numbers.put(row.getLong(1), row.getString(2));
                });
        return numbers;
    }
}
