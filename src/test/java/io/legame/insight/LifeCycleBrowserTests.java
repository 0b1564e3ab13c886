package io.legame.insight;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.legame.testing.LegameTest;
import io.legame.testing.SignedIn;
import io.legame.testing.TestBrowser;
import io.legame.testing.TestClock;
import io.legame.testing.TestDatabase;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The life cycle in a real browser: looked at, set, and somebody let go. */
@LegameTest
class LifeCycleBrowserTests {
    @Autowired
    private JdbcClient database;

    @Autowired
    private Figures figures;

    @Autowired
    private RuleBook rules;

    @Autowired
    private SignedIn signedIn;

    @Autowired
    private TestClock clock;

    @AfterEach
    void forgetRules() {
        database.sql("truncate insight.rules, insight.closing, insight.unit_cost cascade")
                .update();
    }

    @ParameterizedTest
    @CsvSource({"1280,en,false", "390,it,true", "1280,it,true", "390,en,false"})
    void theLifeCycleIsSeenSetAndSomebodyLetGo(int width, String language, boolean dark) {
        aShopOfTwoYears();
        String name = "-" + width + "-" + language + (dark ? "-dark" : "");
        try (var visit = TestBrowser.visit(signedIn.url(""), width, language, dark)) {
            Page page = visit.page();
            signedIn.signIn(page);
            page.navigate("/insight/life-cycle");
            page.locator(".stage-card").first().waitFor();
            visit.screenshot("life-cycle" + name);
            assertThat(visit.scrollsSideways()).isFalse();

            page.locator("#passages-month").selectOption("2024-10");
            page.waitForURL(url -> url.contains("month=2024-10"));
            page.locator("#passages tbody a").first().click();
            page.locator(".data-table tbody tr").first().waitFor();
            visit.screenshotOfTheScreen("life-cycle-customers" + name);
            assertThat(visit.scrollsSideways()).isFalse();

            page.navigate("/insight/life-cycle/rules");
            page.locator("#rules-preview [data-moved='0']").waitFor();
            page.locator("#take-proposal").click();
            page.locator("#rules-preview [data-moved]:not([data-moved='0'])").waitFor();
            page.locator("#rule-dormantAfter").fill("2");
            page.locator("#rule-fault-dormantAfter:not(:empty)").waitFor();
            visit.screenshot("life-cycle-rules-fault" + name);
            page.locator("#rule-dormantAfter").fill("140");
            page.locator("#rules-preview [data-moved]").waitFor();
            page.locator(".bar-chart").waitFor();
            visit.screenshot("life-cycle-rules" + name);
            assertThat(visit.scrollsSideways()).isFalse();
            page.locator("#rules-form button[type=submit]").click();
            page.locator(".toast-note").first().waitFor();
            assertThat(rules.decisions(LifeCycleRules.class)).hasSize(1);

            long customer = database.sql("select min(id) from customers.customer")
                    .query(Long.class)
                    .single();
            page.navigate("/customers/" + customer);
            page.locator(".stage-panel .badge").waitFor();
            visit.screenshotOfTheScreen("life-cycle-card" + name);
            page.locator(".stage-panel a.btn").click();
            page.locator("#dismissal-reason").selectOption("costs");
            page.locator("#dismissal-note").fill("Phones every day and buys once a year.");
            visit.screenshot("dismissal" + name);
            assertThat(visit.scrollsSideways()).isFalse();
            page.locator("form.panel button[type=submit]").click();
            page.locator(".toast-note").first().waitFor();
            page.locator(".stage-panel .note").waitFor();
            visit.screenshotOfTheScreen("dismissed-card" + name);
            page.navigate("/insight/dismissals");
            visit.screenshot("dismissals" + name);
            assertThat(visit.scrollsSideways()).isFalse();
            assertThat(visit.complaints()).isEmpty();
        }
    }

    private void aShopOfTwoYears() {
        TestDatabase.clear(database, "customers", "catalogue", "timeline");
        forgetRules();
        clock.set(Instant.parse("2024-12-12T09:00:00Z"));
        var facts = new Facts(database);
        facts.years(2022, 2023, 2024);
        int shop = facts.touchpoint("Shop Milano", "shop");
        int till = facts.source("till");
        database.sql("""
                        insert into insight.unit_cost (kind, valid_from, amount, decided_at, decided_by)
                        values ('call', '2020-01-01', 8, now(), 'test')
                        """).update();
        database.sql("""
                        insert into customers.customer
                            (given_name, family_name, email, sort_name, keyed, source, created_at, updated_at)
                        select 'Maria Antonietta', 'Della Valle ' || i, 'maria' || i || '@example.com', 'della valle', true, 'test',
                            timestamptz '2023-01-01' + (i / 4) * interval '1 day', now()
                        from generate_series(1, 2400) i
                        """).update();
        database.sql("""
                        with bought as (
                            select id, nth, created_at + nth * (20 + id * 7919 % 140) * interval '1 day' as at,
                                12 + (id * 37 + nth * 11) % 90 as amount
                            from customers.customer, generate_series(0, 20) nth
                            where id % 7 > 0 and nth <= id * 104729 % 9 and id % 5 < 4),
                        entry as (
                            insert into timeline.interaction
                                (occurred_at, customer_id, kind, touchpoint_id, source_id, source_key, recorded_at)
                            select at, id, 'purchase', ?, ?, id || '-' || nth, now() from bought
                            where at < timestamptz '2024-12-12 09:00+00'
                            returning id, occurred_at, customer_id)
                        insert into timeline.purchase_line (interaction_id, occurred_at, line_key, customer_id, quantity,
                            unit_price, amount, cost)
                        select entry.id, occurred_at, '1', customer_id, 1, amount, amount, amount * 0.6
                        from entry join bought on bought.id = customer_id and bought.at = occurred_at
                        """).params(shop, till).update();
        database.sql("""
                        insert into timeline.interaction
                            (occurred_at, customer_id, kind, touchpoint_id, source_id, source_key, recorded_at)
                        select timestamptz '2024-06-01 10:00+00' + n * interval '1 day', id, 'call', ?, ?, id || '-call-' || n, now()
                        from customers.customer, generate_series(1, 6) n where id % 11 = 1
                        """).params(shop, till).update();
        figures.catchUp();
        signedIn.account(SignedIn.ADMINISTRATOR, "Ada Amministra", "ADMINISTRATOR");
    }
}
