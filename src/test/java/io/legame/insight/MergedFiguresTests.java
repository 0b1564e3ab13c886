package io.legame.insight;

import static io.legame.insight.WarehouseTables.METRICS;
import static org.assertj.core.api.Assertions.assertThat;

import io.legame.customers.CustomerId;
import io.legame.customers.MergeId;
import io.legame.customers.MergeRequest;
import io.legame.customers.Merges;
import io.legame.testing.LegameTest;
import io.legame.testing.TestClock;
import io.legame.testing.TestDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jooq.Record;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever becomes one with another has the figures of both; separated again, each has those of before, to the letter. */
@LegameTest
class MergedFiguresTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
    private static final ZoneId ROME = ZoneId.of("Europe/Rome");

    @Autowired
    private JdbcClient database;

    @Autowired
    private Merges merges;

    @Autowired
    private Figures figures;

    @Autowired
    private Warehouse warehouse;

    @Autowired
    private RuleBook rules;

    @Autowired
    private TestClock clock;

    private Facts facts;
    private int shop;
    private int till;

    @BeforeEach
    void begin() {
        TestDatabase.clear(database, "duplicates", "customers", "catalogue", "timeline");
        database.sql("truncate insight.rules, insight.unit_cost, insight.closing cascade")
                .update();
        TestDatabase.skipIds(database, "customers.customer");
        clock.set(Instant.parse("2026-03-10T09:00:00Z"));
        facts = new Facts(database);
        facts.years(2024, 2025, 2026);
        shop = facts.touchpoint("Shop", "shop");
        till = facts.source("till");
    }

    private long customer(String email, List<String> days, String amount) {
        long customer = facts.customer(email);
        database.sql("update customers.customer set created_at = '2024-01-01' where id = ?")
                .param(customer)
                .update();
        for (String day : days) {
            facts.sale(customer, null, shop, till, amount, Instant.parse(day + "T10:00:00Z"));
        }
        facts.interaction(customer, Instant.parse("2026-01-05T10:00:00Z"), "request", shop, till);
        return customer;
    }

    @Test
    void mergingAndSeparatingLeavesEveryFigureRight() {
        long anna = customer("anna@example.com", List.of("2025-02-01", "2025-09-01", "2026-02-20"), "80");
        long annetta = customer("annetta@example.com", List.of("2024-12-01", "2025-11-11"), "35.50");
        long third = customer("c@example.com", List.of("2025-05-05"), "500");
        figures.catchUp();
        List<List<String>> before = FigureRows.of(warehouse);

        MergeId merge = merges.merge(MergeRequest.of(new CustomerId(anna), Set.of(new CustomerId(annetta))));
        figures.catchUp();
        Record row = warehouse.query(ask ->
                ask.selectFrom(METRICS).where(METRICS.CUSTOMER_ID.eq(anna)).fetchSingle());
        var naive = new NaiveFigures(database, rules.basis(), ROME, anna);
        assertThat(row.get(METRICS.ORDERS)).isEqualTo(5);
        assertThat(row.get(METRICS.REVENUE)).isEqualByComparingTo("311");
        assertThat(row.get(METRICS.FIRST_PURCHASE)).isEqualTo(LocalDate.of(2024, 12, 1));
        assertThat(row.get(METRICS.LOYALTY)).isEqualTo(naive.loyalty(TODAY));
        assertThat(row.get(METRICS.WINDOW_PROFIT)).isEqualByComparingTo(naive.profit(TODAY));
        assertThat(row.get(METRICS.WINDOW_RESPONSES)).isEqualTo(2);
        assertThat(Stage.of(row.get(METRICS.STAGE))).contains(naive.stage(TODAY));
        int others = warehouse.query(ask -> ask.fetchCount(METRICS));
        assertThat(others).isEqualTo(2);
        assertThat(FigureRows.of(warehouse).get(1)).noneMatch(span -> span.contains("'customer_id': " + annetta + ","));

        merges.undo(merge);
        figures.catchUp();
        assertThat(FigureRows.of(warehouse)).isEqualTo(before);
        assertThat(third).isPositive();
    }
}
