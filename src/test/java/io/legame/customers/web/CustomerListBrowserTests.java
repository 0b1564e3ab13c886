package io.legame.customers.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.legame.customers.CustomerField.EMAIL;
import static io.legame.customers.CustomerField.FAMILY_NAME;
import static io.legame.customers.CustomerField.GIVEN_NAME;
import static io.legame.customers.CustomerField.NUMBER;
import static io.legame.customers.CustomerField.PHONE;
import static io.legame.customers.CustomerField.TOWN;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.legame.customers.CustomerDraft;
import io.legame.customers.Customers;
import io.legame.testing.LegameTest;
import io.legame.testing.SignedIn;
import io.legame.testing.TestBrowser;
import io.legame.testing.TestBrowser.Visit;
import io.legame.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The list of customers in a real browser: typing, order, columns, keyboard. */
@LegameTest
class CustomerListBrowserTests {
    @Autowired
    SignedIn signedIn;

    @Autowired
    Customers customers;

    @Autowired
    JdbcClient database;

    @BeforeEach
    void begin() {
        TestDatabase.clear(database, "timeline", "customers");
        var drafts = new ArrayList<CustomerDraft>();
        for (int i = 0; i < 120; i++) {
            drafts.add(CustomerDraft.of(Map.of(
                    NUMBER,
                    "A" + i,
                    GIVEN_NAME,
                    i % 2 == 0 ? "Giovanni" : "Nicolò",
                    FAMILY_NAME,
                    i % 3 == 0 ? "Rossi" : "Bianchi",
                    EMAIL,
                    "cliente%03d@esempio.it".formatted(i),
                    PHONE,
                    "347 1234%03d".formatted(i),
                    TOWN,
                    i % 5 == 0 ? "Zola Predosa" : "Bologna")));
        }
        customers.upsert("shop", drafts);
    }

    private Visit visit(int width, String language) {
        Visit visit = TestBrowser.visit(signedIn.url(""), width, language);
        signedIn.account("list@legame.test", "Lia Elenco", "SHOP");
        signedIn.signIn(visit.page(), "list@legame.test");
        visit.page().navigate("/customers");
        return visit;
    }

    @Test
    void whoIsTypedIsFoundOnAPhoneInItalian() {
        try (Visit visit = visit(390, "it-IT")) {
            Page page = visit.page();
            var search = page.getByPlaceholder("Nome, e-mail, telefono o codice");
            search.pressSequentially("rosi");
            assertThat(page.locator("#customer-rows .row-link").first()).hasText("Giovanni Rossi");
            search.fill("3471234 07");
            assertThat(page.locator("#customer-rows .row-link")).hasCount(10);
            assertThat(page.getByText("cliente070@esempio.it")).isVisible();
            visit.screenshot("customer-list-390-it");
            assertThat(visit.scrollsSideways()).isFalse();
            search.fill("nessuno così");
            assertThat(page.getByText("Nessun cliente corrisponde.")).isVisible();
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void columnsAreOrderedAndChosenInEnglish() {
        try (Visit visit = visit(1280, "en-GB")) {
            Page page = visit.page();
            assertThat(page.locator("thead th")).hasText(new String[] {"Name", "E-mail", "Phone", "Town"});
            page.locator("thead a", new Page.LocatorOptions().setHasText("Town"))
                    .click();
            page.locator("thead a", new Page.LocatorOptions().setHasText("Town"))
                    .click();
            assertThat(page.locator("th[aria-sort=descending]")).hasText("Town");
            assertThat(page.locator("#customer-rows tr").first()).containsText("Zola Predosa");
            page.getByText("Columns").click();
            visit.screenshotOfTheScreen("customer-list-columns-1280-en");
            page.getByLabel("Phone", new Page.GetByLabelOptions().setExact(true))
                    .uncheck();
            page.getByLabel("Source").check();
            page.getByText("Show these").click();
            assertThat(page.locator("thead th")).hasText(new String[] {"Name", "E-mail", "Town", "Source"});
            assertThat(page.locator("th[aria-sort=descending]")).hasText("Town");
            page.getByText("Columns").click();
            page.getByLabel("Move Town to the front").click();
            assertThat(page.locator("thead th")).hasText(new String[] {"Name", "Town", "E-mail", "Source"});
            visit.screenshot("customer-list-1280-en");
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void theListIsReadByKeyboardToItsEnd() {
        try (Visit visit = visit(1280, "en-GB")) {
            Page page = visit.page();
            page.getByPlaceholder("Name, e-mail, phone or number").pressSequentially("nicolo bi");
            assertThat(page.locator("#customer-rows .row-link")).hasCount(40);
            page.keyboard().press("ArrowDown");
            page.keyboard().press("ArrowDown");
            assertThat(page.locator("#customer-rows .row-link").nth(1)).isFocused();
            page.keyboard().press("Enter");
            assertThat(page).hasURL(Pattern.compile(".*/customers/\\d+"));
            page.goBack();
            page.getByPlaceholder("Name, e-mail, phone or number").fill("");
            assertThat(page.locator("#customer-rows .row-link")).hasCount(50);
            for (int shown : List.of(100, 120)) {
                page.locator("#customer-rows tr").last().scrollIntoViewIfNeeded();
                assertThat(page.locator("#customer-rows .row-link")).hasCount(shown);
            }
            assertThat(visit.complaints()).isEmpty();
        }
    }
}
