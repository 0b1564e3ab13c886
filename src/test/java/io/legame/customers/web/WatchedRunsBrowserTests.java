package io.legame.customers.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import io.legame.customers.CustomerDraft;
import io.legame.customers.CustomerField;
import io.legame.customers.Customers;
import io.legame.testing.LegameTest;
import io.legame.testing.SignedIn;
import io.legame.testing.TestBrowser;
import io.legame.testing.TestBrowser.Visit;
import io.legame.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What runs in the background is drawn anew again and again, under the hands of somebody at the keyboard. */
@LegameTest
class WatchedRunsBrowserTests {
    @Autowired
    private Customers customers;

    @Autowired
    private SignedIn signedIn;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionTemplate transaction;

    @BeforeEach
    void begin() {
        TestDatabase.clear(database, "timeline", "customers", "access");
        TestDatabase.skipIds(database, "customers.bulk_action");
        customers.upsert(
                "shop",
                List.of(
                        CustomerDraft.of(Map.of(CustomerField.NUMBER, "1", CustomerField.EMAIL, "anna@gmial.com")),
                        CustomerDraft.of(Map.of(CustomerField.NUMBER, "2", CustomerField.EMAIL, "luca@gmial.com"))));
    }

    @Test
    void whatIsDoneToManyIsStoppedByKeyboard() {
        try (Visit visit = TestBrowser.visit(signedIn.url(""), 1280, "en-GB", false)) {
            Page page = visit.page();
            signedIn.signIn(page);
            page.navigate("/customers");
            page.locator(".pick-page").check();
            page.locator(".pick-bar button").getByText("Archive").click();
            nobodyWrites(() -> {
                page.locator("main .form-actions .btn-primary").click();
                stopByKeyboard(visit, "bulk");
            });
            assertThat(page.getByText("Stopped before anybody was changed.")).isVisible();
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void aCorrectionIsStoppedByKeyboard() {
        try (Visit visit = TestBrowser.visit(signedIn.url(""), 390, "it-IT", true)) {
            Page page = visit.page();
            signedIn.signIn(page);
            page.navigate("/customers/quality/corrections");
            page.locator(".correction-group a").first().click();
            nobodyWrites(() -> {
                page.locator("form[action='/customers/quality/corrections'] .btn-primary")
                        .click();
                stopByKeyboard(visit, "correction");
            });
            assertThat(page.getByText("Fermata prima di correggere qualcuno.")).isVisible();
            assertThat(visit.complaints()).isEmpty();
        }
    }

    /** Whatever is begun meanwhile waits. */
    private void nobodyWrites(Runnable meanwhile) {
        transaction.executeWithoutResult(status -> {
            database.sql("lock table customers.customer in exclusive mode").update();
            meanwhile.run();
        });
    }

    private static void stopByKeyboard(Visit visit, String what) {
        Page page = visit.page();
        assertThat(page.locator(".badge-info")).isVisible();
        page.locator("form[action$='/stop'] button").focus();
        for (int drawn = 0; drawn < 2; drawn++) {
            page.waitForResponse(WatchedRunsBrowserTests::isDrawnAnew, () -> {});
        }
        // what came last is drawn before the next is asked for
        page.waitForRequest(request -> request.url().endsWith("/status"), () -> {});
        assertThat(page.locator("form[action$='/stop'] button")).isFocused();
        visit.screenshot(what + "-running");
        page.keyboard().press("Enter");
        assertThat(page.locator("form[action$='/run'] button")).isVisible();
    }

    private static boolean isDrawnAnew(Response response) {
        return response.url().endsWith("/status");
    }
}
