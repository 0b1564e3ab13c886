package io.legame.insight;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import io.legame.testing.LegameTest;
import io.legame.testing.SignedIn;
import io.legame.testing.TestBrowser;
import io.legame.testing.TestClock;
import io.legame.testing.TestDatabase;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The cohorts in a real browser, on a desk and on a phone, light and dark, in two languages. */
@LegameTest
class CohortBrowserTests {
    @Autowired
    private JdbcClient database;

    @Autowired
    private Projection projection;

    @Autowired
    private SignedIn signedIn;

    @Autowired
    private TestClock clock;

    @ParameterizedTest
    @CsvSource({"1280,it,false", "390,en,true", "1280,en,true", "390,it,false"})
    void theTableFitsTheScreen(int width, String language, boolean dark) {
        aShopOfTwoYears();
        String name = "-" + width + "-" + language + (dark ? "-dark" : "");
        try (var visit = TestBrowser.visit(signedIn.url(""), width, language, dark)) {
            var page = visit.page();
            signedIn.signIn(page);
            page.navigate("/insight/cohorts");
            page.locator("#cohort-table tbody tr").first().waitFor();
            visit.screenshot("cohorts" + name);
            assertThat(visit.scrollsSideways()).isFalse();

            page.locator(".cohort-frame").evaluate("frame => frame.scrollLeft = 400");
            var first = page.locator("#cohort-table tbody th").first().boundingBox();
            var frame = page.locator(".cohort-frame").boundingBox();
            assertThat(first.x).isBetween(frame.x, frame.x + 2);
            page.locator(".cohort-frame").scrollIntoViewIfNeeded();
            visit.screenshotOfTheScreen("cohorts-scrolled" + name);

            page.locator("#cohort-measure").selectOption("cumulative");
            page.waitForURL(url -> url.contains("measure=cumulative"));
            page.locator("#cohort-by").selectOption("quarter");
            page.waitForURL(url -> url.contains("by=quarter"));
            assertThat(page.url()).contains("measure=cumulative");
            visit.screenshot("cohorts-cumulative" + name);

            page.navigate("/insight/cohorts/periods");
            visit.screenshot("cohorts-periods" + name);
            assertThat(visit.scrollsSideways()).isFalse();
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void theAddressKeepsTheChoiceAndTheBackButtonTakesItBack() {
        aShopOfTwoYears();
        try (var visit = TestBrowser.visit(signedIn.url(""), 1280, "en")) {
            var page = visit.page();
            signedIn.signIn(page);
            page.navigate("/insight/cohorts");
            page.locator("#cohort-measure").selectOption("customers");
            page.waitForURL(url -> url.contains("measure=customers"));
            page.locator("#cohort-caption:has-text(\"Customers who bought\")").waitFor();
            page.goBack();
            page.locator("#cohort-caption:has-text(\"Retention\")").waitFor();
            assertThat(page.locator("#cohort-measure").inputValue()).isEqualTo("retained");
            page.locator("a:has-text(\"Earlier\")").click();
            page.locator("a:has-text(\"Later\")").waitFor();
            assertThat(page.url()).contains("last=");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            visit.screenshot("cohorts-print");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
            page.locator("#cohort-table td a").nth(1).click();
            page.locator("#customer-rows").waitFor();
            assertThat(visit.complaints()).isEmpty();
        }
    }

    /** Two hundred begin in each month; fewer and fewer of them come back, more of those who began late. */
    private void aShopOfTwoYears() {
        TestDatabase.clear(database, "customers", "catalogue", "timeline");
        clock.set(Instant.parse("2024-12-12T09:00:00Z"));
        var facts = new Facts(database);
        facts.years(2022, 2023, 2024);
        int shop = facts.touchpoint("Shop Milano", "shop");
        facts.touchpoint("E-shop", "online");
        facts.product("Road-150 Red, 62", "Biciclette da corsa e accessori per il ciclismo");
        int till = facts.source("till");
        database.sql("""
                        insert into customers.customer
                            (given_name, family_name, email, sort_name, keyed, source, created_at, updated_at)
                        select 'Ada', 'Rossi ' || i, 'ada' || i || '@example.com', 'rossi', true, 'test', now(), now()
                        from generate_series(1, 2400) i
                        """).update();
        database.sql("""
                        with began as (
                            select id, row_number() over (order by id) * 20 / 2400 as month from customers.customer),
                        bought as (
                            select id, later, timestamptz '2023-04-03 10:00+00' + (month + later) * interval '1 month' as at,
                                12 + (id * 37 + later * 11) % 90 as amount
                            from began, generate_series(0, 20) later
                            where later = 0 or (id * 7919 + later * 104729) % 100 < 20 + month - later),
                        entry as (
                            insert into timeline.interaction
                                (occurred_at, customer_id, kind, touchpoint_id, source_id, source_key, recorded_at)
                            select at, id, 'purchase', ?, ?, id || '-' || later, now() from bought
                            where at < timestamptz '2024-12-12 09:00+00'
                            returning id, occurred_at, customer_id)
                        insert into timeline.purchase_line (interaction_id, occurred_at, line_key, customer_id, quantity,
                            unit_price, amount)
                        select entry.id, occurred_at, '1', customer_id, 1, amount, amount
                        from entry join bought on bought.id = customer_id and bought.at = occurred_at
                        """).params(shop, till).update();
        projection.catchUp();
        signedIn.account(SignedIn.ADMINISTRATOR, "Ada Amministra", "ADMINISTRATOR");
    }
}
