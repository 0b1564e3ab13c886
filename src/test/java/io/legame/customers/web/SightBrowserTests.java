package io.legame.customers.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.legame.customers.CustomDraft;
import io.legame.customers.CustomField;
import io.legame.customers.CustomFieldDraft;
import io.legame.customers.CustomFieldType;
import io.legame.customers.CustomFields;
import io.legame.customers.CustomerDraft;
import io.legame.customers.CustomerEdits;
import io.legame.customers.CustomerField;
import io.legame.customers.CustomerId;
import io.legame.customers.Edit;
import io.legame.testing.LegameTest;
import io.legame.testing.SignedIn;
import io.legame.testing.TestBrowser;
import io.legame.testing.TestBrowser.Visit;
import io.legame.testing.TestDatabase;
import io.legame.timeline.Channel;
import io.legame.timeline.InteractionDraft;
import io.legame.timeline.Timeline;
import io.legame.timeline.Touchpoint;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who sees whom, and what of them: set up by an administrator, then seen by a clerk on a phone. */
@LegameTest
class SightBrowserTests {
    private static final String CLERK = "mila@legame.test";

    @Autowired
    private SignedIn signedIn;

    @Autowired
    private CustomerEdits edits;

    @Autowired
    private CustomFields fields;

    @Autowired
    private Timeline timeline;

    @Autowired
    private JdbcClient database;

    private CustomerId anna = new CustomerId(0);

    @BeforeEach
    void twoCustomers() {
        TestDatabase.clear(database, "timeline", "customers", "access");
        TestDatabase.skipIds(database, "customers.customer");
        anna = create("Anna", "Verdi-Castiglioni della Rovere", "anna.verdi@example.com");
        meet(anna, "Negozio Milano Centrale");
        meet(create("Bruno", "Verdi", "bruno@example.com"), "Negozio Roma");
        signedIn.account(CLERK, "Mila", "SHOP");
        CustomField badge = fields.create(new CustomFieldDraft(
                "Tesserino del club", null, CustomFieldType.TEXT, null, "Fedeltà", false, true, null, null));
        CustomField debt = fields.create(CustomFieldDraft.of("Debito", CustomFieldType.MONEY));
        edits.update(
                anna,
                null,
                CustomerDraft.of(Map.of())
                        .with(new CustomDraft(
                                Map.of(badge.id(), List.of("BADGE-77712"), debt.id(), List.of("812.50")))),
                Set.of());
    }

    private CustomerId create(String given, String family, String email) {
        return ((Edit.Saved) edits.create(CustomerDraft.of(Map.of(
                        CustomerField.GIVEN_NAME, given,
                        CustomerField.FAMILY_NAME, family,
                        CustomerField.PHONE, "+39 347 1234567",
                        CustomerField.EMAIL, email))))
                .customer();
    }

    private void meet(CustomerId customer, String where) {
        timeline.record(
                "shop",
                List.of(new InteractionDraft(
                        where,
                        customer,
                        Instant.parse("2026-02-02T10:00:00Z"),
                        "visit",
                        new Touchpoint(where, Channel.SHOP),
                        null,
                        Map.of())));
    }

    @Test
    void anAdministratorDecidesAndAClerkSees() {
        try (Visit visit = TestBrowser.visit(signedIn.url(""), 1280, "en-GB")) {
            Page page = visit.page();
            signedIn.signIn(page);
            page.navigate("/access/units");
            visit.screenshotOfTheScreen("units-empty-1280-en");
            page.locator("a[href='/access/units/new']").first().click();
            page.getByLabel("Name").fill("Milano");
            page.getByLabel("Negozio Milano Centrale").check();
            visit.screenshot("unit-1280-en");
            page.getByText("Save", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(page.locator("tbody tr")).containsText("Negozio Milano Centrale");
            page.navigate("/access/users");
            page.getByText("Mila", new Page.GetByTextOptions().setExact(true)).click();
            page.getByLabel("Only the customers of").check();
            page.locator("[name=units]").check();
            visit.screenshot("user-units-1280-en");
            page.getByText("Save", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(page.locator("tbody")).containsText("customers of 1 shop or team");
            page.navigate("/customers/field-access");
            page.getByLabel("E-mail", new Page.GetByLabelOptions().setExact(true))
                    .selectOption("masked");
            page.getByLabel("Phone", new Page.GetByLabelOptions().setExact(true))
                    .selectOption("hidden");
            page.getByLabel("Tesserino del club").selectOption("masked");
            page.getByLabel("Debito").selectOption("hidden");
            visit.screenshot("field-access-1280-en");
            page.locator("main button[type=submit]").last().click();
            assertThat(page.getByLabel("Phone", new Page.GetByLabelOptions().setExact(true)))
                    .hasValue("hidden");
            page.navigate("/customers/" + anna.value());
            assertThat(page.locator(".customer-units")).containsText("Milano");
            visit.screenshot("card-units-1280-en");
            assertThat(visit.complaints()).isEmpty();
        }
        try (Visit visit = TestBrowser.visit(signedIn.url(""), 390, "it-IT")) {
            Page page = visit.page();
            signedIn.signIn(page, CLERK);
            page.navigate("/customers");
            Locator rows = page.locator("#customer-rows .row-link");
            assertThat(rows).hasCount(1);
            visit.screenshot("list-of-a-shop-390-it");
            rows.click();
            assertThat(page.locator(".record-head")).containsText("a•••@example.com");
            assertThat(page.locator(".custom-facts")).hasCount(1);
            assertThat(page.locator(".custom-facts")).containsText("•••712");
            visit.screenshot("card-limited-390-it");
            page.navigate("/customers/" + anna.value() + "/edit");
            assertThat(page.getByText("Non puoi vederlo. Resta com'è.").first()).isVisible();
            visit.screenshot("form-limited-390-it");
            assertThat(visit.scrollsSideways()).isFalse();
            assertThat(visit.complaints()).isEmpty();
        }
    }
}
