package io.legame.insight;

import static io.legame.insight.WarehouseTables.LINE;
import static org.assertj.core.api.Assertions.assertThat;

import io.legame.testing.LegameTest;
import io.legame.testing.TestDatabase;
import io.legame.timeline.ExchangeRates;
import io.legame.timeline.RateChange;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The warehouse holds one currency, whatever the purchases were paid in, and follows every change of a rate. */
@LegameTest
class ProjectedCurrenciesTests {
    @Autowired
    private ExchangeRates rates;

    @Autowired
    private Projection projection;

    @Autowired
    private Warehouse warehouse;

    @Autowired
    private Reconciliation reconciliation;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionTemplate transaction;

    private Facts facts;
    private int shop;
    private int till;

    @BeforeEach
    void begin() {
        TestDatabase.clear(database, "customers", "catalogue", "timeline");
        facts = new Facts(database);
        facts.years(2023, 2024, 2025);
        shop = facts.touchpoint("Shop Milano", "shop");
        till = facts.source("till");
    }

    private void change(String currency, String from, @Nullable String rate) {
        rates.change(
                List.of(new RateChange(currency, LocalDate.parse(from), rate == null ? null : new BigDecimal(rate))),
                effect -> true);
    }

    private long sale(String at, String amount, @Nullable String cost, @Nullable String currency) {
        Instant moment = Instant.parse(at);
        // in one transaction: the application's own projection must not see the line before its currency
        return transaction.execute(status -> {
            long id = facts.interaction(null, moment, "purchase", shop, till);
            facts.line(id, moment, null, null, "1", amount, cost);
            database.sql("update timeline.purchase_line set currency = ? where interaction_id = ?")
                    .param(currency)
                    .param(id)
                    .update();
            return id;
        });
    }

    private Map<Long, BigDecimal> amounts() {
        projection.catchUp();
        Map<Long, BigDecimal> amounts = new HashMap<>();
        warehouse
                .query(ask ->
                        ask.select(LINE.INTERACTION_ID, LINE.AMOUNT).from(LINE).fetch())
                .forEach(row -> amounts.put(row.value1(), row.value2().stripTrailingZeros()));
        return amounts;
    }

    @Test
    void amountsAndCostsAreInTheCompanysCurrencyAndUnknownCostsStayUnknown() {
        change("USD", "2024-01-01", "0.9");
        sale("2024-05-10T10:00:00Z", "10.0015", "6", "USD");
        sale("2024-05-11T10:00:00Z", "20", null, "USD");
        sale("2024-05-12T10:00:00Z", "30", "7", null);
        projection.catchUp();
        var lines = warehouse.query(
                ask -> ask.selectFrom(LINE).orderBy(LINE.OCCURRED_ON).fetch());
        assertThat(lines.getValues(LINE.AMOUNT))
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(new BigDecimal("9.0014"), new BigDecimal("18"), new BigDecimal("30"));
        assertThat(lines.get(0).get(LINE.COST)).isEqualByComparingTo("5.4");
        assertThat(lines.get(0).get(LINE.DISCOUNT)).as("(1 - 10.0015) × 0.9").isEqualByComparingTo("-8.1014");
        assertThat(lines.get(1).get(LINE.COST)).isNull();
        assertThat(reconciliation.run().differences()).isEmpty();
    }

    @Test
    void aCorrectedRateChangesExactlyTheLinesOfItsDays() {
        change("USD", "2024-01-01", "0.9");
        change("USD", "2024-02-01", "0.8");
        change("USD", "2024-03-01", "0.7");
        change("GBP", "2024-01-01", "1.2");
        var february = new HashMap<Long, BigDecimal>();
        var random = new Random(5);
        for (int i = 0; i < 300; i++) {
            Instant at = Instant.parse("2024-01-05T00:00:00Z").plus(Duration.ofMinutes(random.nextInt(100 * 24 * 60)));
            String currency = i % 3 == 0 ? "USD" : i % 3 == 1 ? "GBP" : null;
            BigDecimal amount = new BigDecimal(1 + random.nextInt(100_000)).movePointLeft(2);
            long id = sale(at.toString(), amount.toPlainString(), null, currency);
            var day = at.atZone(java.time.ZoneId.of("Europe/Rome")).toLocalDate();
            if ("USD".equals(currency) && day.getMonthValue() == 2) {
                february.put(id, amount);
            }
        }
        Map<Long, BigDecimal> before = amounts();

        change("USD", "2024-02-01", "0.85");

        Map<Long, BigDecimal> after = amounts();
        assertThat(february).hasSizeGreaterThan(10);
        assertThat(after).hasSameSizeAs(before);
        before.forEach((id, amount) -> {
            BigDecimal own = february.get(id);
            assertThat(after.get(id)).isEqualByComparingTo(own == null ? amount : own.multiply(new BigDecimal("0.85")));
        });
        assertThat(reconciliation.run().differences()).isEmpty();
        assertThat(countOf("fact_erasure")).isEqualTo(february.size());

        change("USD", "2024-02-01", null);
        assertThat(amounts().get(february.keySet().iterator().next())).isNotNull();
        assertThat(reconciliation.run().differences()).isEmpty();
        projection.rebuild();
        assertThat(reconciliation.run().differences()).isEmpty();
    }

    private long countOf(String table) {
        return database.sql("select count(*) from timeline." + table)
                .query(Long.class)
                .single();
    }

    @Test
    void aDifferenceInARateIsSeenByTheReconciliation() {
        change("USD", "2024-01-01", "0.9");
        sale("2024-05-10T10:00:00Z", "10", "6", "USD");
        projection.catchUp();
        // behind the door, so that nothing is copied again
        database.sql("update timeline.exchange_rate set rate = 0.91").update();
        assertThat(reconciliation.run().differences())
                .extracting(Reconciliation.Row::measure)
                .containsExactlyInAnyOrder("amount", "cost");
    }
}
