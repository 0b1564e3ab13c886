package io.legame.customers.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A customer written by hand in a real browser. */
@LegameTest
class CustomerEditBrowserTests {
    @Autowired
    private SignedIn signedIn;

    @Autowired
    private Customers customers;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void begin() {
        TestDatabase.clear(database, "timeline", "customers");
        customers.upsert(
                "shop",
                List.of(
                        CustomerDraft.of(Map.of(
                                CustomerField.NUMBER, "1", CustomerField.COMPANY_NAME, "Ferramenta Bianchi S.r.l.")),
                        CustomerDraft.of(Map.of(
                                CustomerField.NUMBER, "2", CustomerField.COMPANY_NAME, "Ferrovie dello Stato S.p.A.")),
                        CustomerDraft.of(Map.of(
                                CustomerField.NUMBER, "3",
                                CustomerField.GIVEN_NAME, "Maria Antonietta",
                                CustomerField.FAMILY_NAME, "Della Valle-Montecuccoli",
                                CustomerField.EMAIL, "maria@example.com",
                                CustomerField.PHONE, "348 7654321"))));
    }

    @ParameterizedTest
    @CsvSource({"1280,it-IT,false", "1280,en-GB,true", "390,it-IT,false", "390,en-GB,true"})
    void aCustomerIsCreatedCorrectedEditedAndTakenBack(int width, String language, boolean dark) {
        boolean italian = language.startsWith("it");
        String name = "-" + width + "-" + language.substring(0, 2) + (dark ? "-dark" : "");
        try (Visit visit = TestBrowser.visit(signedIn.url(""), width, language, dark)) {
            Page page = visit.page();
            signedIn.account("shop@legame.test", "Sara Negozio", "SHOP");
            signedIn.signIn(page, "shop@legame.test");
            page.navigate("/customers");
            page.getByRole(AriaRole.LINK, named(italian ? "Nuovo cliente" : "New customer"))
                    .click();
            visit.screenshot("customer-new" + name);
            assertThat(visit.scrollsSideways()).isFalse();

            page.locator("[name=givenName]").fill("LUCIA");
            page.locator("[name=familyName]").fill("de santis");
            page.locator("[name=companyName]").pressSequentially("ferr");
            assertThat(page.locator("#company-options [role=option]")).hasCount(2);
            visit.screenshotOfTheScreen("customer-new-companies" + name);
            page.keyboard().press("ArrowDown");
            page.keyboard().press("Escape");
            assertThat(page.locator("#company-options")).isHidden();
            page.keyboard().press("ArrowDown");
            String chosen =
                    page.locator("#company-options [aria-selected=true]").getAttribute("data-value");
            page.keyboard().press("Enter");
            assertThat(page.locator("[name=companyName]")).hasValue(chosen);

            page.locator("[name=phone]").fill("3487654321");
            page.locator("[name=town]").fill("forli'");
            page.locator("[name=email]").fill("maria@example.com");
            assertThat(page.locator("#notes-email .field-error a")).containsText("Maria Antonietta");
            page.locator("[name=email]").fill("lucia@gmial.com");
            assertThat(page.locator("#as-stored")).containsText("Forlì");
            assertThat(page.locator("#as-stored")).containsText("Della Valle-Montecuccoli");
            assertThat(page.locator("#notes-email")).containsText("lucia@gmail.com");
            visit.screenshot("customer-new-notes" + name);
            assertThat(visit.scrollsSideways()).isFalse();
            page.locator("#notes-email button").click();
            assertThat(page.locator("[name=email]")).hasValue("lucia@gmail.com");
            assertThat(page.locator("#notes-email button")).hasCount(0);

            page.keyboard().press("Enter");
            assertThat(page.locator(".record-name")).containsText("Lucia De Santis");
            assertThat(page.locator(".toast-note")).containsText(italian ? "creato" : "created");
            visit.screenshot("customer-created" + name);

            page.getByRole(AriaRole.LINK, named(italian ? "Modifica" : "Edit")).click();
            page.locator("[name=phone]").fill("12");
            page.locator(".customer-actions .btn-primary").click();
            assertThat(page.locator("#notes-phone .field-error")).isVisible();
            assertThat(page.locator("[name=phone]")).hasValue("12");
            visit.screenshot("customer-refused" + name);
            customers.upsert(
                    "shop",
                    List.of(CustomerDraft.of(
                            Map.of(CustomerField.EMAIL, "lucia@gmail.com", CustomerField.TOWN, "Milano"))));
            page.locator("[name=phone]").fill("");
            page.locator(".customer-actions .btn-primary").click();
            assertThat(page.locator(".note[role=alert]")).containsText("Milano");
            assertThat(page.locator("[name=town]")).hasValue("Milano");
            visit.screenshot("customer-outdated" + name);
            assertThat(visit.scrollsSideways()).isFalse();
            page.locator(".customer-actions .btn-primary").click();
            assertThat(page.locator(".toast-note")).containsText(italian ? "salvato" : "saved");
            assertThat(page.locator("a[href^='tel:']")).hasCount(0);
            page.locator(".toast-note form button").click();
            assertThat(page.locator("a[href^='tel:']")).hasCount(1);
            // a browser notes as an error of the page that a form was refused
            assertThat(visit.complaints())
                    .allMatch(complaint -> complaint.contains("422") || complaint.contains("409"));
        }
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
