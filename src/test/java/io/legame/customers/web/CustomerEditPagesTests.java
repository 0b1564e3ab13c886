package io.legame.customers.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.legame.customers.CustomerDraft;
import io.legame.customers.CustomerEdits;
import io.legame.customers.CustomerField;
import io.legame.customers.CustomerId;
import io.legame.customers.Customers;
import io.legame.customers.Edit;
import io.legame.customers.Identity;
import io.legame.testing.Answer;
import io.legame.testing.LegameTest;
import io.legame.testing.SignedIn;
import io.legame.testing.TestDatabase;
import io.legame.testing.Visitor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The form of a customer as a browser without scripts sends it, and the call that does the same. */
@LegameTest
class CustomerEditPagesTests {
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    private SignedIn signedIn;

    @Autowired
    private Customers customers;

    @Autowired
    private CustomerEdits edits;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void begin() {
        TestDatabase.clear(database, "timeline", "customers");
    }

    private CustomerId create(Map<CustomerField, String> texts) {
        return ((Edit.Saved) edits.create(CustomerDraft.of(texts))).customer();
    }

    private CustomerId anna() {
        return create(Map.of(
                CustomerField.GIVEN_NAME, "Anna", CustomerField.EMAIL, "anna@example.com", CustomerField.TOWN, "Roma"));
    }

    private Visitor shop() {
        Visitor visitor = signedIn.as("SHOP").with("Accept-Language", "en");
        visitor.get("/");
        return visitor;
    }

    @Test
    void aCustomerIsCreatedEditedAndTakenBack() {
        Visitor visitor = shop();
        assertThat(visitor.get("/customers").body()).contains("href=\"/customers/new\"");
        assertThat(visitor.get("/customers/new").body()).contains("name=\"familyName\"");
        Answer created = visitor.post(
                "/customers",
                "givenName",
                "MARIA",
                "email",
                "maria@example.com",
                "annualIncome",
                "38,000.50",
                "birthDate",
                "1984-05-17",
                "homeOwner",
                "false");
        assertThat(created.status()).isEqualTo(302);
        String path = created.header("Location").replaceFirst("^http://[^/]+", "");
        String card = visitor.get(path).body();
        assertThat(card).contains("Maria: created", path + "/edits/", path + "/edit\"", "created:");

        String form = visitor.get(path + "/edit").body();
        assertThat(form).contains("value=\"38000.5\"", "value=\"1984-05-17\"", "value=\"Maria\"");
        Answer saved = visitor.post(
                path, "version", "0", "givenName", "Maria", "email", "maria@example.com", "annualIncome", "");
        assertThat(saved.status()).isEqualTo(302);
        var maria = customers
                .find(new CustomerId(Long.parseLong(path.replaceAll("\\D", ""))))
                .orElseThrow();
        assertThat(maria.annualIncome()).isNull();
        assertThat(maria.homeOwner()).isFalse();

        String undo = visitor.get(path).body().replaceAll("(?s).*action=\"(/customers/\\d+/edits/\\d+/undo)\".*", "$1");
        assertThat(visitor.post(undo).status()).isEqualTo(302);
        assertThat(visitor.get(path + "/edit").body()).contains("value=\"38000.5\"");
        assertThat(visitor.get(path).body()).containsPattern("taken back: [^<]*Annual income[^<]*, by ");
    }

    @Test
    void whatIsRefusedComesBackWithItsReasonAndWithAllThatWasTyped() {
        CustomerId anna = anna();
        Visitor visitor = shop();
        Answer refused = visitor.post(
                "/customers",
                "givenName",
                "<script>alert(1)</script>",
                "email",
                "anna@example.com",
                "phone",
                "12",
                "annualIncome",
                "1e999999999",
                "children",
                "-1",
                "note",
                "</textarea><script>alert(2)</script>");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("It belongs to another customer", "href=\"/customers/" + anna.value() + "\"")
                .contains("value=\"12\"", "not a phone number", "value=\"-1\"", "1e999999999")
                .contains("&lt;script>alert(1)")
                .doesNotContain("<script>alert(");
        assertThat(customers.count().all()).isEqualTo(1);
        assertThat(visitor.post("/customers").body()).contains("Write at least a name");
        assertThat(visitor.get("/customers/new").body()).doesNotContain("Write at least a name");
    }

    @Test
    void whatAnotherChangedMeanwhileIsShownAndKept() {
        CustomerId anna = anna();
        String path = "/customers/" + anna.value();
        Visitor visitor = shop();
        edits.update(
                anna,
                null,
                CustomerDraft.of(Map.of(
                        CustomerField.PHONE,
                        "347 1234567",
                        CustomerField.OTHER_EMAIL,
                        "a2@example.com, a3@example.com",
                        CustomerField.TOWN,
                        "Milano")),
                Set.of());
        String[] form = {
            "version", "0", "givenName", "Anna Maria", "email", "anna@example.com", "phone", "", "town", "Torino"
        };
        Answer late = visitor.post(path, form);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body())
                .contains("Nothing was overwritten", "value=\"Torino\"", "value=\"Anna Maria\"")
                // the phone was not touched here: saving again must not take it away
                .contains("value=\"+393471234567\"", "value=\"a2@example.com, a3@example.com\"");
        assertThat(customers.find(anna).orElseThrow().town()).isEqualTo("Milano");
        String version = late.body().replaceAll("(?s).*name=\"version\" value=\"(\\d+)\".*", "$1");
        form[1] = version;
        form[7] = "+393471234567";
        assertThat(visitor.post(path, form).status()).isEqualTo(302);
        var now = customers.find(anna).orElseThrow();
        assertThat(now.town()).isEqualTo("Torino");
        assertThat(now.phone()).isEqualTo("+393471234567");
        // an address that a file brought since is not taken away by a form that never showed it
        customers.upsert(
                "shop",
                List.of(CustomerDraft.of(Map.of(CustomerField.EMAIL, "anna@example.com", CustomerField.NUMBER, "7"))));
        customers.upsert(
                "shop",
                List.of(CustomerDraft.of(Map.of(CustomerField.NUMBER, "7", CustomerField.EMAIL, "anna2@example.com"))));
        Answer again =
                visitor.post(path, "version", version, "email", "anna@example.com", "otherEmail", "a2@example.com");
        assertThat(again.body())
                .contains("value=\"anna2@example.com\"", "value=\"a2@example.com, a3@example.com, anna@example.com\"");
        form[1] = "hostile";
        assertThat(visitor.post(path, form).status()).isEqualTo(409);
    }

    @Test
    void withoutScriptsAProposalIsTakenByAButtonToo() {
        Visitor visitor = shop();
        Answer taken = visitor.post("/customers/draft", "givenName", "Anna", "email", "anna@gmial.com", "use", "email");
        assertThat(taken.status()).isEqualTo(200);
        assertThat(taken.body()).contains("value=\"anna@gmail.com\"", "value=\"Anna\"");
        create(Map.of(CustomerField.COMPANY_NAME, "Acme S.p.A."));
        assertThat(visitor.post("/customers/draft", "companyName", "acme", "company", "Acme S.p.A.")
                        .body())
                .contains("value=\"Acme S.p.A.\"");
        assertThat(visitor.get("/customers/companies?companyName=acm").body()).contains("Acme S.p.A.");
        assertThat(customers.count().all()).isEqualTo(1);
    }

    @Test
    void whoMayNotEditSeesNoButtonAndComesThroughNoDoor() {
        CustomerId anna = anna();
        String path = "/customers/" + anna.value();
        Visitor analyst = signedIn.as("ANALYST");
        assertThat(analyst.get("/customers").body()).doesNotContain("/customers/new");
        assertThat(analyst.get(path).body()).doesNotContain(path + "/edit");
        assertThat(analyst.get("/customers/new").status()).isEqualTo(403);
        assertThat(analyst.get(path + "/edit").status()).isEqualTo(403);
        assertThat(analyst.post(path, "version", "0", "givenName", "X").status())
                .isEqualTo(403);
        Visitor visitor = shop();
        assertThat(visitor.postWithToken("", path, "version", "0", "givenName", "X")
                        .status())
                .isEqualTo(403);
        assertThat(visitor.postWithToken("forged", "/customers", "givenName", "X")
                        .status())
                .isEqualTo(403);
        assertThat(visitor.get("/customers/999999999/edit").status()).isEqualTo(404);
        assertThat(visitor.post(path + "/edits/999999999/undo").status()).isEqualTo(404);
        assertThat(customers.find(anna).orElseThrow().givenName()).isEqualTo("Anna");
    }

    @Test
    void aProgramChangesTheFieldsThatItNames() {
        CustomerId anna = anna();
        String path = "/api/v1/customers/" + anna.value();
        Visitor program = signedIn.token();
        Answer read = program.get(path);
        String seen = read.header("ETag");
        assertThat(seen).isNotEmpty();
        Answer changed = program.json(
                "PATCH",
                path,
                "{\"town\": null, \"children\": 2, \"annualIncome\": 38000.5, \"familyName\": \"ROSSI\"}");
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        var now = customers.find(anna).orElseThrow();
        assertThat(now.town()).isNull();
        assertThat(now.children()).isEqualTo(2);
        assertThat(now.annualIncome()).isEqualByComparingTo("38000.5");
        assertThat(now.familyName()).isEqualTo("Rossi");
        assertThat(now.email()).isEqualTo("anna@example.com");
        assertThat(changed.header("ETag"))
                .isNotEqualTo(seen)
                .isEqualTo(program.get(path).header("ETag"));
        assertThat(signedIn.as("SHOP")
                        .with("Accept-Language", "en")
                        .get("/customers/" + anna.value())
                        .body())
                .contains("program «test»");

        Answer late = program.with("If-Match", seen).json("PATCH", path, "{\"town\": \"Roma\"}");
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.body()).contains("customers.error.outdated", "town");
        assertThat(customers.find(anna).orElseThrow().town()).isNull();

        Answer further = signedIn.token()
                .json(
                        "PATCH",
                        path,
                        "{\"otherEmails\": [\"a2@example.com\", \"a3@example.com\"], \"otherPhones\": null}");
        assertThat(further.status()).as(further.body()).isEqualTo(200);
        assertThat(customers.find(anna).orElseThrow().identities())
                .contains(Identity.email("a2@example.com"), Identity.email("a3@example.com"));
        assertThat(program.json("PATCH", path, "{\"email\": [\"a2@example.com\"]}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void aProgramIsToldByTheNamesThatItUses() {
        CustomerId anna = anna();
        String path = "/api/v1/customers/" + anna.value();
        Visitor program = signedIn.token("customers:edit", "customers:view");
        String seen = program.get(path).header("ETag");
        Answer wrong = program.json("PATCH", path, "{\"otherEmails\": [\"wrong\"]}");
        assertThat(JSON.readTree(wrong.body()).at("/errors/0/field").asString()).isEqualTo("otherEmails");
        program.json("PATCH", path, "{\"otherEmails\": [\"a2@example.com\"], \"givenName\": \"Annetta\"}");
        Answer late = program.with("If-Match", seen).json("PATCH", path, "{\"town\": \"Roma\"}");
        assertThat(JSON.readTree(late.body()).path("changed").toString()).isEqualTo("[\"givenName\",\"otherEmails\"]");
    }

    @Test
    void aProgramIsToldWhichFieldIsWrongAndWhose() {
        CustomerId anna = anna();
        CustomerId bruno = create(Map.of(CustomerField.GIVEN_NAME, "Bruno"));
        String path = "/api/v1/customers/" + bruno.value();
        Visitor program = signedIn.token("customers:edit");
        Answer refused = program.json("PATCH", path, "{\"email\": \"anna@example.com\", \"phone\": \"12\"}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        JsonNode errors = JSON.readTree(refused.body()).path("errors");
        assertThat(errors.size()).isEqualTo(2);
        assertThat(errors.get(0).path("field").asString()).isEqualTo("email");
        assertThat(errors.get(0).path("owner").asLong()).isEqualTo(anna.value());
        assertThat(errors.get(1).path("field").asString()).isEqualTo("phone");
        for (String hostile : new String[] {
            "{\"fullName\": \"x\"}",
            "{\"nothing\": 1}",
            "{\"email\": [\"a\"]}",
            "{\"annualIncome\": 1e400}",
            "{\"note\": \"\\u0000\"}",
            "{\"children\": 1.5}",
            "{\"birthDate\": true}"
        }) {
            assertThat(program.json("PATCH", path, hostile).status())
                    .as(hostile)
                    .isEqualTo(422);
        }
        assertThat(program.json("PATCH", path, "{}").status()).isEqualTo(200);
        assertThat(program.json("PATCH", "/api/v1/customers/999999999", "{}").status())
                .isEqualTo(404);
    }
}
