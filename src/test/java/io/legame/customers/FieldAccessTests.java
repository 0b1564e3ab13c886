package io.legame.customers;

import static org.assertj.core.api.Assertions.assertThat;

import io.legame.access.Role;
import io.legame.platform.Refusal;
import io.legame.testing.Answer;
import io.legame.testing.LegameTest;
import io.legame.testing.SignedIn;
import io.legame.testing.TestDatabase;
import io.legame.testing.Visitor;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a role does not see of customers shows on no page, in no answer, and cannot be guessed. */
@LegameTest
class FieldAccessTests {
    private static final String EMAIL = "anna.verdi@example.com";
    private static final String PHONE = "+393471234567";
    private static final List<String> SECRETS = List.of(EMAIL, "anna.verdi", PHONE, "347 123 4567", "1234567", "42000");

    private static final List<String> CUSTOM_SECRETS =
            List.of("BADGE-77712", "8121", "8122", "8.121", "8,121", "8.122", "8,122", "Bianchi");

    @Autowired
    private FieldAccess access;

    @Autowired
    private CustomerEdits edits;

    @Autowired
    private Customers customers;

    @Autowired
    private CustomFields fields;

    @Autowired
    private SignedIn signedIn;

    @Autowired
    private JdbcClient database;

    private CustomerId anna = new CustomerId(0);

    @BeforeEach
    void someFieldsAreNotForShops() {
        TestDatabase.clear(database, "timeline", "customers", "access");
        TestDatabase.skipIds(database, "customers.customer");
        var draft = new CustomerDraft(
                Map.of(
                        CustomerField.GIVEN_NAME, "Anna",
                        CustomerField.FAMILY_NAME, "Verdi",
                        CustomerField.EMAIL, EMAIL,
                        CustomerField.PHONE, PHONE,
                        CustomerField.TOWN, "Como"),
                Map.of(),
                null,
                new BigDecimal("42000"),
                null,
                null);
        anna = ((Edit.Saved) edits.create(draft)).customer();
        edits.update(anna, null, CustomerDraft.of(CustomerField.PHONE, "+39 347 7654321"), Set.of());
        edits.update(anna, null, CustomerDraft.of(CustomerField.PHONE, PHONE), Set.of());
        edits.create(CustomerDraft.of(CustomerField.EMAIL, "nameless@example.com"));
        access.limit(
                Role.SHOP,
                Map.of(
                        CustomerField.EMAIL, FieldLevel.MASKED,
                        CustomerField.PHONE, FieldLevel.MASKED,
                        CustomerField.ANNUAL_INCOME, FieldLevel.HIDDEN));
    }

    private Visitor program(String... scopes) {
        Visitor program = signedIn.token(scopes);
        database.sql("update access.api_token set sees_as = 'SHOP' where id = (select max(id) from access.api_token)")
                .update();
        return program;
    }

    @Test
    void nothingOfItIsOnAnyPage() {
        Visitor clerk = signedIn.as("SHOP");
        for (String page : List.of(
                "/customers",
                "/customers?q=anna",
                "/customers/find?q=anna",
                "/customers/" + anna.value(),
                "/customers/" + anna.value() + "/edit")) {
            assertThat(clerk.get(page).status()).as(page).isEqualTo(200);
            assertThat(clerk.get(page).body()).as(page).doesNotContain(SECRETS.toArray(String[]::new));
        }
        assertThat(clerk.get("/customers/" + anna.value()).body())
                .contains("a•••@example.com", "+39•••67", "Como")
                .doesNotContain("mailto:", "tel:");
        for (String closed : List.of("/customers/quality", "/customers/" + anna.value() + "/merge")) {
            assertThat(clerk.get(closed).status()).as(closed).isEqualTo(403);
        }
        // with a role that sees it, it is seen
        signedIn.account("both@legame.test", "Both", "SHOP", "SALES");
        assertThat(signedIn.signIn("both@legame.test")
                        .get("/customers/" + anna.value())
                        .body())
                .contains(EMAIL);
    }

    @Test
    void itCannotBeGuessedLetterByLetter() {
        Visitor clerk = signedIn.as("SHOP");
        for (String part :
                List.of("anna.verdi@ex", EMAIL.substring(0, EMAIL.length() - 1), "347123", "+3934712345", "nameless")) {
            assertThat(clerk.get("/customers?q=" + part.replace("+", "%2B")).body())
                    .as(part)
                    .contains("data-table")
                    .doesNotContain("a•••@example.com", "n•••@example.com");
        }
        // who knows the whole value finds whose it is
        for (String whole : List.of(EMAIL, "347 1234567", PHONE)) {
            assertThat(clerk.get("/customers?q=" + whole.replace("+", "%2B").replace(" ", "%20"))
                            .body())
                    .as(whole)
                    .contains("Anna Verdi");
        }
        for (String order : List.of("email", "-phone")) {
            assertThat(clerk.get("/customers?sort=" + order).status()).isEqualTo(403);
            assertThat(program("customers:view")
                            .get("/api/v1/customers?sort=" + order)
                            .status())
                    .isEqualTo(403);
        }
        assertThat(clerk.get("/customers").body()).doesNotContain("sort=email").contains("sort=town");
    }

    @Test
    void programsSeeWhatTheirRoleSees() {
        Visitor program = program("customers:view", "customers:edit");
        for (String call : List.of("/api/v1/customers", "/api/v1/customers/" + anna.value())) {
            assertThat(program.get(call).body())
                    .as(call)
                    .contains("Anna", "a•••@example.com")
                    .doesNotContain(SECRETS.toArray(String[]::new));
        }
        assertThat(signedIn.token("customers:view")
                        .get("/api/v1/customers/" + anna.value())
                        .body())
                .contains(EMAIL, PHONE, "42000");
    }

    @Test
    void placesInTheListTellNothing() {
        Visitor program = program("customers:view");
        edits.create(CustomerDraft.of(CustomerField.EMAIL, "other@example.com"));
        var seen = new ArrayList<String>();
        String after = "";
        do {
            String body = program.get("/api/v1/customers?limit=1" + after).body();
            seen.add(body.replaceAll(".*\"name\":\"([^\"]*)\".*", "$1"));
            String next = body.replaceAll(".*\"next\":\"?([^\"}]*)\"?}.*", "$1");
            after = next.equals("null") || next.equals(body) ? "" : "&after=" + next;
            assertThat(new String(Base64.getUrlDecoder().decode(after.replace("&after=", "")), StandardCharsets.UTF_8))
                    .doesNotContain("example.com");
        } while (!after.isEmpty());
        assertThat(seen).hasSize(3).endsWith("Anna Verdi");
    }

    @Test
    void nobodyWritesOverWhatTheyDoNotSee() {
        Visitor program = program("customers:view", "customers:edit");
        for (String body :
                List.of("{\"annualIncome\":1}", "{\"annualIncome\":null}", "{\"email\":\"x@example.com\"}")) {
            assertThat(program.json("PATCH", "/api/v1/customers/" + anna.value(), body)
                            .status())
                    .as(body)
                    .isEqualTo(403);
        }
        Visitor clerk = signedIn.as("SHOP");
        String form = clerk.get("/customers/" + anna.value() + "/edit").body();
        assertThat(form).contains("name=\"town\"").doesNotContain("name=\"email\"", "name=\"annualIncome\"");
        Answer saved = clerk.post(
                "/customers/" + anna.value(),
                "version",
                "2",
                "town",
                "Lecco",
                "givenName",
                "Anna",
                "familyName",
                "Verdi");
        assertThat(saved.status()).isIn(302, 303);
        Customer now = customers.find(anna).orElseThrow();
        assertThat(now.town()).isEqualTo("Lecco");
        assertThat(now.email()).isEqualTo(EMAIL);
        assertThat(now.annualIncome()).isEqualByComparingTo("42000");
        // of somebody new they write what they are told
        assertThat(clerk.post("/customers", "givenName", "Bea", "email", "bea@example.com")
                        .status())
                .isIn(302, 303);
    }

    /** A limited field of each level, with values that anna had and has. */
    private List<CustomField> limitedFields() {
        CustomField badge = unique("Tesserino");
        CustomField debt = fields.create(CustomFieldDraft.of("Debito", CustomFieldType.MONEY));
        CustomField dentist = fields.create(CustomFieldDraft.text("Dentista"));
        CustomField hobby = fields.create(CustomFieldDraft.text("Hobby"));
        for (String turn : List.of("1", "2")) {
            var said = new CustomDraft(Map.of(
                    badge.id(), List.of("BADGE-77712" + turn),
                    debt.id(), List.of("812" + turn),
                    dentist.id(), List.of("Dottor Bianchi " + turn),
                    hobby.id(), List.of("scacchi")));
            edits.update(anna, null, CustomerDraft.of(Map.of()).with(said), Set.of());
        }
        access.limit(
                Role.SHOP,
                Map.of(),
                Map.of(badge, FieldLevel.MASKED, debt, FieldLevel.HIDDEN, dentist, FieldLevel.HIDDEN));
        return List.of(badge, debt, dentist);
    }

    private CustomField unique(String name) {
        return fields.create(new CustomFieldDraft(name, null, CustomFieldType.TEXT, null, "", false, true, null, null));
    }

    @Test
    void customFieldsAreLimitedOnEveryPage() {
        limitedFields();
        Visitor clerk = signedIn.as("SHOP");
        for (String page : List.of(
                "/customers",
                "/customers?q=anna",
                "/customers/find?q=anna",
                "/customers/" + anna.value(),
                "/customers/" + anna.value() + "/edit")) {
            assertThat(clerk.get(page).status()).as(page).isEqualTo(200);
            assertThat(clerk.get(page).body()).as(page).doesNotContain(CUSTOM_SECRETS.toArray(String[]::new));
        }
        String card = clerk.get("/customers/" + anna.value()).body();
        assertThat(card).contains("•••122", "scacchi").doesNotContain("Debito", "Dentista");
        assertThat(signedIn.administrator().get("/customers/" + anna.value()).body())
                .contains("BADGE-777122", "BADGE-777121", "Bianchi 2", "Bianchi 1");
    }

    @Test
    void customFieldsAreLimitedInTheApiAndItsHistory() {
        limitedFields();
        Visitor program = program("customers:view", "customers:edit");
        for (String call : List.of(
                "/api/v1/customers",
                "/api/v1/customers/" + anna.value(),
                "/api/v1/customers/" + anna.value() + "/history")) {
            assertThat(program.get(call).body())
                    .as(call)
                    .contains("scacchi")
                    .doesNotContain(CUSTOM_SECRETS.toArray(String[]::new));
        }
        assertThat(program.get("/api/v1/customers/" + anna.value()).body())
                .contains("\"tesserino\":\"•••122\"")
                .doesNotContain("dentista");
        assertThat(signedIn.token("customers:view")
                        .get("/api/v1/customers/" + anna.value() + "/history")
                        .body())
                .contains("BADGE-777121", "Bianchi 1");
    }

    @Test
    void nobodyWritesOverACustomFieldThatTheyDoNotSee() {
        List<CustomField> limited = limitedFields();
        Object before = customers.find(anna).orElseThrow().custom();
        Visitor program = program("customers:view", "customers:edit");
        for (String code : List.of("tesserino", "debito", "dentista")) {
            for (String value : List.of("\"1\"", "null")) {
                Answer answer = program.json(
                        "PATCH", "/api/v1/customers/" + anna.value(), "{\"custom\":{\"" + code + "\":" + value + "}}");
                assertThat(answer.status()).as(code + value).isEqualTo(403);
                assertThat(answer.body()).contains("custom." + code);
            }
        }
        Visitor clerk = signedIn.as("SHOP");
        String form = clerk.get("/customers/" + anna.value() + "/edit").body();
        limited.forEach(field -> assertThat(form)
                .contains(field.name())
                .doesNotContain("name=\"" + field.id().name() + "\""));
        long version = edits.version(anna);
        assertThat(clerk.post(
                                "/customers/" + anna.value(),
                                "version",
                                Long.toString(version),
                                "town",
                                "Lecco",
                                "givenName",
                                "Anna")
                        .status())
                .isIn(302, 303);
        assertThat(customers.find(anna).orElseThrow().custom()).isEqualTo(before);
        assertThat(clerk.post(
                                "/customers/" + anna.value(),
                                "version",
                                Long.toString(version + 1),
                                "givenName",
                                "Anna",
                                limited.getFirst().id().name(),
                                "")
                        .status())
                .isEqualTo(403);
        // of somebody new they write what they are told
        assertThat(clerk.get("/customers/new").body())
                .contains("name=\"" + limited.getLast().id().name() + "\"");
    }

    @Test
    void aUniqueCustomValueIsFoundWholeAndCannotBeGuessed() {
        limitedFields();
        Visitor clerk = signedIn.as("SHOP");
        assertThat(clerk.get("/customers?q=BADGE-777122").body()).contains("Anna Verdi");
        for (String part : List.of("BADGE", "BADGE-7771", "badge-77712")) {
            assertThat(clerk.get("/customers?q=" + part).body()).as(part).doesNotContain("Anna Verdi");
        }
        assertThat(signedIn.administrator().get("/customers?q=BADGE-7771").body())
                .contains("Anna Verdi");
    }

    @Test
    void limitsOfCustomFieldsAreSetOnThePageAndByPrograms() {
        CustomField badge = unique("Tesserino");
        CustomField debt = fields.create(CustomFieldDraft.of("Debito", CustomFieldType.MONEY));
        Visitor administrator = signedIn.administrator();
        assertThat(administrator.get("/customers/field-access?role=SUPPORT").body())
                .contains("Tesserino", "name=\"" + debt.id().name() + "\"");
        administrator.post(
                "/customers/field-access",
                "role",
                "SUPPORT",
                badge.id().name(),
                "masked",
                debt.id().name(),
                "hidden");
        assertThat(access.of(Role.SUPPORT).level(badge)).isEqualTo(FieldLevel.MASKED);
        assertThat(access.of(Role.SUPPORT).level(debt)).isEqualTo(FieldLevel.HIDDEN);
        assertThat(access.of(Role.SUPPORT).text(badge, "BADGE-777122")).isEqualTo("•••122");

        // a limit comes back with an archived field, whatever is said meanwhile
        fields.archive(badge.id(), true);
        Visitor program = signedIn.token("customers:rules");
        String path = "/api/v1/customers/field-access/SUPPORT";
        assertThat(program.json("PUT", path, "{\"custom.debito\":\"masked\"}").status())
                .isEqualTo(422);
        assertThat(program.json("PUT", path, "{\"custom.tesserino\":\"masked\"}")
                        .status())
                .isEqualTo(422);
        assertThat(program.json("PUT", path, "{\"custom.debito\":\"hidden\"}").status())
                .isEqualTo(200);
        assertThat(program.json("PUT", path, "{}").body()).isEqualTo("{\"custom.tesserino\":\"masked\"}");
        fields.archive(badge.id(), false);
        assertThat(access.of(Role.SUPPORT).level(badge)).isEqualTo(FieldLevel.MASKED);
        assertThat(access.of(Role.SUPPORT).level(debt)).isEqualTo(FieldLevel.FULL);
    }

    @Test
    void whatCannotBeChosenIsRefused() {
        Visitor administrator = signedIn.administrator();
        assertThat(administrator.get("/customers/field-access?role=SHOP").body())
                .contains("Fields by role");
        assertThat(administrator
                        .post("/customers/field-access", "role", "SUPPORT", "phone", "hidden", "town", "full")
                        .status())
                .isIn(302, 303);
        assertThat(access.of(Role.SUPPORT).levels()).isEqualTo(Map.of(CustomerField.PHONE, FieldLevel.HIDDEN));
        Visitor program = signedIn.token("customers:rules");
        String path = "/api/v1/customers/field-access/SUPPORT";
        assertThat(program.json("PUT", path, "{\"town\":\"masked\"}").status()).isEqualTo(422);
        assertThat(program.json("PUT", path, "{\"givenName\":\"hidden\"}").status())
                .isEqualTo(422);
        assertThat(program.json("PUT", path, "{\"card\":\"masked\"}").body()).isEqualTo("{\"card\":\"masked\"}");
        Assertions.assertThatThrownBy(() -> access.limit(Role.ADMINISTRATOR, Map.of()))
                .isInstanceOf(Refusal.class);
    }
}
