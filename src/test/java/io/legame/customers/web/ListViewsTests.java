package io.legame.customers.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.legame.access.Role;
import io.legame.access.Unit;
import io.legame.access.UnitId;
import io.legame.access.Units;
import io.legame.customers.CustomFieldDraft;
import io.legame.customers.CustomFields;
import io.legame.customers.CustomerDraft;
import io.legame.customers.CustomerField;
import io.legame.customers.CustomerQuery;
import io.legame.customers.CustomerUnits;
import io.legame.customers.Customers;
import io.legame.customers.FieldAccess;
import io.legame.customers.FieldLevel;
import io.legame.insight.Projection;
import io.legame.testing.Answer;
import io.legame.testing.LegameTest;
import io.legame.testing.SignedIn;
import io.legame.testing.TestDatabase;
import io.legame.testing.Visitor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists of customers that are kept: whose they are, who sees them, and what becomes of them. */
@LegameTest
class ListViewsTests {
    private static final String FILTER = "{\"attribute\":\"gender\",\"isOneOf\":[\"F\"]}";

    @Autowired
    private Customers customers;

    @Autowired
    private CustomerUnits customerUnits;

    @Autowired
    private CustomFields fields;

    @Autowired
    private FieldAccess access;

    @Autowired
    private Units units;

    @Autowired
    private Projection projection;

    @Autowired
    private SignedIn signedIn;

    @Autowired
    private JdbcClient database;

    private UnitId milano = new UnitId(0);

    @BeforeEach
    void begin() {
        TestDatabase.clear(database, "timeline", "customers", "access");
        milano = units.create(Unit.Kind.SHOP, "Milano", List.of()).id();
        customers.upsert(
                "shop",
                List.of(
                        CustomerDraft.of(Map.of(
                                CustomerField.GIVEN_NAME, "Ada",
                                CustomerField.EMAIL, "ada@example.com",
                                CustomerField.GENDER, "F")),
                        CustomerDraft.of(Map.of(
                                CustomerField.GIVEN_NAME, "Ugo",
                                CustomerField.EMAIL, "ugo@example.com",
                                CustomerField.GENDER, "M"))));
        projection.catchUp();
    }

    private Visitor person(String email, String role, boolean ofMilano) {
        signedIn.account(email, email, role);
        if (ofMilano) {
            database.sql("update access.account set sees = array[?] where email = ?")
                    .params(milano.value(), email)
                    .update();
        }
        Visitor person = signedIn.signIn(email);
        person.get("/");
        return person;
    }

    /** Returns the number of the view. */
    private static String keep(Visitor person, String name, String sharing) {
        Answer answer = person.post(
                "/customers/views",
                "name",
                name,
                "sharing",
                sharing,
                "filter",
                FILTER,
                "sort",
                "-email",
                "columns",
                "email,town",
                "q",
                "");
        assertThat(answer.status()).isEqualTo(302);
        return answer.header("Location").replaceAll(".*view=", "");
    }

    @Test
    void aListIsKeptWithAllThatItSays() {
        Visitor lia = person("lia@legame.test", "MARKETING", false);
        String id = keep(lia, "  Our   women ", "own");
        String page = lia.get("/customers?view=" + id).body();
        assertThat(page)
                .contains("Our women", "ada@example.com", "aria-sort=\"descending\"")
                .doesNotContain("ugo@");
        assertThat(lia.get("/customers").body()).contains("ugo@example.com");
        // what is typed is looked for in it, and its columns change without losing the rest
        assertThat(lia.get("/customers?view=" + id + "&edited=true&q=ugo&filter="
                                + URLEncoder.encode(FILTER, StandardCharsets.UTF_8))
                        .body())
                .contains("No customer matches");
        assertThat(page).contains("name=\"edited\" value=\"true\"", "name=\"sort\" value=\"-email\"");
        // looked at in another order, it is another list until it is saved
        String other = lia.get("/customers?view=" + id + "&edited=true&sort=email&columns=phone")
                .body();
        assertThat(other).contains(">Ugo<", "changed", "Save the changes to Our women");
    }

    @Test
    void itsReadersAreThoseWhoShallSeeIt() {
        Visitor lia = person("lia@legame.test", "MARKETING", false);
        Visitor max = person("max@legame.test", "MARKETING", false);
        Visitor mila = person("mila@legame.test", "SHOP", true);
        units.create(Unit.Kind.SHOP, "Roma", List.of());
        String own = keep(lia, "Mine", "own");
        String ofUnit = keep(lia, "Milan's", Integer.toString(milano.value()));
        String all = keep(lia, "Everybody's", "all");
        for (String id : List.of(own, ofUnit, all)) {
            assertThat(lia.get("/customers?view=" + id).status()).isEqualTo(200);
        }
        assertThat(max.get("/customers?view=" + own).status()).isEqualTo(404);
        assertThat(max.get("/customers?view=" + ofUnit).status()).isEqualTo(200);
        assertThat(mila.get("/customers?view=" + own).status()).isEqualTo(404);
        // she sees the list, and of its customers only her shop's
        customerUnits.assign(
                customers
                        .list(CustomerQuery.search("ugo"), null, 1)
                        .customers()
                        .getFirst()
                        .id(),
                milano);
        assertThat(mila.get("/customers?view=" + ofUnit).body())
                .contains("Milan")
                .doesNotContain("ada@");
        assertThat(mila.get("/customers?view=" + all).status()).isEqualTo(200);
        // nobody changes a colleague's
        assertThat(max.post("/customers/views/" + all, "name", "Max's", "version", "1")
                        .status())
                .isEqualTo(403);
        assertThat(max.post("/customers/views/" + all + "/delete").status()).isEqualTo(403);
        assertThat(max.post("/customers/views/" + own + "/delete").status()).isEqualTo(404);
        // nobody shares with a unit that they do not see
        assertThat(mila.post("/customers/views", "name", "x", "sharing", Integer.toString(milano.value() + 1))
                        .status())
                .isEqualTo(422);
        assertThat(lia.post("/customers/views/" + all + "/delete").status()).isEqualTo(302);
        assertThat(max.get("/customers?view=" + all).status()).isEqualTo(404);
    }

    @Test
    void aListThatAsksForWhatOneDoesNotSeeIsRefused() {
        Visitor lia = person("lia@legame.test", "MARKETING", false);
        String all = keep(lia, "Everybody's", "all");
        access.limit(Role.SHOP, Map.of(CustomerField.GENDER, FieldLevel.HIDDEN));
        Visitor shop = person("shop@legame.test", "SHOP", false);
        assertThat(shop.get("/customers?view=" + all).status()).isEqualTo(403);
        assertThat(shop.get("/customers").status()).isEqualTo(200);
    }

    @Test
    void twoWhoChangeItDoNotLoseEachOthersChange() {
        Visitor lia = person("lia@legame.test", "MARKETING", false);
        String id = keep(lia, "Mine", "own");
        assertThat(lia.post("/customers/views/" + id, "name", "First", "version", "1", "view", id)
                        .status())
                .isEqualTo(302);
        assertThat(lia.post("/customers/views/" + id, "name", "Second", "version", "1", "view", id)
                        .status())
                .isEqualTo(409);
        assertThat(lia.get("/customers?view=" + id).body()).contains("First");
    }

    @Test
    void aColumnThatIsNoMoreIsLeftOut() {
        var field = fields.create(CustomFieldDraft.text("Motto"));
        Visitor lia = person("lia@legame.test", "MARKETING", false);
        Answer answer = lia.post("/customers/views", "name", "With motto", "columns", "email,custom.motto,nonsense");
        String id = answer.header("Location").replaceAll(".*view=", "");
        assertThat(lia.get("/customers?view=" + id).body()).contains(">Motto<");
        assertThat(lia.post("/customers/views", "name", "By motto", "sort", "custom.motto", "columns", "email")
                        .status())
                .isEqualTo(302);
        fields.archive(field.id(), true);
        assertThat(lia.get("/customers?view=" + id).body()).contains("ada@").doesNotContain("data-label=\"Motto\"");
        String byMotto = Integer.toString(Integer.parseInt(id) + 1);
        assertThat(lia.get("/customers?view=" + byMotto).body()).contains("ada@");
        assertThat(lia.get("/customers/views/" + byMotto + "/edit").status()).isEqualTo(200);
        assertThat(lia.post("/customers/views/" + byMotto, "name", "By nothing", "version", "1")
                        .status())
                .isEqualTo(302);
        assertThat(lia.get("/customers?view=" + byMotto).body()).contains("By nothing", "ada@");
    }

    @Test
    void programsKeepListsToo() {
        Visitor program = signedIn.token("customers:view");
        Answer created = program.json(
                "POST",
                "/api/v1/customers/views",
                "{\"name\": \"Women\", \"sharing\": \"all\", \"filter\": " + FILTER
                        + ", \"sort\": \"-added\", \"columns\": [\"email\", \"birthDate\"]}");
        assertThat(created.status()).isEqualTo(201);
        String id = created.body().replaceAll("\\{\"id\":(\\d+).*", "$1");
        assertThat(program.get("/api/v1/customers/views/" + id).body())
                .contains("\"filter\":" + FILTER, "\"columns\":[\"email\",\"birthDate\"]", "\"version\":1");
        assertThat(program.json("PUT", "/api/v1/customers/views/" + id, "{\"name\": \"All\", \"version\": 1}")
                        .status())
                .isEqualTo(200);
        assertThat(program.get("/api/v1/customers/views").body()).contains("\"name\":\"All\"", "\"sharing\":\"own\"");
        for (String wrong : List.of(
                "{}",
                "{\"name\": \"x\", \"filter\": {\"attribute\": \"towm\"}}",
                "{\"name\": \"x\", \"sort\": \"nonsense\"}",
                "{\"name\": \"x\", \"columns\": [\"nonsense\"]}",
                "{\"name\": \"x\", \"sharing\": \"somebody\"}",
                "{\"name\": \"x\", \"sharing\": \"unit\"}")) {
            assertThat(program.json("POST", "/api/v1/customers/views", wrong).status())
                    .as(wrong)
                    .isEqualTo(422);
        }
        assertThat(program.json("DELETE", "/api/v1/customers/views/" + id, "").status())
                .isEqualTo(204);
        assertThat(program.get("/api/v1/customers/views/" + id).status()).isEqualTo(404);
    }
}
