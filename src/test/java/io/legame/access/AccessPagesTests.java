package io.legame.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.legame.testing.LegameTest;
import io.legame.testing.SignedIn;
import io.legame.testing.TestBrowser;
import io.legame.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages as people see them, in Chromium, on a desk and on a phone, in both languages. */
@LegameTest
class AccessPagesTests {
    @Autowired
    private SignedIn signedIn;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void beginFromNothing() {
        TestDatabase.clear(database, "access", "timeline");
        database.sql("delete from platform.company").update();
    }

    @ParameterizedTest
    @CsvSource({"1280,en", "390,en", "1280,it", "390,it"})
    void theFirstVisitorBecomesTheAdministrator(int width, String language) {
        String name = "-" + width + "-" + language;
        try (var visit = TestBrowser.visit(signedIn.url(""), width, language)) {
            var page = visit.page();
            page.navigate("/customers");
            assertThat(page.url()).endsWith("/welcome");
            visit.screenshot("welcome" + name);
            assertThat(visit.scrollsSideways()).isFalse();

            page.locator("#country").selectOption("GB");
            page.waitForCondition(() -> page.locator("#currency").inputValue().equals("GBP"));
            assertThat(page.locator("#timeZone").inputValue()).isEqualTo("Europe/London");

            page.locator("#name").fill("Ada Lovelace");
            page.locator("#email").fill("Ada@Example.com");
            page.locator("#new-password").fill(SignedIn.PASSWORD);
            page.locator("#repeated").fill("something else entirely");
            page.locator("#company").fill("Engines & Sons");
            page.locator("main button[type=submit].btn-primary").click();
            assertThat(page.locator(".note-bad").innerText()).isNotBlank();
            assertThat(page.locator("#company").inputValue()).isEqualTo("Engines & Sons");
            visit.screenshot("welcome-problem" + name);

            page.locator("#new-password").fill(SignedIn.PASSWORD);
            page.locator("#repeated").fill(SignedIn.PASSWORD);
            page.locator("main button[type=submit].btn-primary").click();
            page.waitForURL(url -> !url.contains("/welcome"));
            visit.screenshot("welcome-done" + name);
            assertThat(page.locator(".brand-name").textContent()).contains("Engines & Sons");
            assertThat(visit.complaints())
                    .as("an answer of 422 is the only thing to complain about")
                    .allMatch(problem -> problem.contains("422"));
        }
    }

    @ParameterizedTest
    @CsvSource({"1280,en", "390,en", "1280,it", "390,it"})
    void theAdministratorsPagesReadWell(int width, String language) {
        String name = "-" + width + "-" + language;
        signedIn.account("sara.bianchi@legame.test", "Sara Bianchi", "SHOP", "SALES");
        signedIn.account("long@legame.test", "Massimiliano Ferdinando Quattrocchi-Sanseverino", "ANALYST");
        signedIn.secret("customers:view", "timeline:record", "segments:view");
        signedIn.secret();
        try (var visit = TestBrowser.visit(signedIn.url(""), width, language)) {
            var page = visit.page();
            page.navigate("/sign-in");
            visit.screenshot("sign-in" + name);
            page.locator("#email").fill("nobody@legame.test");
            page.locator("#password").fill("not the right one");
            page.locator("main button[type=submit]").click();
            assertThat(page.locator("[role=alert]").innerText()).isNotBlank();
            visit.screenshot("sign-in-problem" + name);
            assertThat(visit.scrollsSideways()).isFalse();
        }
        try (var visit = TestBrowser.visit(signedIn.url(""), width, language)) {
            var page = visit.page();
            signedIn.signIn(page);
            for (String path : new String[] {
                "/access/users",
                "/access/users/new",
                "/access/users/1",
                "/access/tokens",
                "/access/tokens/new",
                "/access/audit",
                "/access/me",
                "/access/company"
            }) {
                page.navigate(path);
                visit.screenshot(path.substring(1).replace('/', '-') + name);
                assertThat(visit.scrollsSideways()).as(path).isFalse();
            }
            page.navigate("/access/tokens/new");
            page.locator("#name").fill("Till");
            page.locator("input[name=scopes]").first().check();
            page.locator("main button[type=submit].btn-primary").click();
            assertThat(page.locator(".access-secret").inputValue()).startsWith("lgm_");
            visit.screenshot("access-token-fresh" + name);
            assertThat(visit.complaints()).isEmpty();
        }
    }
}
