package io.legame.insight;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.legame.customers.CustomerId;
import io.legame.testing.LegameTest;
import io.legame.testing.SignedIn;
import io.legame.testing.TestBrowser;
import io.legame.testing.TestClock;
import io.legame.testing.TestDatabase;
import io.legame.testing.Visitor;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a card says of a customer's worth, why, and what programs are told of it. */
@LegameTest
class StandingTests {
    private static final Instant TODAY = Instant.parse("2026-03-20T09:00:00Z");

    @Autowired
    private JdbcClient database;

    @Autowired
    private Figures figures;

    @Autowired
    private Warehouse warehouse;

    @Autowired
    private CustomerStandings standings;

    @Autowired
    private SignedIn signedIn;

    @Autowired
    private TestClock clock;

    private Facts facts;
    private int shop;
    private int phone;
    private int till;

    /** Ten ordinary customers, so that there is somebody to be compared with: profits of 10, 20 … 100. */
    @BeforeEach
    void aShop() {
        forget();
        // kept segments would ask for facts meanwhile
        TestDatabase.clear(database, "customers", "catalogue", "timeline", "segments");
        database.sql("insert into insight.unit_cost (kind, valid_from, amount, decided_at, decided_by) "
                        + "values ('call', '2020-01-01', 5, now(), 'test')")
                .update();
        clock.set(TODAY);
        facts = new Facts(database);
        facts.years(2023, 2024, 2025, 2026);
        shop = facts.touchpoint("Shop Milano", "shop");
        phone = facts.touchpoint("Call centre", "phone");
        till = facts.source("till");
        for (int i = 1; i <= 10; i++) {
            sale(facts.customer("c" + i + "@example.com"), 10 * i, 100);
        }
    }

    @AfterEach
    void forget() {
        database.sql("truncate insight.rules, insight.unit_cost, insight.closing cascade")
                .update();
    }

    private long sale(long customer, int amount, int daysAgo) {
        return facts.sale(customer, null, shop, till, String.valueOf(amount), before(daysAgo));
    }

    private void call(long customer, int daysAgo) {
        facts.interaction(customer, before(daysAgo), "call", phone, till);
    }

    private static Instant before(int daysAgo) {
        return TODAY.minusSeconds(86_400L * daysAgo);
    }

    private CustomerStanding of(long customer) {
        figures.catchUp();
        return standings.of(new CustomerId(customer)).orElseThrow();
    }

    private String card(long customer) {
        figures.catchUp();
        return signedIn.as("SHOP").get("/insight/customers/" + customer).body();
    }

    @Test
    void whoeverIsRankedIsToldByWhat() {
        long loyal = facts.customer("loyal@example.com");
        for (int month = 0; month < 12; month++) {
            sale(loyal, 40, 5 + 30 * month);
        }
        sale(loyal, 10, 730);
        long large = facts.customer("large@example.com");
        sale(large, 800, 340);
        long little = facts.customer("little@example.com");
        sale(little, 3, 340);
        assertThat(card(loyal))
                .contains("Platinum: a profit of €480.00 in 12 months is high, more than that of 8", "and loyalty is");
        assertThat(card(large))
                .contains("Gold: a profit of €800.00 in 12 months is high", "but loyalty is", "(loyal from 50)");
        assertThat(card(little)).contains("Iron: a profit of €3.00 in 12 months is little", "(good from 50 %, today €");
        assertThat(of(large).reason()).isInstanceOfSatisfying(TierReason.Ranked.class, ranked -> {
            assertThat(ranked.band()).isEqualTo(TierReason.Band.HIGH);
            assertThat(ranked.fromPercent()).isEqualTo(80);
            assertThat(ranked.loyal()).isFalse();
        });
    }

    @Test
    void aLossIsToldWithItsMarginAndItsCost() {
        long dear = facts.customer("dear@example.com");
        sale(dear, 8, 20);
        call(dear, 10);
        call(dear, 11);
        assertThat(card(dear))
                .contains("Piombo: a loss of €2.00 in 12 months: a margin of €8.00 against €10.00 of cost to serve.");
    }

    @Test
    void whoeverNeverBoughtIsToldSo() {
        long stranger = facts.customer("stranger@example.com");
        call(stranger, 10);
        long old = facts.customer("old@example.com");
        call(old, 500);
        call(old, 10);
        long silent = facts.customer("silent@example.com");
        assertThat(card(stranger))
                .contains("In no tier: never bought, and cost €5.00 in 12 months; that may be for 365");
        assertThat(card(old)).contains("Piombo: never bought, and cost €5.00 in 12 months", "but we have known them");
        assertThat(card(silent)).contains("In no tier: never bought, and cost nothing in the last 12 months.");
    }

    @Test
    void whoeverDidNothingInTheWindowIsToldSo() {
        long gone = facts.customer("gone@example.com");
        sale(gone, 90, 500);
        assertThat(card(gone)).contains("In no tier: bought nothing and cost nothing in the last 12 months.");
        assertThat(of(gone).months().getFirst().tier()).isNotNull();
        assertThat(of(gone).months().getLast().tier()).isNull();
    }

    /** The reason and the tier are computed apart: they must never contradict each other. */
    @Test
    void theReasonGoesWithTheTier() {
        long exact = facts.customer("exact@example.com");
        sale(exact, 100, 100);
        long dear = facts.customer("dear@example.com");
        sale(dear, 5, 20);
        call(dear, 10);
        figures.catchUp();
        for (long id : database.sql("select id from customers.customer")
                .query(Long.class)
                .list()) {
            CustomerStanding standing = of(id);
            Tier told = switch (standing.reason()) {
                case TierReason.NeverBought never -> null;
                case TierReason.Nothing nothing -> null;
                case TierReason.Loss loss -> Tier.PIOMBO;
                case TierReason.Ranked ranked ->
                    switch (ranked.band()) {
                        case HIGH -> ranked.loyal() ? Tier.PLATINUM : Tier.GOLD;
                        case GOOD -> Tier.GOLD;
                        case LITTLE -> Tier.IRON;
                    };
            };
            assertThat(standing.tier()).as("%s", standing.reason()).isEqualTo(told);
        }
    }

    @Test
    void giftsAreNoOrdersAnywhere() {
        long ada = facts.customer("ada@example.com");
        sale(ada, 50, 40);
        facts.sale(ada, null, shop, till, "0", before(10));
        facts.sale(ada, null, shop, till, "-20", before(5));
        CustomerStanding standing = of(ada);
        assertThat(standing.orders()).isEqualTo(1);
        assertThat(standing.averageOrder()).isEqualByComparingTo("50");
        assertThat(standing.lastPurchase()).isEqualTo("2026-02-08");
        assertThat(signedIn.as("SHOP")
                        .get("/insight/households?customers=" + ada)
                        .body())
                .contains("€30.00", "one purchase");
    }

    @Test
    void theCardReadsNoFactsUntilSomebodyOpensTheBreakdown() {
        long ada = facts.customer("ada@example.com");
        sale(ada, 50, 40);
        call(ada, 3);
        figures.catchUp();
        AskedQueries asked = AskedQueries.of(warehouse);
        assertThat(signedIn.as("SHOP").get("/insight/customers/" + ada).body()).contains("€50.00");
        assertThat(asked.inTrino()).isNotEmpty().noneMatch(query -> query.matches("(?s).*\\b(line|interaction)\\b.*"));
        assertThat(signedIn.as("SHOP")
                        .get("/insight/customers/" + ada + "/breakdown")
                        .body())
                .contains("Shop", "Phone", "no category", "100.0%");
    }

    @Test
    void programsAreToldEverythingInTheirLanguage() {
        long ada = facts.customer("ada@example.com");
        sale(ada, 8, 20);
        call(ada, 10);
        call(ada, 11);
        figures.catchUp();
        Visitor program = signedIn.token("insight:customers").with("Accept-Language", "it");
        String answer = program.get("/api/v1/customers/" + ada + "/metrics").body();
        assertThat(answer)
                .contains(
                        "\"tier\":\"piombo\"",
                        "Piombo: una perdita di",
                        "\"orders\":1",
                        "\"contacts\":2",
                        "\"frequencyScore\":",
                        "\"stage\":\"new\"");
        assertThat(program.status(
                        program.request("/api/v1/customers/4711/metrics").GET()))
                .isEqualTo(404);
    }

    @Test
    void programsSeeTiersAndScoresAndDecideRulesAndCosts() {
        call(facts.customer("new@example.com"), 3);
        figures.catchUp();
        Visitor program = signedIn.token("insight:view", "insight:decide");
        assertThat(program.get("/api/v1/insight/tiers").body()).contains("\"tier\":\"platinum\"", "\"customers\":11");
        assertThat(program.get("/api/v1/insight/tiers/months").body()).contains("\"month\":\"2026-02-28\"");
        assertThat(program.get("/api/v1/insight/tiers/migration").body()).contains("\"from\":\"2026-02-28\"");
        assertThat(program.get("/api/v1/insight/tiers/migration?from=2026-02-27")
                        .status())
                .isEqualTo(422);
        assertThat(program.get("/api/v1/insight/rfm").body()).contains("\"scored\":10", "\"kind\":\"quintiles\"");

        assertThat(program.json("POST", "/api/v1/insight/rules/tiers/preview", "{\"rules\":{\"highFrom\":90}}")
                        .body())
                .contains("\"changed\":0", "{\"in\":\"platinum\",\"before\":", "\"in\":null", "\"profitBefore\":");
        assertThat(program.json("POST", "/api/v1/insight/rules/rfm/preview", "{\"rules\":{\"months\":1}}")
                        .body())
                .contains("{\"in\":\"champions\",\"before\":", "\"window\":null");
        assertThat(program.json("POST", "/api/v1/insight/rules/tiers", "{\"rules\":{\"highFrom\":90}}")
                        .status())
                .isEqualTo(201);
        assertThat(program.get("/api/v1/insight/rules/tiers").body()).contains("\"highFrom\":90", "\"goodFrom\":50");
        assertThat(program.json("POST", "/api/v1/insight/rules/tiers", "{\"rules\":{\"goodFrom\":95}}")
                        .body())
                .contains("High profit must begin above good profit");
        assertThat(program.json("POST", "/api/v1/insight/rules/rfm", "{\"rules\":{\"recency\":[1,2,null,4]}}")
                        .status())
                .isEqualTo(422);
        assertThat(program.json("POST", "/api/v1/insight/rules/rfm", "{\"rules\":{\"recncy\":[1,2,3,4]}}")
                        .body())
                .contains("“recncy” is no rule");
        assertThat(program.json("POST", "/api/v1/insight/rules/tiers", "{\"rules\":{\"high\":\"TIN\"}}")
                        .status())
                .isEqualTo(422);
        assertThat(program.get("/api/v1/insight/rules/moods").status()).isEqualTo(404);

        assertThat(program.json(
                                "POST",
                                "/api/v1/insight/costs/preview",
                                "{\"costs\":[{\"kind\":\"call\",\"amount\":7.5}]}")
                        .body())
                .contains("\"costBefore\":5.0000,\"cost\":7.5000");
        assertThat(program.json(
                                "POST",
                                "/api/v1/insight/costs",
                                "{\"from\":\"2026-03-01\",\"costs\":[{\"kind\":\"call\",\"amount\":7.5}],\"roles\":{\"fax\":\"response\"}}")
                        .status())
                .isEqualTo(201);
        assertThat(program.get("/api/v1/insight/costs").body()).contains("\"amount\":7.5", "\"kind\":\"fax\"");
        assertThat(program.json("POST", "/api/v1/insight/costs", "{\"costs\":[{\"kind\":\"call\",\"amount\":-1}]}")
                        .body())
                .contains("not less than zero");
        database.sql("delete from insight.contact_kind where kind = 'fax'").update();
    }

    @ParameterizedTest
    @CsvSource({"1280,en,false", "390,it,true", "1280,it,true", "390,en,false"})
    void theCardSaysWhoStandsInFront(int width, String language, boolean dark) {
        long ada = facts.customer("ada@example.com");
        long bike = facts.product("Road bike", "Bikes");
        for (int month = 0; month < 14; month++) {
            facts.sale(ada, month % 3 == 0 ? null : bike, shop, till, "42.50", before(5 + 30 * month));
        }
        facts.sale(ada, null, shop, till, "-20", before(4));
        sale(ada, 10, 730);
        call(ada, 9);
        facts.interaction(ada, before(8), "click", phone, till);
        figures.catchUp();
        try (var visit = TestBrowser.visit(signedIn.url(""), width, language, dark)) {
            Page page = visit.page();
            signedIn.signIn(page);
            page.navigate("/customers/" + ada);
            page.locator(".standing .kpis").waitFor();
            String shot = width + "-" + language + (dark ? "-dark" : "-light");
            visit.screenshot("standing-" + shot);
            page.locator(".standing details").nth(0).locator("summary").click();
            page.locator(".standing details").nth(1).locator("summary").click();
            page.locator(".standing-breakdown").waitFor();
            visit.screenshot("standing-open-" + shot);
            assertThat(visit.scrollsSideways()).isFalse();
            assertThat(page.locator(".standing-head").innerText())
                    .contains(language.equals("it") ? "Platino: un profitto di" : "Platinum: a profit of");
            assertThat(visit.complaints()).isEmpty();
        }
        assertThat(of(ada).window().profit()).isEqualByComparingTo(new BigDecimal("485.00"));
    }
}
