package io.legame.duplicates.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.legame.customers.Customers;
import io.legame.duplicates.Distinctions;
import io.legame.duplicates.Duplicates;
import io.legame.duplicates.Proposal;
import io.legame.duplicates.TestPeople;
import io.legame.testing.LegameTest;
import io.legame.testing.SignedIn;
import io.legame.testing.TestBrowser;
import io.legame.testing.TestBrowser.Visit;
import io.legame.testing.TestClock;
import io.legame.testing.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the marketing office sees of its duplicates and does about them, in a real browser. */
@LegameTest
class DuplicatesBrowserTests {
    @Autowired
    private Customers customers;

    @Autowired
    private Duplicates duplicates;

    @Autowired
    private Distinctions distinctions;

    @Autowired
    private SignedIn signedIn;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void begin() {
        TestDatabase.clear(database, "timeline", "customers", "duplicates");
        TestDatabase.skipIds(database, "duplicates.scan");
        TestDatabase.skipIds(database, "duplicates.automatic_merge");
    }

    private Visit administrator(int width, String language, boolean dark) {
        Visit visit = TestBrowser.visit(signedIn.url(""), width, language, dark);
        visit.context().setDefaultTimeout(30_000);
        signedIn.signIn(visit.page());
        return visit;
    }

    private static void look(Visit visit, String name) {
        visit.screenshot(name);
        assertThat(visit.scrollsSideways()).as(name).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1280,it-IT,false", "1280,en-GB,true", "390,it-IT,true", "390,en-GB,false"})
    void fromTheSearchToTheMergeAndBack(int width, String language, boolean dark) {
        TestPeople.italian(customers, 900, 14);
        long before = customers.count().all();
        clock.advance(Duration.ofMinutes(1));
        String name = "-" + width + "-" + language.substring(0, 2) + (dark ? "-dark" : "");
        try (Visit visit = administrator(width, language, dark)) {
            Page page = visit.page();
            page.navigate("/duplicates");
            look(visit, "duplicates-first" + name);
            page.locator("form[action='/duplicates/scan'] .btn-primary").click();
            page.locator(".proposals").waitFor();
            assertThat(page.locator("#scan-status progress")).hasCount(0);
            look(visit, "duplicates" + name);
            Proposal surest = duplicates.open(null, 1).getFirst();
            assertThat(page.locator(".proposals .row-link").first())
                    .hasAttribute("href", "/duplicates/" + surest.id().value());
            page.locator(".proposals tr[hx-get]").scrollIntoViewIfNeeded();
            assertThat(page.locator(".proposals tr[hx-get]")).hasCount(0);
            assertThat(page.locator(".proposals .row-link")).hasCount(duplicates.openCount());

            page.navigate("/duplicates/automatic");
            page.locator(".chips a").nth(3).click();
            assertThat(page.locator(".chips a").nth(3)).hasAttribute("aria-current", "true");
            look(visit, "duplicates-automatic" + name);
            clock.advance(Duration.ofMinutes(1));
            page.locator("form[action='/duplicates/automatic'] .btn-primary").click();
            page.locator("#automatic-status form[action$='/undo']").waitFor();
            look(visit, "duplicates-merged" + name);
            assertThat(customers.count().all()).isLessThan(before);
            page.locator("#automatic-status form[action$='/undo'] button").click();
            assertThat(page.locator("#automatic-status form")).hasCount(0);
            assertThat(page.locator("#automatic-status progress")).hasCount(0);
            look(visit, "duplicates-taken-back" + name);
            assertThat(customers.count().all()).isEqualTo(before);

            distinctions.different(surest.members());
            page.navigate("/duplicates/different");
            look(visit, "duplicates-different" + name);
            page.locator("form[action='/duplicates/different/undo'] button")
                    .first()
                    .click();
            assertThat(page.locator(".empty-state")).hasCount(1);
            look(visit, "duplicates-none-different" + name);
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void whoMayOnlyLookBeginsNothing() {
        assertThat(signedIn.as("SHOP").get("/duplicates").status()).isEqualTo(403);
        var agent = signedIn.as("SUPPORT");
        assertThat(agent.get("/duplicates").body()).doesNotContain("action=\"/duplicates/scan\"");
        assertThat(agent.post("/duplicates/scan").status()).isEqualTo(403);
        assertThat(agent.get("/duplicates/automatic").status()).isEqualTo(403);
        assertThat(agent.get("/duplicates/different").status()).isEqualTo(200);
        assertThat(duplicates.scan()).isEmpty();
    }

    @Test
    void withoutCustomersThePageSaysWhatToDo() {
        assertThat(signedIn.administrator().get("/duplicates").body()).contains("href=\"/intake/new\"");
    }
}
