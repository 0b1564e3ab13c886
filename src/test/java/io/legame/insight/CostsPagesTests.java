package io.legame.insight;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.legame.testing.LegameTest;
import io.legame.testing.SignedIn;
import io.legame.testing.TestBrowser;
import io.legame.testing.TestClock;
import io.legame.testing.TestDatabase;
import io.legame.testing.Visitor;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What serving customers costs: seen, tried, decided from a day on, and told again. */
@LegameTest
class CostsPagesTests {
    private static final Instant TODAY = Instant.parse("2026-03-20T09:00:00Z");

    @Autowired
    private JdbcClient database;

    @Autowired
    private Figures figures;

    @Autowired
    private RuleBook rules;

    @Autowired
    private ServiceCosts costs;

    @Autowired
    private SignedIn signedIn;

    @Autowired
    private TestClock clock;

    private Visitor visitor;

    @BeforeEach
    void aShop() {
        forget();
        TestDatabase.clear(database, "customers", "catalogue", "timeline");
        clock.set(TODAY);
        var facts = new Facts(database);
        facts.years(2024, 2025, 2026);
        int shop = facts.touchpoint("Shop Milano", "shop");
        int phone = facts.touchpoint("Call centre", "phone");
        int till = facts.source("till");
        for (int i = 1; i <= 40; i++) {
            long customer = facts.customer("c" + i + "@example.com");
            facts.sale(customer, null, shop, till, String.valueOf(10 + 3 * i), TODAY.minusSeconds(86_400L * (5 + i)));
            for (int call = 0; call < i % 4; call++) {
                facts.interaction(customer, TODAY.minusSeconds(86_400L * (3 + call * 9)), "call", phone, till);
            }
            if (i % 8 == 0) {
                facts.interaction(customer, TODAY.minusSeconds(86_400L * 12), "visit", shop, till);
                facts.interaction(customer, TODAY.minusSeconds(86_400L * 13), "fax", shop, till);
            }
            facts.interaction(customer, TODAY.minusSeconds(86_400L * 500), "call", phone, till);
        }
        facts.interaction(null, TODAY.minusSeconds(86_400L), "call", phone, till);
        figures.catchUp();
        visitor = signedIn.administrator();
        visitor.get("/insight/costs");
    }

    @AfterEach
    void forget() {
        database.sql("truncate insight.rules, insight.unit_cost, insight.closing cascade")
                .update();
        database.sql("delete from insight.contact_kind where kind = 'fax'").update();
    }

    @Test
    void everyKindThatHappenedIsThereWithItsCountAndCost() {
        assertThat(call().interactions()).isEqualTo(60);
        assertThat(costs.overview().of("fax").interactions()).isEqualTo(5);
        visitor.post(
                "/insight/costs", "all:call", "4,5", "on:shop:visit", "20", "role:fax", "response", "since", "always");
        figures.catchUp();
        assertThat(call().cost()).isEqualByComparingTo("270");
        assertThat(costs.overview().of("visit").cost()).isEqualByComparingTo("100");
        assertThat(costs.overview().cost()).isEqualByComparingTo(costToServe());
        assertThat(rules.roles()).containsEntry("fax", ContactRole.RESPONSE);
        assertThat(visitor.get("/insight/costs").body()).contains("270.00", "fax");
    }

    @Test
    void aCostCountsFromItsDayOnAndAChannelGoesFirst() {
        visitor.post("/insight/costs", "all:call", "1", "since", "always");
        visitor.post("/insight/costs", "all:call", "3", "since", "day", "from", "2026-03-10");
        visitor.post(
                "/insight/costs",
                "all:call",
                "3",
                "other:call",
                "phone",
                "otherCost:call",
                "5",
                "since",
                "day",
                "from",
                "2026-03-19");
        figures.catchUp();
        // calls of the 17th, 8th and 27th of the month before
        assertThat(call().cost()).isEqualByComparingTo(new BigDecimal(30 * 3 + 20 + 10));
        assertThat(call().unit("phone")).isEqualByComparingTo("5");
        visitor.post("/insight/costs", "all:call", "3", "on:phone:call", "", "since", "day", "from", "2026-03-19");
        assertThat(call().unit("phone")).isNull();
        assertThat(rules.costs()).hasSize(4);
        assertThat(visitor.get("/insight/costs").body()).contains("as all channels", "the beginning");
    }

    @Test
    void whatIsNotChangedIsNotDecidedAgain() {
        visitor.post("/insight/costs", "all:call", "1", "all:visit", "", "since", "always");
        visitor.post("/insight/costs", "all:call", "1.00", "all:visit", "", "since", "always");
        assertThat(rules.costs())
                .singleElement()
                .satisfies(decision -> assertThat(decision.cost().validFrom()).isEqualTo(LocalDate.of(1, 1, 1)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "all:call | -1 | not less than zero",
                "all:call | four | “four” is no number",
                "all:call | 1e30 | cannot cost more than",
                "all:call | 0.00001 | at most four decimals",
                "on:smoke:call | 1 | “smoke” is no channel",
                "role:call | friend | “friend” is none of"
            })
    void whatCannotBeIsRefusedInASentence(String field, String value, String sentence) {
        var refused = visitor.post("/insight/costs", field, value, "since", "always");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains(sentence);
        if (!field.startsWith("role")) {
            if (field.startsWith("all")) {
                assertThat(refused.body())
                        .as("what was written is still there")
                        .contains("name=\"" + field + "\" value=\"" + value + "\"");
            }
            assertThat(visitor.post("/insight/costs/preview", field, value).body())
                    .contains(sentence);
        }
        assertThat(rules.costs()).isEmpty();
    }

    @Test
    void aClosedMonthStaysAsItWasTold() {
        database.sql("insert into insight.closing (month, closed_at) values ('2026-02-28', now())")
                .update();
        assertThat(visitor.post("/insight/costs", "all:call", "1", "since", "day", "from", "2026-02-10")
                        .body())
                .contains("closed", "before 1 Mar 2026", "name=\"all:call\" value=\"1\"", "value=\"2026-02-10\"");
        visitor.post("/insight/costs", "all:call", "1", "since", "always");
        assertThat(rules.costs().getFirst().cost().validFrom()).isEqualTo("2026-03-01");
        assertThat(visitor.post("/insight/costs", "all:call", "2", "since", "day", "from", "2026-03-01")
                        .status())
                .isEqualTo(302);
    }

    @Test
    void whatIsDecidedLastCountsFromItsDayOn() {
        visitor.post("/insight/costs", "all:call", "1", "since", "day", "from", "2026-03-15");
        visitor.post("/insight/costs", "all:call", "2", "since", "always");
        figures.catchUp();
        assertThat(call().unit()).isEqualByComparingTo("2");
        assertThat(call().cost()).isEqualByComparingTo("120");
        assertThat(rules.costs()).hasSize(2);
    }

    @Test
    void whoMayOnlyLookSeesNoForm() {
        Visitor seller = signedIn.as("SHOP");
        assertThat(seller.get("/insight/costs").body())
                .contains("Call")
                .doesNotContain("name=\"all:call\"", "Save these costs");
    }

    @ParameterizedTest
    @CsvSource({"1280,en,false", "390,it,true"})
    void costsAreTriedAndThenDecided(int width, String language, boolean dark) {
        try (var visit = TestBrowser.visit(signedIn.url(""), width, language, dark)) {
            Page page = visit.page();
            signedIn.signIn(page);
            page.navigate("/insight/costs");
            page.locator("#tier-effect table").waitFor();
            page.locator("input[name='all:call']").fill(language.equals("it") ? "12,5" : "12.5");
            page.locator("#tier-effect tr:has(.tier-piombo) td:nth-child(4):has-text('+')")
                    .waitFor();
            page.locator("details:has(input[name='on:shop:visit']) summary").click();
            page.locator("input[name='on:shop:visit']").fill("30");
            page.locator("#tier-effect .effect-sums :text('900'), #tier-effect .effect-sums :text('750')")
                    .first()
                    .waitFor();
            String shot = width + "-" + language + (dark ? "-dark" : "-light");
            visit.screenshot("costs-" + shot);
            assertThat(visit.scrollsSideways()).isFalse();
            page.locator("input[name='all:call']").fill("-3");
            page.locator("#tier-effect .alert-danger").waitFor();
            page.locator("input[name='all:call']").fill("12");
            page.locator("#tier-effect .effect-changed").waitFor();
            page.locator("#costs button.btn-primary").click();
            page.locator(".toast-note").first().waitFor();
            visit.screenshot("costs-decided-" + shot);
            assertThat(call().unit()).isEqualByComparingTo("12");
            assertThat(visit.complaints()).isEmpty();
        }
    }

    private ServiceCosts.Service call() {
        return costs.overview().of("call");
    }

    private BigDecimal costToServe() {
        return database.sql("""
                        select sum(case kind when 'call' then 4.5 when 'visit' then 20 else 0 end)
                        from timeline.interaction where customer_id is not null and occurred_at > timestamp '2025-03-21'
                        """).query(BigDecimal.class).single();
    }
}
