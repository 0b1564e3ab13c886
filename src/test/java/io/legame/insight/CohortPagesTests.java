package io.legame.insight;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.legame.testing.Answer;
import io.legame.testing.LegameTest;
import io.legame.testing.SignedIn;
import io.legame.testing.TestClock;
import io.legame.testing.TestDatabase;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people and programs see of the cohorts. */
@LegameTest
class CohortPagesTests {
    @Autowired
    private JdbcClient database;

    @Autowired
    private Projection projection;

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
        facts.years(2023, 2024);
        shop = facts.touchpoint("Shop Milano", "shop");
        facts.touchpoint("E-shop", "online");
        till = facts.source("till");
    }

    private void buys(@Nullable Long customer, String day, String amount) {
        facts.sale(customer, null, shop, till, amount, Instant.parse(day + "T10:00:00Z"));
    }

    /** Three begin in March; one of them comes back in May. One begins in June, which is not over. */
    private void threeAndOne() {
        long ada = facts.customer("ada@example.com");
        buys(ada, "2024-03-02", "100");
        buys(ada, "2024-05-02", "1200.50");
        // nobody's record lacks the key in a segment, but here it may
        buys(facts.customer(null), "2024-03-31", "20");
        buys(facts.customer("bob@example.com"), "2024-03-15", "30");
        buys(facts.customer("new@example.com"), "2024-06-19", "5");
        projection.catchUp();
    }

    @Test
    void anEmptyPageSaysWhatItIsForAndOffersTheNextStep() {
        projection.catchUp();
        assertThat(signedIn.administrator().get("/insight/cohorts").body())
                .contains("Do customers come back?", "href=\"/intake/new\"");
        assertThat(signedIn.as("ANALYST").get("/insight/cohorts/periods").body())
                .contains("No purchases yet");
    }

    @Test
    void theTableHasEveryCohortAndTheMean() {
        threeAndOne();
        String page = signedIn.as("MARKETING").get("/insight/cohorts").body();
        assertThat(page).contains("Mar 2024", ">33.3%<", "1 of 3 bought, €1,200.50", "Weighted mean", "20 Jun 2024");
        assertThat(page).contains("<svg", "/insight/cohorts/export?format=xlsx");
        String part = signedIn.as("MARKETING")
                .with("HX-Request", "true")
                .get("/insight/cohorts?by=year&measure=cumulative&channel=shop")
                .body();
        assertThat(part).startsWith("<div id=\"cohorts\">").contains("€338.88", "First channel: Shop");
        assertThat(signedIn.as("MARKETING")
                        .get("/insight/cohorts?channel=online")
                        .body())
                .contains("Nobody began like that");
    }

    @Test
    void aCellOpensTheListOfItsCustomers() {
        threeAndOne();
        var marketing = signedIn.as("MARKETING");
        assertThat(listed(marketing.get("/insight/cohorts"), "33.3%")).contains("\"atLeast\":1");
        assertThat(count(listed(marketing.get("/insight/cohorts"), "33.3%"))).isEqualTo("one customer");
        assertThat(count(listed(marketing.get("/insight/cohorts"), "100.0%"))).startsWith("3 ");
        assertThat(count(listed(marketing.get("/insight/cohorts?who=missing"), "33.3%")))
                .startsWith("2 ");
        assertThat(signedIn.as("MARKETING").get("/insight/cohorts?who=missing").body())
                .doesNotContain(">100.0%</a>");
    }

    @Test
    void whereTheListWouldHaveAnotherNumberACellOpensNone() {
        threeAndOne();
        buys(facts.customer("gift@example.com"), "2024-03-02", "0");
        projection.catchUp();
        assertThat(signedIn.as("MARKETING").get("/insight/cohorts").body())
                .contains("given goods for nothing", ">33.3%</td>")
                .doesNotContain("/customers?filter");
    }

    private static String listed(Answer page, String number) {
        var link = Pattern.compile("href=\"(/customers\\?filter=[^\"]*)\">" + Pattern.quote(number) + "<")
                .matcher(page.body());
        assertThat(link.find()).as(page.body()).isTrue();
        return URLDecoder.decode(link.group(1), UTF_8);
    }

    private String count(String address) {
        String filter = address.substring(address.indexOf('=') + 1);
        String path = "/customers/count?filter=" + URLEncoder.encode(filter, UTF_8);
        return signedIn.as("MARKETING")
                .get(path)
                .body()
                .replaceAll("<[^>]*>", "")
                .strip();
    }

    @Test
    void theTableIsHandedOutAndToldInTheAudit() {
        threeAndOne();
        var file = signedIn.as("ANALYST").get("/insight/cohorts/export?format=csv&measure=revenue");
        assertThat(file.body().lines())
                .startsWith("\uFEFFFirst purchase,Customers,0,1,2,3", "2024-03,3,150.00,0.00,1200.50,0.00");
        assertThat(signedIn.token("insight:view")
                        .get("/api/v1/insight/cohorts/export?format=xlsx")
                        .body())
                .startsWith("PK");
        assertThat(database.sql("select count(*) from access.audit_entry where action = 'insight.exported'")
                        .query(Long.class)
                        .single())
                .isGreaterThanOrEqualTo(2);
        assertThat(signedIn.token("insight:view")
                        .get("/api/v1/insight/cohorts/export?format=pdf")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void programsGetTheSameNumbers() {
        threeAndOne();
        var program = signedIn.token("insight:view");
        assertThat(program.get("/api/v1/insight/cohorts?by=quarter").body())
                .contains(
                        "\"by\":\"quarter\"",
                        "\"until\":\"2024-06-20\"",
                        "\"cohort\":\"2024-Q1\",\"from\":\"2024-01-01\",\"to\":\"2024-03-31\",\"customers\":3",
                        "\"retained\":0.333333",
                        "\"cumulativeRevenuePerCustomer\":450.166667",
                        "\"running\":true");
        assertThat(program.get("/api/v1/insight/periods").body())
                .contains("\"period\":\"2024-05\",\"customers\":1,\"newCustomers\":0,\"orders\":1,\"lines\":1");
        assertThat(program.get("/api/v1/insight/cohorts?by=week").status()).isEqualTo(422);
        assertThat(program.get("/api/v1/insight/cohorts?after=many").body()).contains("Between 1 and 36");
        assertThat(program.get("/api/v1/insight/cohorts?last=May").status()).isEqualTo(422);
        assertThat(signedIn.token("customers:view")
                        .get("/api/v1/insight/cohorts")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void eachPeriodSaysWhoIsNew() {
        threeAndOne();
        assertThat(signedIn.as("SALES")
                        .get("/insight/cohorts/periods?by=month&after=6")
                        .body())
                .contains("Mar 2024", "€1,200.50", "Average order");
    }
}
