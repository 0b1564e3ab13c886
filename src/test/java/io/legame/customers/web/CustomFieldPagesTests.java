package io.legame.customers.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.legame.customers.ChoiceList;
import io.legame.customers.ChoiceLists;
import io.legame.customers.CustomField;
import io.legame.customers.CustomFieldDraft;
import io.legame.customers.CustomFieldType;
import io.legame.customers.CustomFields;
import io.legame.testing.LegameTest;
import io.legame.testing.SignedIn;
import io.legame.testing.TestBrowser;
import io.legame.testing.TestBrowser.Visit;
import io.legame.testing.TestDatabase;
import io.legame.testing.Visitor;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Fields that the company adds, in its pages and its programs. */
@LegameTest
class CustomFieldPagesTests {
    @Autowired
    private SignedIn signedIn;

    @Autowired
    private CustomFields fields;

    @Autowired
    private ChoiceLists lists;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void begin() {
        TestDatabase.clear(database, "timeline", "customers");
    }

    @Test
    void programsAddFieldsAndWriteCustomersWithThem() {
        Visitor program = signedIn.token("customers:view", "customers:edit", "customers:fields");

        assertThat(program.json(
                                "POST",
                                "/api/v1/customers/fields",
                                "{\"name\": \"Scarpe\", \"type\": \"number\", \"required\": true}")
                        .body())
                .contains("\"code\":\"scarpe\"");
        program.json(
                "POST",
                "/api/v1/customers/fields",
                "{\"name\": \"Hobby\", \"type\": \"choices\", \"choices\": [\"Sci\", \"Mare\"]}");
        program.json("POST", "/api/v1/customers", """
                {"customers": [{"email": "anna@example.com", "custom": {"scarpe": 38.5, "hobby": ["Mare", "Sci"]}}]}
                """);
        long anna = database.sql("select id from customers.customer")
                .query(Long.class)
                .single();
        String path = "/api/v1/customers/" + anna;
        assertThat(program.get(path).body()).contains("\"custom\":{\"hobby\":[\"Sci\",\"Mare\"],\"scarpe\":38.5}");

        assertThat(program.json("PATCH", path, "{\"custom\": {\"hobby\": null, \"scarpe\": 40}}")
                        .status())
                .isEqualTo(200);
        assertThat(program.get(path).body()).contains("\"custom\":{\"scarpe\":40}");
        assertThat(program.json("PATCH", path, "{\"custom\": {\"scarpe\": null}}")
                        .body())
                .contains("custom.scarpe")
                .contains("customers.fields.fault.required");
        assertThat(program.json("PATCH", path, "{\"custom\": {\"cappello\": 1}}")
                        .status())
                .isEqualTo(422);
        assertThat(program.json("PATCH", path, "{\"custom\": [1]}").status()).isEqualTo(422);
    }

    @Test
    void onlyWhoMayAddsFields() {
        Visitor shop = signedIn.as("SHOP");

        assertThat(shop.get("/customers/fields").status()).isEqualTo(403);
        assertThat(signedIn.token("customers:view")
                        .json("POST", "/api/v1/customers/fields", "{\"name\": \"X\"}")
                        .status())
                .isEqualTo(403);
        assertThat(signedIn.as("MARKETING").get("/customers/fields").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"1280,it-IT,false", "1280,en-GB,true", "390,it-IT,true", "390,en-GB,false"})
    void aFieldIsAddedFilledInAndGivenAnotherType(int width, String language, boolean dark) {
        String name = "-" + width + "-" + language.substring(0, 2) + (dark ? "-dark" : "");
        ChoiceList list = lists.create("Interessi", List.of("Sci alpino", "Mare", "Arte, musica e teatro"));
        fields.create(new CustomFieldDraft(
                "Interessi dichiarati dal cliente in negozio",
                "Più di uno se serve",
                CustomFieldType.CHOICES,
                null,
                "Fedeltà",
                false,
                false,
                null,
                list.id()));
        fields.create(CustomFieldDraft.of("Fido", CustomFieldType.MONEY));
        fields.create(CustomFieldDraft.of("Socio", CustomFieldType.YES_NO));
        try (Visit visit = TestBrowser.visit(signedIn.url(""), width, language, dark)) {
            Page page = visit.page();
            signedIn.account("marketing@legame.test", "Marta Marketing", "MARKETING");
            signedIn.signIn(page, "marketing@legame.test");
            page.navigate("/customers/fields/new");
            page.locator("#name").fill("Taglia");
            visit.screenshot("custom-field-new" + name);
            page.locator(".custom-field-form .form-actions .btn-primary").click();
            assertThat(page.locator(".data-table")).containsText("Taglia");
            visit.screenshot("custom-fields" + name);
            assertThat(visit.scrollsSideways()).isFalse();
            page.navigate("/customers/choices");
            visit.screenshot("custom-choices" + name);
            assertThat(visit.scrollsSideways()).isFalse();

            page.navigate("/customers/new");
            page.locator("[name=email]").fill("anna" + width + language + "@example.com");
            page.getByLabel("Taglia").fill("XL");
            page.getByLabel("Fido").fill("1500.5");
            page.getByLabel("Mare").check();
            page.getByLabel("Socio").selectOption("true");
            visit.screenshot("custom-form" + name);
            assertThat(visit.scrollsSideways()).isFalse();
            page.locator(".customer-actions .btn-primary").click();
            assertThat(page.locator(".custom-facts").first()).containsText("XL");
            assertThat(page.locator(".custom-facts").last()).containsText("Mare");
            visit.screenshot("custom-card" + name);
            assertThat(visit.scrollsSideways()).isFalse();

            CustomField size = fields.inUse().getLast();
            page.navigate("/customers/fields/" + size.id().value());
            page.locator("#type").selectOption("number");
            page.locator(".custom-field-form .form-actions .btn-primary").click();
            assertThat(page.locator(".note[role=alert]")).containsText("XL");
            visit.screenshot("custom-field-type" + name);
            assertThat(visit.scrollsSideways()).isFalse();
            page.locator("[name=sure]").click();
            page.waitForURL("**/customers/fields");
            assertThat(fields.inUse().getLast().type()).isEqualTo(CustomFieldType.NUMBER);
            assertThat(visit.complaints()).isEmpty();
        }
    }
}
