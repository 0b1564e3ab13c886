package io.legame.insight;

import static org.assertj.core.api.Assertions.assertThat;

import io.legame.customers.CustomerId;
import io.legame.testing.LegameTest;
import io.legame.testing.SignedIn;
import io.legame.testing.TestClock;
import io.legame.testing.TestDatabase;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people and programs see and set of the life cycle. */
@LegameTest
class LifeCyclePagesTests {
    @Autowired
    private JdbcClient database;

    @Autowired
    private Figures figures;

    @Autowired
    private Dismissals dismissals;

    @Autowired
    private RuleBook rules;

    @Autowired
    private SignedIn signedIn;

    @Autowired
    private TestClock clock;

    private Facts facts;
    private int shop;
    private int till;

    @BeforeEach
    void begin() {
        TestDatabase.clear(database, "customers", "catalogue", "timeline", "access");
        forgetRules();
        clock.set(Instant.parse("2025-10-15T10:00:00Z"));
        facts = new Facts(database);
        facts.years(2024, 2025);
        shop = facts.touchpoint("Shop", "shop");
        till = facts.source("till");
    }

    @AfterEach
    void forgetRules() {
        database.sql("truncate insight.rules, insight.closing cascade").update();
    }

    private long buyer(String email, String... days) {
        long customer = facts.customer(email);
        for (String day : days) {
            facts.sale(customer, null, shop, till, "100", Instant.parse(day + "T10:00:00Z"));
        }
        return customer;
    }

    @Test
    void anEmptyPageSaysWhatItIsFor() {
        figures.catchUp();
        assertThat(signedIn.administrator().get("/insight/life-cycle").body()).contains("Where do customers stand?");
    }

    @Test
    void everyNumberLeadsToItsCustomers() {
        long fresh = buyer("new@example.com", "2025-10-01");
        buyer("old@example.com", "2025-01-10", "2025-07-10");
        buyer("sleepy@example.com", "2025-05-01");
        figures.catchUp();
        var marketing = signedIn.as("MARKETING");
        String page = marketing.get("/insight/life-cycle").body();
        assertThat(page)
                .contains(
                        "/insight/life-cycle/customers?stage=new",
                        "/insight/life-cycle/customers?coming=dormant&amp;days=30",
                        "Oct 2025",
                        "part stage-new",
                        "from=none&amp;to=new");
        assertThat(marketing.get("/insight/life-cycle/customers?stage=new").body())
                .contains("/customers/" + fresh, "€100.00", "one customer");
        assertThat(marketing
                        .get("/insight/life-cycle/customers?to=at_risk&from=active&after=2025-09-30&until=2025-10-31")
                        .body())
                .contains("Active → At risk", "one customer");
        for (String wrong :
                new String[] {"stage=loud", "coming=lost&days=0", "to=new&after=x", "", "stage=new&position=x"}) {
            assertThat(marketing.get("/insight/life-cycle/customers?" + wrong).status())
                    .as(wrong)
                    .isEqualTo(422);
        }
        assertThat(marketing.get("/insight/life-cycle?month=May").status()).isEqualTo(422);
    }

    @Test
    void theFormSaysAtEachFieldWhatIsWrongAndPreviewsWhatIsRight() {
        buyer("a@example.com", "2025-09-20");
        figures.catchUp();
        var marketing = signedIn.as("MARKETING");
        marketing.get("/insight/life-cycle/rules");
        String faults = marketing
                .post(
                        "/insight/life-cycle/rules/preview",
                        "newDays",
                        "many",
                        "loyalPurchases",
                        "1",
                        "loyalWithin",
                        "365",
                        "atRiskAfter",
                        "30",
                        "dormantAfter",
                        "20",
                        "lostAfter",
                        "365",
                        "since",
                        "day",
                        "from",
                        "")
                .body();
        assertThat(faults)
                .contains(
                        "id=\"rule-fault-newDays\" hx-swap-oob=\"true\">A whole number is needed.",
                        "id=\"rule-fault-loyalPurchases\" hx-swap-oob=\"true\">Loyal customers buy on 2 to 100 days.",
                        "id=\"rule-fault-from\" role=\"alert\" hx-swap-oob=\"true\">Choose the day");
        assertThat(marketing
                        .post("/insight/life-cycle/rules", "atRiskAfter", "200", "dormantAfter", "180")
                        .status())
                .isEqualTo(422);
        String[] quick = {"newDays", "10", "atRiskAfter", "30", "dormantAfter", "40", "lostAfter", "50"};
        assertThat(marketing.post("/insight/life-cycle/rules/preview", quick).body())
                .contains("One customer would be in another stage.", "data-moved=\"1\"");
        assertThat(rules.decisions(LifeCycleRules.class)).isEmpty();
        assertThat(marketing.post("/insight/life-cycle/rules", quick).status()).isEqualTo(302);
        assertThat(rules.decisions(LifeCycleRules.class)).hasSize(1);
        assertThat(marketing.get("/insight/life-cycle/rules").body())
                .contains("at risk after 30, dormant after 40, lost after 50", "the beginning", "MARKETING");
        assertThat(signedIn.as("ANALYST").get("/insight/life-cycle/rules").status())
                .isEqualTo(403);
    }

    @Test
    void theCardSaysWhereTheCustomerStandsAndWhatComesNext() {
        long customer = buyer("a@example.com", "2025-10-01");
        figures.catchUp();
        var assistant = signedIn.as("SHOP");
        String panel =
                assistant.get("/insight/customers/" + customer + "/stage").body();
        assertThat(panel).contains("New", "since 1 Oct 2025", "Active on 30 Nov 2025 if nothing is bought");
        assertThat(panel).doesNotContain("Dismiss…");
        assertThat(assistant.get("/timeline/customers/" + customer).body())
                .contains("Became a new customer")
                .doesNotContain("Is at risk");
        assertThat(assistant
                        .get("/insight/customers/" + customer + "/dismissal")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aDismissalIsDecidedUndoneAndListed() {
        long customer = buyer("a@example.com", "2025-10-01");
        figures.catchUp();
        var marketing = signedIn.as("MARKETING");
        String path = "/insight/customers/" + customer + "/dismissal";
        assertThat(marketing.get(path).body())
                .contains("Dismiss Ada Rossi", "value=\"2025-10-15\"", "This customer brings more than they cost.");
        assertThat(marketing.post(path, "from", "2025-10-15").body()).contains("Choose why the customer is let go.");
        assertThat(marketing.post(path, "reason", "other").body()).contains("Say in the note");
        assertThat(marketing.post(path, "reason", "costs", "from", "soon").status())
                .isEqualTo(422);
        var done = marketing.post(path, "reason", "behaviour", "note", "shouted", "from", "2025-10-15");
        assertThat(done.status()).isEqualTo(302);
        Dismissal dismissal = dismissals.current(new CustomerId(customer)).orElseThrow();
        assertThat(dismissal.winBack()).isFalse();
        assertThat(dismissal.by()).isEqualTo("MARKETING");
        assertThat(marketing.get("/customers/" + customer).body())
                .contains("Ada Rossi is dismissed.", "/insight/dismissals/" + dismissal.id() + "/withdraw");
        assertThat(marketing.get("/insight/dismissals").body())
                .contains("Ada Rossi", "Behaviour towards our people", "shouted", "Take in again");
        assertThat(signedIn.as("SHOP")
                        .get("/insight/customers/" + customer + "/stage")
                        .body())
                .contains("Do not win back.")
                .doesNotContain("shouted");
        marketing.post("/insight/dismissals/" + dismissal.id() + "/withdraw");
        assertThat(dismissals.current(new CustomerId(customer))).isEmpty();
        assertThat(marketing.get("/insight/dismissals").body()).contains("Nobody was let go");
    }

    @Test
    void programsDoTheSame() {
        long customer = buyer("a@example.com", "2025-09-20");
        figures.catchUp();
        var program = signedIn.token("insight:decide", "insight:view");
        String path = "/api/v1/customers/" + customer + "/dismissal";
        assertThat(program.json("POST", path, "{\"reason\": \"fit\", \"winBack\": true}")
                        .body())
                .contains("\"from\":\"2025-10-15\"", "\"winBack\":true");
        assertThat(program.json("POST", path, "{\"reason\": \"fit\"}").status()).isEqualTo(409);
        assertThat(program.json("POST", path, "{\"reason\": \"boredom\"}").status())
                .isEqualTo(422);
        assertThat(program.get(path).body()).contains("\"marginForgone\":100", "\"reason\":\"fit\"");
        assertThat(program.get("/api/v1/insight/dismissals").body()).contains("\"customers\":1", "Ada Rossi");
        assertThat(program.json("DELETE", path, "").status()).isEqualTo(200);
        String numbers = "\"newDays\":5,\"loyalPurchases\":3,\"loyalWithin\":100,\"atRiskAfter\":10,"
                + "\"dormantAfter\":15,\"lostAfter\":20";
        String decided = "{\"rules\":{" + numbers + "},\"from\":\"2025-10-01\"}";
        assertThat(program.json("POST", "/api/v1/insight/rules/life_cycle/preview", decided)
                        .body())
                .contains("\"changed\":1", "{\"in\":\"lost\",\"before\":0,\"after\":1}");
        assertThat(rules.decisions(LifeCycleRules.class)).isEmpty();
        assertThat(program.json("POST", "/api/v1/insight/rules/life_cycle", decided)
                        .status())
                .isEqualTo(201);
        figures.catchUp();
        assertThat(program.get("/api/v1/insight/life-cycle").body())
                .contains("\"day\":\"2025-10-15\"", "{\"stage\":\"lost\",\"customers\":1,");
        assertThat(program.get("/api/v1/insight/rules/life_cycle").body()).contains("\"validFrom\":\"2025-10-01\"");
        assertThat(program.get("/api/v1/insight/life-cycle/rhythm").body()).contains("\"within\":{\"50\":");
        assertThat(program.get("/api/v1/insight/life-cycle/passages?after=2025-09-30&until=2025-10-15")
                        .body())
                .contains("\"to\":\"lost\",\"customers\":1");
    }
}
