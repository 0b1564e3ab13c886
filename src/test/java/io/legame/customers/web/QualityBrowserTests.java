package io.legame.customers.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.legame.customers.CustomerDraft;
import io.legame.customers.CustomerField;
import io.legame.customers.Customers;
import io.legame.customers.DataQuality;
import io.legame.customers.DirtyCustomers;
import io.legame.testing.LegameTest;
import io.legame.testing.SignedIn;
import io.legame.testing.TestBrowser;
import io.legame.testing.TestBrowser.Visit;
import io.legame.testing.TestClock;
import io.legame.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the marketing office sees of the quality of its data and does about it, in a real browser. */
@LegameTest
class QualityBrowserTests {
    @Autowired
    private Customers customers;

    @Autowired
    private DataQuality quality;

    @Autowired
    private SignedIn signedIn;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void begin() {
        TestDatabase.clear(database, "timeline", "customers");
    }

    private void yearsOfDirt() {
        Instant today = Instant.parse("2026-03-10T09:00:00Z");
        for (int month = 9; month >= 0; month--) {
            clock.set(today.minus(Duration.ofDays(30L * month)));
            customers.upsert(
                    month % 3 == 0 ? "cassa-milano-corso-buenos-aires" : "e-shop",
                    new DirtyCustomers(month).drafts(60 + (9 - month) * 25));
            quality.count();
        }
        customers.upsert(
                "e-shop",
                List.of(CustomerDraft.of(Map.of(
                        CustomerField.NUMBER, "long",
                        CustomerField.GIVEN_NAME, "Maria Antonietta Ludovica",
                        CustomerField.FAMILY_NAME, "Della Valle-Montecuccoli degli Erri",
                        CustomerField.EMAIL, "maria.antonietta.ludovica.della.valle.montecuccoli@gmial.com"))));
        quality.count();
    }

    private Visit administrator(int width, String language, boolean dark) {
        Visit visit = TestBrowser.visit(signedIn.url(""), width, language, dark);
        signedIn.signIn(visit.page());
        return visit;
    }

    @ParameterizedTest
    @CsvSource({"1280,it-IT,false", "1280,en-GB,true", "390,it-IT,true", "390,en-GB,false"})
    void thePagesReadWellOnEveryScreen(int width, String language, boolean dark) {
        yearsOfDirt();
        String name = "-" + width + "-" + language.substring(0, 2) + (dark ? "-dark" : "");
        try (Visit visit = administrator(width, language, dark)) {
            Page page = visit.page();
            look(visit, "/customers/quality", "quality" + name);
            look(visit, "/customers/quality?source=e-shop", "quality-source" + name);
            look(visit, "/customers/quality/flags/email/typo", "quality-flags" + name);
            look(visit, "/customers/quality/flags/phone/impossible", "quality-left-out" + name);
            look(visit, "/customers/quality/incomplete", "quality-incomplete" + name);
            page.navigate("/customers/quality/corrections");
            assertThat(page.locator("#rule-proposals .spinner")).hasCount(0);
            look(visit, "/customers/quality/corrections", "quality-corrections" + name);
            page.locator(".correction-group a").first().click();
            visit.screenshot("quality-correction-new" + name);
            assertThat(visit.scrollsSideways()).isFalse();
            page.locator("form[action='/customers/quality/corrections'] .btn-primary")
                    .click();
            assertThat(page.locator("#correction-status progress")).hasCount(0);
            visit.screenshot("quality-correction-done" + name);
            assertThat(visit.scrollsSideways()).isFalse();
            page.locator("form[action$='/undo'] button").click();
            assertThat(page.locator("#correction-status form")).hasCount(0);
            assertThat(page.locator("#correction-status progress")).hasCount(0);
            look(visit, "/customers/quality/corrections", "quality-corrections-past" + name);
            look(visit, "/customers/uniformity", "uniformity" + name);
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"1280,it-IT,false", "390,en-GB,true"})
    void anotherKeyIsChosenAfterALookAtWhatItDoes(int width, String language, boolean dark) {
        yearsOfDirt();
        database.sql("update customers.settings set unique_key = 'email'").update();
        clock.advance(Duration.ofMinutes(1));
        String name = "-" + width + "-" + language.substring(0, 2) + (dark ? "-dark" : "");
        try (Visit visit = administrator(width, language, dark)) {
            Page page = visit.page();
            page.navigate("/customers/quality/key");
            assertThat(page.locator(".key-choices tbody tr")).hasCount(5);
            visit.screenshot("key" + name);
            assertThat(visit.scrollsSideways()).isFalse();
            page.locator("a[href='/customers/quality/key/phone']").click();
            visit.screenshot("key-new" + name);
            assertThat(visit.scrollsSideways()).isFalse();
            page.locator("form[action='/customers/quality/key'] .btn-primary").click();
            assertThat(page.locator(".key-past .badge-good")).hasCount(1);
            assertThat(page.locator("#key-status progress")).hasCount(0);
            assertThat(page.locator(".key-choices tbody tr")).hasCount(5);
            visit.screenshot("key-changed" + name);
            assertThat(visit.scrollsSideways()).isFalse();
            page.locator("a[href='/customers/quality/key/email']").click();
            page.locator("form[action='/customers/quality/key'] .btn-primary").click();
            assertThat(page.locator(".key-past .badge-good")).hasCount(2);
            assertThat(visit.complaints()).isEmpty();
        }
    }

    private static void look(Visit visit, String path, String name) {
        visit.page().navigate(path);
        visit.screenshot(name);
        assertThat(visit.scrollsSideways()).as(name).isFalse();
    }

    @Test
    void aValueIsCorrectedKeptAndGivenBackInItsRowByTheKeyboard() {
        customers.upsert(
                "shop",
                List.of(
                        CustomerDraft.of(Map.of(CustomerField.NUMBER, "1", CustomerField.EMAIL, "anna@gmial.com")),
                        CustomerDraft.of(Map.of(CustomerField.NUMBER, "2", CustomerField.EMAIL, "luca@gmial.com"))));
        try (Visit visit = administrator(1280, "en-GB", false)) {
            Page page = visit.page();
            page.navigate("/customers/quality/flags/email/typo");
            page.locator("tbody tr").first().locator("button").first().focus();
            page.keyboard().press("Enter");
            assertThat(page.locator("tbody tr").first()).containsText("corrected");
            page.locator("tbody tr").nth(1).locator("button").nth(1).focus();
            page.keyboard().press("Enter");
            assertThat(page.locator("tbody tr").nth(1)).containsText("kept");
            visit.screenshot("quality-flags-decided-1280-en");
            page.locator("tbody tr").nth(1).locator("button").click();
            assertThat(page.locator("tbody tr").nth(1)).containsText("Keep as it is");
            page.reload();
            assertThat(page.locator("tbody tr")).hasCount(1);
            assertThat(visit.complaints()).isEmpty();
        }
        assertThat(database.sql("select email from customers.customer order by id")
                        .query(String.class)
                        .list())
                .containsExactly("anna@gmail.com", "luca@gmial.com");
    }

    @Test
    void aRuleIsSwitchedInItsPlace() {
        try (Visit visit = administrator(1280, "en-GB", false)) {
            Page page = visit.page();
            page.navigate("/customers/uniformity");
            page.locator("#rule-person_names-off").click();
            assertThat(page.locator("#rule-person_names-off")).hasAttribute("aria-pressed", "true");
            assertThat(database.sql("select rules_off::text from customers.settings")
                            .query(String.class)
                            .single())
                    .isEqualTo("{person_names}");
            page.locator("#rule-person_names-on").click();
            assertThat(page.locator("#rule-person_names-on")).hasAttribute("aria-pressed", "true");
            assertThat(visit.complaints()).isEmpty();
        }
        assertThat(database.sql("select action from access.audit_entry where subject_type = 'rule' order by id")
                        .query(String.class)
                        .list())
                .endsWith("customers.ruleSwitchedOff", "customers.ruleSwitchedOn");
    }

    @ParameterizedTest
    @CsvSource({"1280,en-GB", "390,it-IT"})
    void onAnEmptyBaseEveryPageSaysWhatToDoNext(int width, String language) {
        try (Visit visit = administrator(width, language, false)) {
            String name = "-empty-" + width;
            look(visit, "/customers/quality", "quality" + name);
            look(visit, "/customers/quality/incomplete", "quality-incomplete" + name);
            visit.page().navigate("/customers/quality/corrections");
            assertThat(visit.page().locator("#rule-proposals .spinner")).hasCount(0);
            look(visit, "/customers/quality/corrections", "quality-corrections" + name);
            look(visit, "/customers/quality/flags/email/typo", "quality-flags" + name);
            look(visit, "/customers/uniformity", "uniformity" + name);
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void whoOnlyLooksSeesNoButtonsThatChange() {
        customers.upsert(
                "shop",
                List.of(CustomerDraft.of(Map.of(CustomerField.NUMBER, "1", CustomerField.EMAIL, "a@gmial.com"))));
        var analyst = signedIn.as("ANALYST");
        assertThat(analyst.get("/customers/quality").body()).doesNotContain("/customers/quality/corrections");
        assertThat(analyst.get("/customers/quality/flags/email/typo").body())
                .contains("a@gmial.com")
                .doesNotContain("/flags/email/keep");
        assertThat(analyst.get("/customers/quality/corrections").status()).isEqualTo(403);
        assertThat(signedIn.as("MARKETING").get("/customers/uniformity").status())
                .isEqualTo(403);
        assertThat(signedIn.as("MARKETING")
                        .get("/customers/quality/corrections")
                        .status())
                .isEqualTo(200);
    }
}
