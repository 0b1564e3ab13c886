package io.legame.customers.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import io.legame.access.Unit;
import io.legame.access.Units;
import io.legame.customers.ChoiceLists;
import io.legame.customers.CustomDraft;
import io.legame.customers.CustomField;
import io.legame.customers.CustomFieldDraft;
import io.legame.customers.CustomFieldType;
import io.legame.customers.CustomFields;
import io.legame.customers.CustomerDraft;
import io.legame.customers.CustomerField;
import io.legame.customers.Customers;
import io.legame.insight.Projection;
import io.legame.testing.LegameTest;
import io.legame.testing.SignedIn;
import io.legame.testing.TestBrowser;
import io.legame.testing.TestBrowser.Visit;
import io.legame.testing.TestDatabase;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The list of customers with a filter, kept as a view, and the same done to all of it, in a real browser. */
@LegameTest
class FilteredListBrowserTests {
    @Autowired
    private SignedIn signedIn;

    @Autowired
    private Customers customers;

    @Autowired
    private CustomFields fields;

    @Autowired
    private ChoiceLists lists;

    @Autowired
    private Units units;

    @Autowired
    private Projection projection;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void begin() {
        TestDatabase.clear(database, "timeline", "customers", "access");
        TestDatabase.skipIds(database, "customers.bulk_action");
        long list = lists.create("Interessi", List.of("sci", "golf", "arte contemporanea"))
                .id();
        CustomField interests = fields.create(
                new CustomFieldDraft("Interessi", null, CustomFieldType.CHOICES, null, "", false, false, null, list));
        units.create(Unit.Kind.SHOP, "Bologna Centro", List.of());
        var drafts = new ArrayList<CustomerDraft>();
        for (int i = 0; i < 160; i++) {
            var texts = new EnumMap<CustomerField, String>(CustomerField.class);
            texts.put(CustomerField.NUMBER, "A" + i);
            texts.put(CustomerField.GIVEN_NAME, i % 2 == 0 ? "Giovanna" : "Nicolò");
            texts.put(CustomerField.FAMILY_NAME, i % 3 == 0 ? "Rossi" : "Bianchi della Rovere");
            texts.put(CustomerField.EMAIL, "cliente%03d@esempio.it".formatted(i));
            texts.put(CustomerField.TOWN, i % 4 == 0 ? "Zola Predosa" : "Bologna");
            texts.put(CustomerField.GENDER, i % 2 == 0 ? "F" : "M");
            drafts.add(CustomerDraft.of(texts)
                    .with(new CustomDraft(Map.of(interests.id(), List.of(i % 5 == 0 ? "sci" : "golf")))));
        }
        customers.upsert("shop", drafts);
        projection.catchUp();
    }

    private Visit visit(int width, String language, boolean dark) {
        Visit visit = TestBrowser.visit(signedIn.url(""), width, language, dark);
        signedIn.account("list@legame.test", "Lia Elenco", "MARKETING");
        signedIn.signIn(visit.page(), "list@legame.test");
        visit.page().navigate("/customers");
        return visit;
    }

    private static Locator text(Page page, String css, String text) {
        return page.locator(css, new Page.LocatorOptions().setHasText(text));
    }

    @Test
    void aFilterIsMadeKeptAndActedOnInEnglish() {
        try (Visit visit = visit(1280, "en-GB", false)) {
            Page page = visit.page();
            text(page, "button", "Filter").click();
            page.getByText("Add condition").click();
            text(page, ".add-menu button", "Gender").click();
            page.locator(".slot-checks .chip").first().click();
            assertThat(page.locator("#preview")).containsText("80 customers");
            visit.screenshotOfTheScreen("customer-filter-1280-en");
            page.locator("#list-filter .form-actions .btn-primary").click();
            assertThat(page.locator("#list-count")).hasText("80 customers");
            assertThat(page.locator(".list-sentence")).containsText("women");
            assertThat(page.locator("#customer-rows .row-link")).hasCount(50);

            page.locator(".list-columns summary").click();
            page.getByLabel("Interessi").check();
            page.locator(".list-columns-save").click();
            assertThat(page.locator("thead th").last()).hasText("Interessi");
            visit.screenshotOfTheScreen("customer-filtered-1280-en");

            page.locator(".list-views summary").click();
            page.getByText("Keep this list as a view").click();
            page.locator("#name").fill("Women of Bologna and around");
            page.getByLabel("All colleagues").check();
            visit.screenshot("customer-view-new-1280-en");
            page.locator("main .btn-primary").click();
            assertThat(page.locator(".list-view-name")).hasText("Women of Bologna and around");
            assertThat(page.locator("#list-count")).hasText("80 customers");

            page.locator("thead a", new Page.LocatorOptions().setHasText("Town"))
                    .click();
            assertThat(page.locator(".list-views summary .badge")).hasText("changed");
            page.locator(".list-views summary").click();
            visit.screenshotOfTheScreen("customer-views-1280-en");
            page.getByText("Save the changes to").click();
            assertThat(page.locator("th[aria-sort=ascending]")).hasText("Town");
            assertThat(page).hasURL(Pattern.compile(".*/customers\\?view=\\d+$"));

            page.locator(".pick-page").check();
            assertThat(page.locator(".pick-count")).hasText("50 picked");
            page.locator(".pick-all").click();
            assertThat(page.locator(".pick-count")).hasText("All of the list picked: 80 customers");
            visit.screenshotOfTheScreen("customer-pick-1280-en");
            text(page, ".pick-bar button", "Change a field").click();
            assertThat(page.locator("h1")).hasText("80 customers: what to do");
            page.locator("#bulk-field").selectOption(new SelectOption().setLabel("Interessi"));
            page.getByLabel("arte contemporanea").check();
            visit.screenshot("customer-bulk-1280-en");
            text(page, "button", "Change 80 customers").click();
            assertThat(page.getByText("80 customers were changed.")).isVisible();
            visit.screenshot("customer-bulk-done-1280-en");
            text(page, "button", "Undo").click();
            assertThat(page.getByText("80 customers are as before.")).isVisible();
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void onAPhoneInItalianInTheDark() {
        try (Visit visit = visit(390, "it-IT", true)) {
            Page page = visit.page();
            page.locator(".list-filter-open").click();
            page.getByText("Aggiungi condizione").click();
            text(page, ".add-menu button", "Comune").click();
            text(page, ".slot-options .chip", "Zola Predosa").click();
            assertThat(page.locator("#preview")).containsText("40 clienti");
            visit.screenshotOfTheScreen("customer-filter-390-it-dark");
            page.locator("#list-filter .form-actions .btn-primary").click();
            assertThat(page.locator("#list-count")).hasText("40 clienti");
            page.locator("#customer-rows [name=customer]").first().check();
            assertThat(page.locator(".pick-count")).hasText("1 selezionato");
            visit.screenshotOfTheScreen("customer-pick-390-it-dark");
            assertThat(visit.scrollsSideways()).isFalse();
            text(page, ".pick-bar button", "Archivia").click();
            visit.screenshot("customer-bulk-390-it-dark");
            text(page, "button", "Archivia un cliente").click();
            assertThat(page.getByText("Un cliente è stato modificato.")).isVisible();
            assertThat(visit.complaints()).isEmpty();
            page.navigate("/customers/bulk");
            visit.screenshot("customer-bulk-list-390-it-dark");
            assertThat(visit.scrollsSideways()).isFalse();
        }
    }
}
