package io.legame.customers.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.legame.customers.CustomerDraft;
import io.legame.customers.CustomerEdits;
import io.legame.customers.CustomerField;
import io.legame.customers.CustomerId;
import io.legame.customers.Edit;
import io.legame.customers.RelationDraft;
import io.legame.customers.Relations;
import io.legame.testing.LegameTest;
import io.legame.testing.SignedIn;
import io.legame.testing.TestBrowser;
import io.legame.testing.TestBrowser.Visit;
import io.legame.testing.TestDatabase;
import io.legame.testing.Visitor;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Relations, further addresses and how to reach a customer: on the card, on their pages, and by a program. */
@LegameTest
class RelationsBrowserTests {
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    private SignedIn signedIn;

    @Autowired
    private CustomerEdits edits;

    @Autowired
    private Relations relations;

    @Autowired
    private JdbcClient database;

    private CustomerId anna = new CustomerId(0);
    private CustomerId bruno = new CustomerId(0);
    private CustomerId acme = new CustomerId(0);

    @BeforeEach
    void begin() {
        TestDatabase.clear(database, "timeline", "customers", "access");
        acme = create(
                Map.of(CustomerField.COMPANY_NAME, "Acme Società Cooperativa Agricola della Valle del Po S.r.l."));
        anna = create(Map.of(
                CustomerField.GIVEN_NAME, "Anna",
                CustomerField.FAMILY_NAME, "Rossi",
                CustomerField.EMAIL, "anna@example.com",
                CustomerField.COMPANY_NAME, "Acme Società Cooperativa Agricola della Valle del Po S.r.l."));
        bruno = create(Map.of(
                CustomerField.GIVEN_NAME,
                "Bruno",
                CustomerField.FAMILY_NAME,
                "Bianchi",
                CustomerField.EMAIL,
                "bruno@example.com"));
    }

    private CustomerId create(Map<CustomerField, String> values) {
        return ((Edit.Saved) edits.create(CustomerDraft.of(values))).customer();
    }

    @ParameterizedTest
    @CsvSource({"1280,en-GB,false", "390,it-IT,true"})
    void aCustomerIsRelatedAndReached(int width, String language, boolean dark) {
        String name = "-" + width + (dark ? "-dark" : "");
        relations.add(new RelationDraft(bruno, anna, "recommended_by", LocalDate.of(2024, 5, 1), null, "at the fair"));
        try (Visit visit = TestBrowser.visit(signedIn.url(""), width, language, dark)) {
            signedIn.signIn(visit.page());
            Page page = visit.page();
            page.navigate("/customers/" + anna.value());
            page.locator(".relation-proposal button").click();
            assertThat(page.locator(".relation a[href='/customers/" + acme.value() + "']"))
                    .isVisible();
            page.locator(".relation-add summary").click();
            page.locator("#relation-kind").selectOption("household:forth");
            assertThat(page.locator("html[data-pick-script]")).hasCount(1);
            page.locator("#relation-other").pressSequentially("bian");
            assertThat(page.locator("[data-pick] [role=option]")).hasCount(1);
            page.locator("#relation-other").press("Enter");
            page.locator(".relation-add form button").click();
            assertThat(page.locator(".household-members > li")).hasCount(2);
            assertThat(page.locator(".household-value strong")).isVisible();
            visit.screenshot("relations" + name);
            assertThat(visit.scrollsSideways()).isFalse();
            page.locator(".relation summary").first().click();
            page.locator(".relation form[action$='/remove'] button").first().click();
            assertThat(page.locator("#toasts form")).hasCount(1);
            page.navigate("/customers/" + acme.value());
            assertThat(page.locator(".relation")).hasCount(0);
            page.navigate("/customers/" + bruno.value());
            assertThat(page.locator(".household-members > li")).hasCount(2);

            page.navigate("/customers/" + anna.value() + "/contact");
            page.locator("#contact-channel").selectOption("phone");
            page.locator("#contact-from").fill("09:00");
            page.locator("#contact-until").fill("12:30");
            page.locator(".contact-days input")
                    .first()
                    .check(new com.microsoft.playwright.Locator.CheckOptions().setForce(true));
            page.locator("#contact-language-0").selectOption("de");
            visit.screenshot("contact-form" + name);
            assertThat(visit.scrollsSideways()).isFalse();
            page.locator("form[action$='/contact'] .btn-primary").click();
            page.waitForURL(Pattern.compile(".*/customers/\\d+"));
            assertThat(page.locator(".facts:has-text('09:00–12:30')")).isVisible();
            page.navigate("/customers/" + anna.value() + "/contact");
            page.locator("#address-form .btn-primary").click();
            assertThat(page.locator("#address-form .field-error")).isVisible();
            page.locator("#address-kind").selectOption("delivery");
            page.locator("#address-street").fill("v.le roma n. 7");
            page.locator("#address-town").fill("FORLI'");
            page.locator("#address-form .btn-primary").click();
            assertThat(page.locator(".address-line")).containsText("Viale Roma 7, Forlì (FC)");
            page.locator(".address-line button").click();
            assertThat(page.locator(".address-line")).hasCount(0);
            page.locator("#toasts form button").click();
            assertThat(page.locator(".address-line")).hasCount(1);
            page.navigate("/customers/" + anna.value());
            assertThat(page.locator("main")).containsText("Viale Roma 7");
            visit.screenshot("contact" + name);

            page.navigate("/customers/relation-kinds");
            page.locator("[name='forth.it']").fill("Si allena con");
            page.locator("[name='forth.en']").fill("Trains with");
            page.locator("form.panel .btn-primary").click();
            assertThat(page.locator("tbody tr")).hasCount(7);
            visit.screenshot("relation-kinds" + name);
            assertThat(visit.scrollsSideways()).isFalse();
            // the browser notes that the address was refused, as it should be
            visit.complaints().removeIf(complaint -> complaint.contains("422"));
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void aProgramRelatesAndReachesCustomers() {
        Visitor program = signedIn.token("customers:view", "customers:edit", "customers:rules");
        String path = "/api/v1/customers/" + acme.value();
        var created = program.json(
                "POST",
                path + "/relations",
                "{\"kind\": \"works_at\", \"side\": \"back\", \"other\": " + anna.value() + "}");
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        JsonNode relation = JSON.readTree(created.body());
        assertThat(relation.path("customer").asLong()).isEqualTo(anna.value());
        assertThat(program.json(
                                "POST",
                                path + "/relations",
                                "{\"kind\": \"works_at\", \"side\": \"back\", \"other\": " + anna.value() + "}")
                        .status())
                .isEqualTo(422);
        assertThat(program.get(path + "/relations").body())
                .contains("\"side\":\"back\"")
                .contains("Anna Rossi");
        String own = "/api/v1/relations/" + relation.path("id").asLong();
        assertThat(program.json("PATCH", own, "{\"until\": \"2026-03-01\"}").body())
                .contains("\"until\":\"2026-03-01\"");
        assertThat(program.json("DELETE", own, "").status()).isEqualTo(204);
        assertThat(program.json("PATCH", own, "{}").status()).isEqualTo(404);
        assertThat(program.json("POST", own + "/restore", "").status()).isEqualTo(200);
        assertThat(program.json("POST", "/api/v1/relation-kinds", "{\"forth\": {\"en\": \"Trains with\"}}")
                        .body())
                .contains("own_trains_with");
        assertThat(program.get("/api/v1/relation-kinds").body())
                .contains("own_trains_with")
                .contains("works_at");
        assertThat(program.json("DELETE", "/api/v1/relation-kinds/own_trains_with", "")
                        .status())
                .isEqualTo(204);

        assertThat(program.json(
                                "PUT",
                                path + "/contact-preference",
                                "{\"channel\": \"phone\", \"languages\": [\"it\", null], \"days\": [1], \"from\": \"09:00\"}")
                        .body())
                .contains("\"channel\":\"phone\"", "\"languages\":[\"it\"]");
        assertThat(program.json("PUT", path + "/contact-preference", "{\"channel\": \"smoke\"}")
                        .status())
                .isEqualTo(422);
        assertThat(program.get(path + "/contact-preference").body()).contains("\"days\":[1]");
        var address = program.json(
                "POST",
                path + "/addresses",
                "{\"kind\": \"billing\", \"street\": \"v.le roma n. 7\", \"town\": \"FORLI'\"}");
        assertThat(address.body()).contains("Viale Roma 7");
        String place =
                "/api/v1/addresses/" + JSON.readTree(address.body()).path("id").asLong();
        assertThat(program.json("PUT", place, "{\"town\": \"bologna\"}").body()).contains("Bologna");
        assertThat(program.json("PUT", place, "{\"kind\": \"moon\", \"town\": \"bologna\"}")
                        .status())
                .isEqualTo(422);
        assertThat(program.json("DELETE", place, "").status()).isEqualTo(204);
        assertThat(program.get(path + "/addresses").body()).isEqualTo("{\"addresses\":[]}");
    }
}
