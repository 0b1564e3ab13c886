package io.legame.customers.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
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
            assertThat(page.locator(".custom-facts").last()).containsText("XL");
            assertThat(page.locator(".custom-facts").first()).containsText("Mare");
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

    private CustomField grouped(String name, String group) {
        return fields.create(
                new CustomFieldDraft(name, null, CustomFieldType.TEXT, null, group, false, false, null, null));
    }

    private List<String> order() {
        return fields.inUse().stream()
                .map(field -> field.group() + "/" + field.name())
                .toList();
    }

    private static void drag(Page page, Locator handle, Locator onto, double at) {
        var from = handle.boundingBox();
        var to = onto.boundingBox();
        page.mouse().move(from.x + from.width / 2, from.y + from.height / 2);
        page.mouse().down();
        page.mouse().move(to.x + 20, to.y + to.height / 2, new Mouse.MoveOptions().setSteps(5));
        page.mouse().move(to.x + 20, to.y + to.height * at, new Mouse.MoveOptions().setSteps(5));
    }

    private static Locator row(Page page, CustomField field) {
        return page.locator("[data-item='" + field.id().value() + "']");
    }

    @ParameterizedTest
    @CsvSource({"1280,en-GB,false", "390,it-IT,true"})
    void fieldsAreDraggedAndMovedByKeyboard(int width, String language, boolean dark) {
        CustomField size = grouped("Taglia", "Moda");
        CustomField shoes = grouped("Numero di scarpe", "Moda");
        CustomField dog = grouped("Cane", "Casa e famiglia");
        CustomField cat = grouped("Gatto", "Casa e famiglia");
        try (Visit visit = TestBrowser.visit(signedIn.url(""), width, language, dark)) {
            Page page = visit.page();
            signedIn.account("marketing@legame.test", "Marta Marketing", "MARKETING");
            signedIn.signIn(page, "marketing@legame.test");
            page.navigate("/customers/fields");
            drag(page, row(page, cat).locator("[data-handle]"), row(page, shoes), 0.1);
            visit.screenshotOfTheScreen("custom-fields-drag-" + width);
            page.waitForResponse("**/customers/fields/order", () -> page.mouse().up());
            assertThat(order())
                    .containsExactly("Moda/Taglia", "Moda/Gatto", "Moda/Numero di scarpe", "Casa e famiglia/Cane");

            drag(
                    page,
                    page.locator("[data-handle=group]").last(),
                    page.locator("[data-order-group]").first(),
                    0.1);
            page.waitForResponse("**/customers/fields/order", () -> page.mouse().up());
            assertThat(order().getFirst()).isEqualTo("Casa e famiglia/Cane");

            Locator down = row(page, size).locator("button[value=false]");
            down.focus();
            page.waitForResponse(
                    "**/customers/fields/order", () -> page.keyboard().press("Enter"));
            assertThat(down).isFocused();
            page.waitForResponse(
                    "**/customers/fields/order", () -> page.keyboard().press("Enter"));
            assertThat(order())
                    .containsExactly("Casa e famiglia/Cane", "Moda/Gatto", "Moda/Numero di scarpe", "Moda/Taglia");
            page.reload();
            assertThat(page.locator("[data-item]").last()).containsText("Taglia");
            visit.screenshot("custom-fields-order-" + width);
            assertThat(visit.scrollsSideways()).isFalse();

            ChoiceList list = lists.create("Interessi", List.of("Sci alpino", "Mare", "Arte, musica e teatro"));
            lists.archive(lists.create("Stagioni passate", List.of("2019")).id(), true);
            page.navigate("/customers/choices");
            Locator choices = page.locator("#list-" + list.id() + " [data-item]");
            drag(page, choices.last().locator("[data-handle]"), choices.first(), 0.1);
            page.waitForResponse("**/order", () -> page.mouse().up());
            assertThat(lists.find(list.id()).orElseThrow().choices().getFirst().label())
                    .startsWith("Arte");
            visit.screenshot("custom-choices-order-" + width);
            assertThat(visit.scrollsSideways()).isFalse();
            page.locator(".choice-lists-archived > summary").click();
            page.locator(".choice-lists-archived [name=archived]").first().click();
            assertThat(page.locator(".choice-lists-archived")).hasCount(0);
            page.locator("#list-" + list.id() + " .choice-list-name").fill("Passioni");
            page.locator("#list-" + list.id() + " .choice-list-head [type=submit]")
                    .first()
                    .click();
            page.waitForURL("**/customers/choices#list-" + list.id());
            assertThat(lists.find(list.id()).orElseThrow().name()).isEqualTo("Passioni");
            assertThat(visit.complaints()).isEmpty();
        }
        assertThat(dog.group()).isEqualTo("Casa e famiglia");
    }

    @Test
    void withoutScriptsTheButtonsMoveToo() {
        CustomField size = grouped("Taglia", "Moda");
        grouped("Scarpe", "Moda");
        grouped("Cane", "Casa");
        Visitor marketing = signedIn.as("MARKETING");
        assertThat(marketing.get("/customers/fields").status()).isEqualTo(200);
        for (String path :
                List.of("/customers/fields/" + size.id().value() + "/move", "/customers/fields/groups/move")) {
            String up = path.contains("groups") ? "true" : "false";
            assertThat(marketing.post(path, "group", "Casa", "up", up).status())
                    .as(path)
                    .isEqualTo(302);
        }
        assertThat(order()).containsExactly("Casa/Cane", "Moda/Scarpe", "Moda/Taglia");
        ChoiceList list = lists.create("Interessi", List.of("Sci", "Mare"));
        String path = "/customers/choices/" + list.id();
        marketing.post(path + "/choices/" + list.choices().getFirst().id() + "/move", "up", "false");
        assertThat(lists.find(list.id()).orElseThrow().choices().getFirst().label())
                .isEqualTo("Mare");
        assertThat(signedIn.as("SHOP").post(path, "archived", "true").status()).isEqualTo(403);
        assertThat(marketing.get("/customers/fields/new").body()).contains("Interessi");
        marketing.post(path, "archived", "true");
        assertThat(marketing.get("/customers/fields/new").body()).doesNotContain("Interessi");
    }

    @Test
    void programsPutFieldsAndListsInOrder() {
        grouped("Taglia", "Moda");
        grouped("Cane", "Casa");
        Visitor program = signedIn.token("customers:view", "customers:fields");
        assertThat(program.json(
                                "PUT",
                                "/api/v1/customers/fields/order",
                                "{\"fields\": [{\"code\": \"cane\"}, {\"code\": \"taglia\", \"group\": \"Casa\"}]}")
                        .status())
                .isEqualTo(200);
        assertThat(order()).containsExactly("Casa/Cane", "Casa/Taglia");
        assertThat(program.json("PUT", "/api/v1/customers/fields/order", "{\"fields\": [{\"code\": \"nulla\"}]}")
                        .status())
                .isEqualTo(422);

        assertThat(program.json(
                                "POST",
                                "/api/v1/customers/choices",
                                "{\"name\": \"Sport\", \"choices\": [\"sci\", \"vela\"]}")
                        .status())
                .isEqualTo(201);
        ChoiceList list = lists.all().getFirst();
        String path = "/api/v1/customers/choices/" + list.id();
        long sailing = list.choices().getLast().id();
        assertThat(program.json(
                                "PATCH",
                                path,
                                "{\"name\": \"Sports\", \"choices\": [\"nuoto\"], \"order\": [" + sailing + "]}")
                        .body())
                .contains("\"name\":\"Sports\"")
                .containsSubsequence("vela", "sci", "nuoto");
        assertThat(program.json("PATCH", path + "/choices/" + sailing, "{\"label\": \"Vela d'altura\"}")
                        .body())
                .contains("Vela d'altura");
        assertThat(program.json("PATCH", path, "{\"archived\": true}").body()).contains("\"archived\":true");
        assertThat(program.get("/api/v1/customers/choices").body()).contains("\"archived\":true");
        assertThat(program.json("PATCH", "/api/v1/customers/choices/999999", "{\"name\": \"x\"}")
                        .status())
                .isEqualTo(404);
        assertThat(signedIn.token("customers:view")
                        .json("PATCH", path, "{\"archived\": false}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aBatchIsTakenAndToldWhatItLacksAndTheListHasTheValues() {
        fields.create(new CustomFieldDraft("Fonte", null, CustomFieldType.TEXT, "person", "", true, false, null, null));
        fields.create(new CustomFieldDraft("Lingua", null, CustomFieldType.TEXT, null, "", true, false, "it", null));
        ChoiceList list = lists.create("Sport", List.of("sci", "vela"));
        fields.create(
                new CustomFieldDraft("Sport", null, CustomFieldType.CHOICES, null, "", false, false, null, list.id()));
        Visitor program = signedIn.token("customers:view", "customers:edit");
        String batch = """
                {"customers": [
                    {"email": "anna@example.com", "givenName": "Anna"},
                    {"email": "bea@example.com", "givenName": "Bea",
                     "custom": {"fonte": "fiera", "sport": ["vela", "sci"]}},
                    {"email": "acme@example.com", "companyName": "Acme"},
                    {"givenName": "Nessuno"}]}
                """;
        String told = program.json("POST", "/api/v1/customers", batch).body();
        assertThat(told)
                .contains("\"created\":3", "\"rejected\":1")
                .containsSubsequence(
                        "\"index\":0",
                        "\"lacking\":[\"custom.fonte\"]",
                        "\"index\":1",
                        "\"lacking\":[]",
                        "\"index\":2",
                        "\"lacking\":[]",
                        "\"index\":3");
        assertThat(program.json("POST", "/api/v1/customers", batch).body())
                .contains("\"unchanged\":3", "\"lacking\":[\"custom.fonte\"]");

        assertThat(program.get("/api/v1/customers").body())
                .contains(
                        "\"custom\":{\"lingua\":\"it\"}",
                        "\"custom\":{\"fonte\":\"fiera\",\"lingua\":\"it\",\"sport\":[\"sci\",\"vela\"]}")
                .contains("\"name\":\"Anna\"", "\"email\":\"anna@example.com\"");
    }
}
