package io.legame.insight;

import static org.assertj.core.api.Assertions.assertThat;

import io.legame.testing.LegameTest;
import io.legame.testing.SignedIn;
import io.legame.testing.TestBrowser;
import io.legame.testing.TestClock;
import io.legame.testing.TestDatabase;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The panels and the warehouse's page in a real browser, on a desk and on a phone, in two languages. */
@LegameTest
class InsightBrowserTests {
    @Autowired
    private JdbcClient database;

    @Autowired
    private Projection projection;

    @Autowired
    private SignedIn signedIn;

    @Autowired
    private TestClock clock;

    @ParameterizedTest
    @CsvSource({"1280,it", "390,en"})
    void theNumbersFitTheScreen(int width, String language) {
        long ada = aShopWithTwoYearsOfSales();
        projection.catchUp();
        signedIn.account(SignedIn.ADMINISTRATOR, "Ada Amministra", "ADMINISTRATOR");
        try (var visit = TestBrowser.visit(signedIn.url(""), width, language)) {
            var page = visit.page();
            signedIn.signIn(page);
            page.navigate("/");
            page.locator(".bar-chart svg").first().waitFor();
            page.locator(".kpi-value").first().waitFor();
            visit.screenshot("insight-home-" + width + "-" + language);
            assertThat(visit.scrollsSideways()).isFalse();

            page.navigate("/customers/" + ada);
            page.locator("section[aria-label] .kpi-value").first().waitFor();
            visit.screenshot("insight-value-" + width + "-" + language);

            page.navigate("/insight/warehouse");
            page.locator("form[action$=reconciliation] button").click();
            page.locator("#warehouse-state table:has(.badge)").waitFor();
            visit.screenshot("insight-warehouse-" + width + "-" + language);
            assertThat(visit.scrollsSideways()).isFalse();
            assertThat(page.locator("#warehouse-state .bg-danger").count()).isZero();
            assertThat(visit.complaints()).isEmpty();
        }
    }

    private long aShopWithTwoYearsOfSales() {
        TestDatabase.clear(database, "customers", "catalogue", "timeline");
        clock.set(Instant.parse("2024-12-20T09:00:00Z"));
        var facts = new Facts(database);
        facts.years(2022, 2023, 2024);
        int shop = facts.touchpoint("Shop Milano", "shop");
        int till = facts.source("till");
        long ada = facts.customer("ada@example.com");
        for (int day = 0; day < 700; day += 5) {
            Instant at = Instant.parse("2023-01-10T10:00:00Z").plusSeconds(day * 86_400L);
            facts.sale(day % 3 == 0 ? ada : null, null, shop, till, String.valueOf(800 + day % 90 * 13), at);
        }
        facts.sale(ada, null, shop, till, "-120.5", Instant.parse("2024-11-02T10:00:00Z"));
        return ada;
    }
}
