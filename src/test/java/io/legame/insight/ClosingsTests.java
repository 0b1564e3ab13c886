package io.legame.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.legame.customers.CustomerId;
import io.legame.platform.Refusal;
import io.legame.testing.LegameTest;
import io.legame.testing.TestClock;
import io.legame.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was told of a month stays, whatever is decided or comes in later; who falls is noticed once. */
@LegameTest
class ClosingsTests {
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 30);

    @Autowired
    private JdbcClient database;

    @Autowired
    private Figures figures;

    @Autowired
    private Closings closings;

    @Autowired
    private Falls falls;

    @Autowired
    private Tiers tiers;

    @Autowired
    private RuleBook rules;

    @Autowired
    private TestClock clock;

    private Facts facts;
    private int shop;
    private int till;

    @BeforeEach
    void begin() {
        TestDatabase.clear(database, "customers", "catalogue", "timeline");
        database.sql("truncate insight.rules, insight.unit_cost, insight.closing cascade")
                .update();
        facts = new Facts(database);
        facts.years(2024, 2025, 2026);
        shop = facts.touchpoint("Shop", "shop");
        till = facts.source("till");
        clock.set(Instant.parse("2026-04-20T08:00:00Z"));
    }

    @AfterEach
    void end() {
        database.sql("truncate insight.rules, insight.unit_cost, insight.closing cascade")
                .update();
    }

    private long buys(long customer, String amount, String day) {
        return facts.sale(customer, null, shop, till, amount, Instant.parse(day + "T10:00:00Z"));
    }

    private long regular(String email, String amount) {
        long customer = facts.customer(email);
        for (String day : List.of("2025-06-10", "2025-08-10", "2025-10-10", "2025-12-10", "2026-02-10", "2026-04-10")) {
            buys(customer, amount, day);
        }
        return customer;
    }

    @Test
    void aClosedMonthStaysAsItWasTold() {
        List<Long> customers = new java.util.ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            customers.add(regular("c" + i + "@example.com", String.valueOf(i * 10)));
        }
        closings.close();
        assertThat(closings.closings().getFirst().month()).isEqualTo(LocalDate.of(2026, 3, 31));

        clock.set(Instant.parse("2026-05-01T08:00:00Z"));
        closings.close();
        closings.close();
        var closed = closings.closings();
        assertThat(closed).extracting(Closings.Closing::month).containsExactly(APRIL, LocalDate.of(2026, 3, 31));
        var told = closed.getFirst().tiers();
        assertThat(told.values().stream().mapToLong(Closings.Told::customers).sum())
                .isEqualTo(20);
        // 6 × (10 + 20 + … + 200), each month with the five or six purchases of its window
        BigDecimal revenue = database.sql("select sum(amount) from timeline.purchase_line "
                        + "where occurred_at > '2025-05-01' and occurred_at < '2026-05-01'")
                .query(BigDecimal.class)
                .single();
        assertThat(told.values().stream().map(Closings.Told::revenue).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(revenue);

        // a fact that comes late moves its customer, and nobody else
        long poor = customers.getFirst();
        int platinum = tiers.months().getLast().of(Tier.PLATINUM);
        buys(poor, "5000", "2026-04-15");
        figures.catchUp();
        assertThat(tiers.months().getLast().month()).isEqualTo(APRIL);
        assertThat(tiers.months().getLast().of(Tier.PLATINUM)).isEqualTo(platinum + 1);
        assertThat(closings.closings().getFirst().tiers()).isEqualTo(told);

        // rules reach back to the first open day, not further
        assertThat(rules.openSince()).isEqualTo(LocalDate.of(2026, 5, 1));
        assertThatThrownBy(() -> rules.decide(RfmRules.DEFAULT, APRIL, "Ada"))
                .isInstanceOf(Refusal.class)
                .hasMessage("insight.rules.error.closed");
        assertThatThrownBy(() -> rules.decide(RfmRules.DEFAULT, LocalDate.of(2026, 5, 2), "Ada"))
                .isInstanceOf(Refusal.class)
                .hasMessage("insight.rules.error.future");
        List<Integer> before = counts();
        rules.decide(
                new TierRules(
                        12,
                        BigDecimal.ONE,
                        99,
                        98,
                        50,
                        1,
                        1,
                        1,
                        1,
                        6,
                        730,
                        365,
                        Tier.PLATINUM,
                        Tier.GOLD,
                        Tier.GOLD,
                        Tier.GOLD,
                        Tier.IRON,
                        Tier.IRON),
                null,
                "Ada");
        figures.catchUp();
        assertThat(counts()).as("April after other rules").isEqualTo(before);
        assertThat(tiers.overview().orElseThrow().of(Tier.PLATINUM).customers()).isLessThan(platinum);
    }

    private List<Integer> counts() {
        Tiers.Month april = tiers.months().stream()
                .filter(month -> month.month().equals(APRIL))
                .findFirst()
                .orElseThrow();
        return java.util.Arrays.stream(Tier.values()).map(april::of).toList();
    }

    @Test
    void aValuableCustomerWhoFallsIsNoticedOnceAMonth() {
        for (int i = 1; i <= 19; i++) {
            regular("c" + i + "@example.com", String.valueOf(i * 10));
        }
        long best = regular("best@example.com", "1000");
        clock.set(Instant.parse("2026-05-03T08:00:00Z"));
        closings.close();
        falls.notice();
        assertThat(falls.list(false, null, 10)).isEmpty();

        facts.sale(best, null, shop, till, "-5990", Instant.parse("2026-05-02T10:00:00Z"));
        falls.notice();
        falls.notice();
        assertThat(falls.list(false, null, 10)).singleElement().satisfies(fall -> {
            assertThat(fall.customer()).isEqualTo(new CustomerId(best));
            assertThat(fall.before()).isEqualTo(Tier.PLATINUM);
            assertThat(fall.tier()).isEqualTo(Tier.IRON);
            assertThat(fall.profit()).isEqualByComparingTo("10");
        });
        assertThat(falls.see(List.of(new CustomerId(best)), "Ada")).isEqualTo(1);
        falls.notice();
        assertThat(falls.count()).isZero();
        assertThat(falls.list(true, null, 10)).hasSize(1);
    }

    @Test
    void nothingIsClosedOfAPastThatWasBroughtIn() {
        long customer = facts.customer("ada@example.com");
        buys(customer, "100", "2024-05-10");
        closings.close();
        falls.notice();
        assertThat(closings.closings()).isEmpty();
        assertThat(falls.count()).isZero();
        assertThat(tiers.overview().orElseThrow().asOf()).isEqualTo(LocalDate.of(2024, 5, 10));
    }
}
