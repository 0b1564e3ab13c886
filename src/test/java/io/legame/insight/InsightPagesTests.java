package io.legame.insight;

import static org.assertj.core.api.Assertions.assertThat;

import io.legame.customers.CustomerId;
import io.legame.testing.LegameTest;
import io.legame.testing.SignedIn;
import io.legame.testing.TestClock;
import io.legame.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people see of the warehouse: a customer's value, the company's numbers, and the administrator's page. */
@LegameTest
class InsightPagesTests {
    @Autowired
    private JdbcClient database;

    @Autowired
    private Projection projection;

    @Autowired
    private CustomerValues values;

    @Autowired
    private CompanyFigures company;

    @Autowired
    private Figures figures;

    @Autowired
    private SignedIn signedIn;

    @Autowired
    private TestClock clock;

    private Facts facts;
    private int shop;
    private int till;

    @BeforeEach
    void begin() {
        TestDatabase.clear(database, "customers", "catalogue", "timeline");
        clock.set(Instant.parse("2024-06-20T09:00:00Z"));
        facts = new Facts(database);
        facts.years(2021, 2022, 2023, 2024);
        shop = facts.touchpoint("Shop Milano", "shop");
        till = facts.source("till");
    }

    private void sale(@Nullable Long customer, String at, String quantity, String amount, @Nullable String cost) {
        Instant instant = Instant.parse(at);
        String kind = quantity.startsWith("-") ? "return" : "purchase";
        long interaction = facts.interaction(customer, instant, kind, shop, till);
        facts.line(interaction, instant, customer, null, quantity, amount, cost);
    }

    @Test
    void aCustomersValueIsWhatPlainSqlSays() {
        long ada = facts.customer("ada@example.com");
        sale(ada, "2021-02-01T10:00:00Z", "2", "100.0000", "60");
        sale(ada, "2023-12-31T23:30:00Z", "1", "19.9900", "10"); // the next year in Rome
        sale(ada, "2024-03-01T10:00:00Z", "-1", "-50.0000", "-30");
        sale(null, "2024-03-02T10:00:00Z", "1", "7", "1");
        projection.catchUp();

        CustomerValue value = values.of(new CustomerId(ada));

        BigDecimal revenue = database.sql("select sum(amount) from timeline.purchase_line where customer_id = ?")
                .param(ada)
                .query(BigDecimal.class)
                .single();
        assertThat(value.revenue()).isEqualByComparingTo(revenue).isEqualByComparingTo("69.99");
        assertThat(value.orders()).isEqualTo(2);
        assertThat(value.averageOrder()).isEqualByComparingTo("59.995");
        assertThat(value.returns()).isEqualTo(1);
        assertThat(value.returned()).isEqualByComparingTo("50");
        assertThat(value.firstPurchase()).isEqualTo(LocalDate.of(2021, 2, 1));
        assertThat(value.lastPurchase()).isEqualTo(LocalDate.of(2024, 1, 1));
        assertThat(value.margin()).isEqualByComparingTo("29.99");
        assertThat(value.years())
                .extracting(CustomerValue.Year::year, year -> year.revenue().doubleValue())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2021, 100.0),
                        org.assertj.core.groups.Tuple.tuple(2022, 0.0),
                        org.assertj.core.groups.Tuple.tuple(2023, 0.0),
                        org.assertj.core.groups.Tuple.tuple(2024, -30.01));
        figures.catchUp();
        assertThat(signedIn.as("SHOP").get("/insight/customers/" + ada).body()).contains("69.99");
        assertThat(signedIn.as("SHOP")
                        .get("/insight/customers/" + ada + "/breakdown")
                        .body())
                .contains("Revenue by year", "119.99");
    }

    @Test
    void theMarginIsNotGuessed() {
        long ada = facts.customer("ada@example.com");
        sale(ada, "2024-02-01T10:00:00Z", "1", "10", "6");
        sale(ada, "2024-02-02T10:00:00Z", "1", "10", null);
        projection.catchUp();
        assertThat(values.of(new CustomerId(ada)).margin()).isNull();
        assertThat(values.of(new CustomerId(4711)).orders()).isZero();
    }

    @Test
    void theHeadlineCountsEverybodysRevenue() {
        long ada = facts.customer("ada@example.com");
        facts.customer("bob@example.com");
        sale(ada, "2024-06-19T10:00:00Z", "1", "100", null);
        sale(null, "2023-07-01T10:00:00Z", "1", "20", null);
        sale(ada, "2023-06-01T10:00:00Z", "1", "60", null);
        projection.catchUp();

        var headline = company.headline();

        assertThat(headline.customers()).isEqualTo(2);
        assertThat(headline.withEmail()).isEqualTo(2);
        assertThat(headline.withPhone()).isZero();
        assertThat(headline.buyers()).isEqualTo(1);
        assertThat(headline.revenue()).isEqualByComparingTo("120");
        assertThat(headline.revenueBefore()).isEqualByComparingTo("60");
        assertThat(headline.growth()).isEqualTo(1.0);
        assertThat(headline.past()).isFalse();
        assertThat(company.months())
                .hasSize(24)
                .last()
                .isEqualTo(new CompanyFigures.Month(YearMonth.of(2024, 6), new BigDecimal("100.0000")));
    }

    @Test
    void oldDataAreSeenFromTheirOwnLastDay() {
        sale(null, "2021-11-05T10:00:00Z", "1", "5", null);
        projection.catchUp();
        assertThat(company.headline().until()).isEqualTo(LocalDate.of(2021, 11, 5));
        assertThat(company.headline().revenue()).isEqualByComparingTo("5");
        assertThat(signedIn.as("ANALYST").get("/insight/home/figures").body()).contains("5 Nov 2021");
    }

    @Test
    void anAdministratorComparesAndRebuilds() throws Exception {
        sale(facts.customer("ada@example.com"), "2024-06-19T10:00:00Z", "1", "100", null);
        projection.catchUp();
        var administrator = signedIn.administrator();
        assertThat(administrator.get("/insight/warehouse").body()).contains("Freshness");
        var api = signedIn.token("insight:operate");
        assertThat(api.post("/api/v1/warehouse/reconcile").body()).contains("\"agrees\":true");
        assertThat(api.post("/api/v1/warehouse/rebuild").status()).isEqualTo(202);
        assertThat(api.get("/api/v1/warehouse").body()).contains("secondsBehind");
        assertThat(administrator.get("/insight/warehouse").body()).contains("hold the same", "Interactions · Purchase");
        assertThat(signedIn.as("MARKETING").get("/insight/warehouse").status()).isEqualTo(403);
        assertThat(signedIn.token("insight:view").get("/api/v1/warehouse").status())
                .isEqualTo(403);
    }

    @Test
    void whoWatchesOverTheNodeReadsItsMetrics() {
        projection.catchUp();
        company.headline();

        var metrics = signedIn.token("insight:operate").get("/api/v1/metrics");

        assertThat(metrics.status()).isEqualTo(200);
        assertThat(metrics.body())
                .containsPattern("legame_warehouse_seconds_behind [0-9.]+")
                .containsPattern("legame_warehouse_bytes [0-9.E]+")
                .containsPattern("legame_warehouse_questions_seconds_count\\{.*outcome=\"answered\"} [1-9]")
                .contains("legame_warehouse_questions_now", "legame_warehouse_rows_copied_total", "jvm_memory");
        assertThat(signedIn.token("insight:view").get("/api/v1/metrics").status())
                .isEqualTo(403);
        assertThat(signedIn.administrator().get("/actuator/prometheus").status())
                .isEqualTo(404);
    }
}
