package io.legame.customers.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.legame.access.Unit;
import io.legame.access.UnitId;
import io.legame.access.Units;
import io.legame.customers.ChoiceLists;
import io.legame.customers.CustomDraft;
import io.legame.customers.CustomFieldDraft;
import io.legame.customers.CustomFieldId;
import io.legame.customers.CustomFieldType;
import io.legame.customers.CustomFields;
import io.legame.customers.CustomerDraft;
import io.legame.customers.CustomerField;
import io.legame.customers.CustomerId;
import io.legame.customers.CustomerUnits;
import io.legame.customers.Customers;
import io.legame.customers.Upsert;
import io.legame.insight.Projection;
import io.legame.testing.Answer;
import io.legame.testing.LegameTest;
import io.legame.testing.SignedIn;
import io.legame.testing.TestDatabase;
import io.legame.testing.Visitor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Programs do the same to many customers at once, and to no others. */
@LegameTest
class BulkActionsApiTests {
    private static final String PATH = "/api/v1/customers/bulk-actions";
    private static final String EVERYBODY = "{\"filter\": {\"all\": []}}";
    private static final String BOLOGNA = "{\"attribute\": \"town\", \"isOneOf\": [\"Bologna\"]}";
    private static final String SPEAK_ITALIAN =
            "\"action\": \"write\", \"field\": \"language\", \"value\": \"italiano\"";

    @Autowired
    private Customers customers;

    @Autowired
    private CustomerUnits customerUnits;

    @Autowired
    private CustomFields fields;

    @Autowired
    private ChoiceLists lists;

    @Autowired
    private Units units;

    @Autowired
    private Projection projection;

    @Autowired
    private SignedIn signedIn;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JsonMapper json;

    private CustomerId anna = new CustomerId(0);
    private CustomerId bruno = new CustomerId(0);
    private CustomerId carla = new CustomerId(0);
    private CustomFieldId interests = new CustomFieldId(0);
    private UnitId milano = new UnitId(0);
    private UnitId roma = new UnitId(0);

    @BeforeEach
    void threeCustomersInTwoShops() {
        TestDatabase.clear(database, "timeline", "customers", "access");
        TestDatabase.skipIds(database, "customers.bulk_action");
        fields.create(CustomFieldDraft.of("Size", CustomFieldType.NUMBER));
        long list = lists.create("Interests", List.of("ski", "golf", "art")).id();
        interests = fields.create(new CustomFieldDraft(
                        "Interests", null, CustomFieldType.CHOICES, null, "", false, false, null, list))
                .id();
        milano = units.create(Unit.Kind.SHOP, "Milano", List.of()).id();
        roma = units.create(Unit.Kind.SHOP, "Roma", List.of()).id();
        anna = create("Anna", "Verdi", "Bologna");
        bruno = create("Bruno", "Verdi", "Milano");
        carla = create("Carla", "Bianchi", "Bologna");
        customerUnits.assign(anna, milano);
        customerUnits.assign(bruno, roma);
        projection.catchUp();
    }

    private CustomerId create(String given, String family, String town) {
        var draft = CustomerDraft.of(Map.of(
                CustomerField.GIVEN_NAME, given,
                CustomerField.FAMILY_NAME, family,
                CustomerField.EMAIL, given + "@example.com",
                CustomerField.TOWN, town));
        return ((Upsert.Created) customers
                        .upsert("shop", List.of(draft.with(new CustomDraft(Map.of(interests, List.of("golf"))))))
                        .getFirst())
                .customer();
    }

    private Visitor ofMilano(String... scopes) {
        Visitor program = signedIn.token(scopes);
        database.sql("update access.api_token set sees = array[?] where id = (select max(id) from access.api_token)")
                .param(milano.value())
                .update();
        return program;
    }

    private static Answer order(Visitor program, String what, String whom) {
        return program.json("POST", PATH, "{" + what + ", \"customers\": " + whom + "}");
    }

    /** Returns the address of what was begun. */
    private static String begun(Visitor program, String what, String whom) {
        Answer answer = order(program, what, whom);
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        return answer.header("Location");
    }

    private JsonNode become(String state, Visitor program, String path) {
        return await().until(
                        () -> read(program, path),
                        found -> found.at("/state").asString().equals(state));
    }

    private JsonNode read(Visitor program, String path) {
        return json.readTree(program.get(path).body());
    }

    private JsonNode done(Visitor program, String what, String whom) {
        return become("done", program, begun(program, what, whom));
    }

    private List<CustomerId> those(String condition) {
        return database
                .sql("select c.id from customers.customer c where " + condition + " order by c.id")
                .query(Long.class)
                .list()
                .stream()
                .map(CustomerId::new)
                .toList();
    }

    private String ids(CustomerId... customers) {
        return "{\"ids\": "
                + json.writeValueAsString(
                        List.of(customers).stream().map(CustomerId::value).toList()) + "}";
    }

    @Test
    void whoIsMeantIsSaidByNumberBySearchOrByFilter() {
        Visitor program = signedIn.token("customers:view", "customers:edit");
        done(program, "\"action\": \"write\", \"field\": \"note\", \"value\": \"by number\"", ids(anna, bruno));
        assertThat(those("note = 'by number'")).containsExactly(anna, bruno);
        done(
                program,
                "\"action\": \"write\", \"field\": \"note\", \"value\": \"filtered\"",
                "{\"filter\": " + BOLOGNA + "}");
        assertThat(those("note = 'filtered'")).containsExactly(anna, carla);
        done(program, "\"action\": \"write\", \"field\": \"note\", \"value\": \"found\"", "{\"q\": \"verdi\"}");
        assertThat(those("note = 'found'")).containsExactly(anna, bruno);
        done(
                program,
                "\"action\": \"write\", \"field\": \"note\", \"value\": \"both\"",
                "{\"q\": \"verdi\", \"filter\": " + BOLOGNA + "}");
        assertThat(those("note = 'both'")).containsExactly(anna);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "action": "write", "field": "language", "value": "italiano"         | language = 'it'
            "action": "write", "field": "annualIncome", "value": 30000.50       | annual_income = 30000.5
            "action": "write", "field": "children", "value": 2                  | children = 2
            "action": "write", "field": "homeOwner", "value": false             | not home_owner
            "action": "write", "field": "custom.size", "value": 41.5            | c.custom::text like '%41.5%'
            "action": "write", "field": "custom.interests", "value": ["art"]    | c.custom::text like '%["3"]%'
            "action": "empty", "field": "town"                                  | town is null
            "action": "empty", "field": "custom.interests"                      | coalesce(c.custom::text, '{}') = '{}'
            "action": "add", "field": "custom.interests", "value": ["ski"]      | c.custom::text like '%, %'
            "action": "take", "field": "custom.interests", "value": "golf"      | coalesce(c.custom::text, '{}') = '{}'
            "action": "archive"                                                 | left_as = 'archived'
            "action": "delete"                                                  | left_as = 'deleted'
            """)
    void everyActionIsDoneAndTakenBack(String what, String condition) {
        assertThat(those(condition)).isEmpty();
        Visitor program = signedIn.token("customers:edit", "customers:delete");
        JsonNode done = done(program, what, EVERYBODY);
        assertThat(those(condition)).containsExactly(anna, bruno, carla);
        assertThat(List.of(done.at("/total").asInt(), done.at("/changed").asInt()))
                .containsExactly(3, 3);
        assertThat(done.at("/progress").asDouble()).isEqualTo(1);
        takeBack(program, done);
        assertThat(those(condition)).isEmpty();
    }

    private void takeBack(Visitor program, JsonNode done) {
        String path = PATH + "/" + done.at("/id").asLong();
        assertThat(program.json("POST", path + "/undo", "").status()).isEqualTo(202);
        JsonNode undone = become("undone", program, path);
        assertThat(undone.at("/undone").asInt()).isEqualTo(done.at("/changed").asInt());
        assertThat(undone.at("/kept").asInt()).isZero();
        assertThat(program.json("POST", path + "/undo", "").status()).isEqualTo(422);
    }

    @Test
    void aShopIsGivenCustomersAndTheyAreTakenFromIt() {
        Visitor program = signedIn.token("customers:edit");
        String milanese = "exists (select from customers.customer_unit u where u.customer_id = c.id and u.unit_id = "
                + milano.value() + ")";
        JsonNode given = done(program, "\"action\": \"assign\", \"unit\": " + milano.value(), EVERYBODY);
        assertThat(those(milanese)).containsExactly(anna, bruno, carla);
        assertThat(List.of(given.at("/changed").asInt(), given.at("/same").asInt()))
                .containsExactly(2, 1);
        takeBack(program, given);
        assertThat(those(milanese)).containsExactly(anna);
        JsonNode taken = done(program, "\"action\": \"unassign\", \"unit\": " + milano.value(), ids(anna, bruno));
        assertThat(those(milanese)).isEmpty();
        assertThat(List.of(taken.at("/changed").asInt(), taken.at("/same").asInt()))
                .containsExactly(1, 1);
        takeBack(program, taken);
        assertThat(those(milanese)).containsExactly(anna);
    }

    @Test
    void nobodyIsMeantByAccident() {
        """
                {}
                {"filtre": {"all": []}}
                {"q": " "}
                {"q": "nobody at all is called so"}
                {"q": "verdi", "ids": [1]}
                {"ids": []}
                {"ids": [null]}
                {"ids": [-1, 999999999999]}
                {"filter": {}}
                {"filter": []}
                {"filter": 5}
                {"filter": "town"}
                {"filter": {"attribute": "towm"}}
                null
                """.lines().forEach(whom -> refused("{" + SPEAK_ITALIAN + ", \"customers\": " + whom + "}", 422));
    }

    private void refused(String body, int status) {
        Visitor program = signedIn.token();
        Answer answer = program.json("POST", PATH, body);
        assertThat(answer.status()).as(body + answer.body()).isEqualTo(status);
        JsonNode problem = json.readTree(answer.body());
        assertThat(problem.at("/detail").asString())
                .as(body)
                .contains(" ")
                .isNotEqualTo(problem.at("/code").asString())
                .doesNotContain("null");
        assertThat(read(program, PATH).at("/actions").size()).as(body).isZero();
    }

    @Test
    void whatCannotBeDoneIsRefused() {
        """
                "field": "town", "value": "Bari"
                "action": "fly"
                "action": "write", "value": "Bari"
                "action": "write", "field": "town"
                "action": "write", "field": "town", "value": null
                "action": "write", "field": "town", "value": " "
                "action": "write", "field": "town", "value": []
                "action": "write", "field": "town", "value": ["Bari", "Roma"]
                "action": "write", "field": "town", "value": {"name": "Bari"}
                "action": "write", "field": "town", "value": [["Bari"]]
                "action": "write", "field": "email", "value": "a@example.com"
                "action": "empty", "field": "familyName"
                "action": "empty"
                "action": "empty", "field": "nonsense"
                "action": "empty", "field": "custom.nonsense"
                "action": "write", "field": "children", "value": "many"
                "action": "write", "field": "children", "value": 2.5
                "action": "write", "field": "annualIncome", "value": -1
                "action": "write", "field": "annualIncome", "value": 1e300
                "action": "write", "field": "annualIncome", "value": 1e999
                "action": "write", "field": "homeOwner", "value": "perhaps"
                "action": "write", "field": "custom.size", "value": "large"
                "action": "write", "field": "custom.interests", "value": ["golf", "chess"]
                "action": "add", "field": "custom.interests", "value": ["chess"]
                "action": "add", "field": "custom.interests"
                "action": "add", "field": "custom.size", "value": 41
                "action": "take", "field": "language", "value": "it"
                "action": "take", "value": "it"
                "action": "assign"
                "action": "assign", "unit": 99999
                "action": "unassign", "unit": -1
                """.lines().forEach(what -> refused("{" + what + ", \"customers\": " + EVERYBODY + "}", 422));
    }

    @Test
    void whatCannotBeReadIsRefusedToo() {
        """

                {
                []
                null
                {"action": {"a": 1}}
                {"action": "assign", "unit": "Milano"}
                {"action": "assign", "unit": 99999999999}
                {"action": "archive", "customers": 5}
                {"action": "archive", "customers": {"ids": ["Anna"]}}
                {"action": "write", "field": "note", "value": "a\\u0000b", "customers": {"q": "verdi"}}
                """.lines().forEach(body -> refused(body, 400));
    }

    @Test
    void onlyWhoMayDeleteDeletesNorGoesOnWithIt() {
        assertThat(order(signedIn.token("customers:view"), SPEAK_ITALIAN, EVERYBODY)
                        .status())
                .isEqualTo(403);
        Visitor editor = signedIn.token("customers:edit");
        assertThat(order(editor, "\"action\": \"delete\"", EVERYBODY).status()).isEqualTo(403);
        Visitor program = signedIn.token("customers:edit", "customers:delete");
        String path = stopped(program, "\"action\": \"delete\"");
        assertThat(editor.json("POST", path + "/run", "").status()).isEqualTo(403);
        assertThat(those("left_as is not null")).isEmpty();
        assertThat(program.json("POST", path + "/run", "").status()).isEqualTo(202);
        become("done", program, path);
        assertThat(those("left_as = 'deleted'")).hasSize(3);
    }

    /** Begun while nobody may write customers, and stopped before they may. */
    private String stopped(Visitor program, String what) {
        return transaction.execute(status -> {
            database.sql("lock table customers.customer in exclusive mode").update();
            String path = begun(program, what, EVERYBODY);
            assertThat(read(program, path).at("/state").asString()).isEqualTo("running");
            assertThat(program.json("POST", path + "/run", "").status()).isEqualTo(422);
            assertThat(program.json("POST", path + "/undo", "").status()).isEqualTo(422);
            assertThat(program.json("POST", path + "/stop", "").status()).isEqualTo(202);
            return path;
        });
    }

    @Test
    void stoppedItGoesOnAndIsTakenBack() {
        Visitor program = signedIn.token("customers:edit");
        String path = stopped(program, SPEAK_ITALIAN);
        JsonNode stopped = read(program, path);
        assertThat(stopped.at("/state").asString()).isEqualTo("stopped");
        assertThat(stopped.at("/changed").asInt()).isZero();
        assertThat(those("language = 'it'")).isEmpty();
        assertThat(program.json("POST", path + "/stop", "").status()).isEqualTo(422);
        assertThat(program.json("POST", path + "/run", "").status()).isEqualTo(202);
        JsonNode done = become("done", program, path);
        assertThat(those("language = 'it'")).hasSize(3);
        takeBack(program, done);
        assertThat(those("language = 'it'")).isEmpty();
    }

    @Test
    void aProgramOfAShopChangesItsOwnCustomersOnly() {
        Visitor program = ofMilano("customers:view", "customers:edit", "customers:delete");
        for (String whom :
                List.of(ids(anna, bruno, carla), "{\"q\": \"verdi\"}", "{\"filter\": " + BOLOGNA + "}", EVERYBODY)) {
            JsonNode done = done(program, SPEAK_ITALIAN, whom);
            assertThat(done.at("/total").asInt()).as(whom).isEqualTo(1);
        }
        assertThat(those("language = 'it'")).containsExactly(anna);
        assertThat(order(program, SPEAK_ITALIAN, ids(bruno)).status()).isEqualTo(422);
        assertThat(order(program, "\"action\": \"assign\", \"unit\": " + roma.value(), ids(anna))
                        .status())
                .isEqualTo(422);
        done(program, "\"action\": \"delete\"", EVERYBODY);
        assertThat(those("left_as is not null")).containsExactly(anna);
    }

    @Test
    void aProgramOfAShopSeesItsOwnActionsOnly() {
        Visitor everywhere = signedIn.token("customers:edit");
        Visitor program = ofMilano("customers:edit");
        String its = begun(program, SPEAK_ITALIAN, EVERYBODY);
        String others = begun(everywhere, SPEAK_ITALIAN, ids(bruno));
        become("done", program, its);
        become("done", everywhere, others);
        assertThat(read(program, PATH).at("/actions").size()).isEqualTo(1);
        assertThat(program.get(others).status()).isEqualTo(404);
        assertThat(program.json("POST", others + "/undo", "").status()).isEqualTo(404);
        JsonNode page = read(everywhere, PATH + "?limit=1");
        assertThat(PATH + "/" + page.at("/actions/0/id").asLong()).isEqualTo(others);
        JsonNode last =
                read(everywhere, PATH + "?limit=1&after=" + page.at("/next").asLong());
        assertThat(PATH + "/" + last.at("/actions/0/id").asLong()).isEqualTo(its);
        assertThat(last.at("/next").isNull()).isTrue();
        assertThat(everywhere.json("POST", its + "/undo", "").status()).isEqualTo(202);
        become("undone", program, its);
    }

    @Test
    void whatIsOnlyPickedNobodyElseSees() {
        Visitor program = signedIn.token("customers:edit");
        assertThat(order(program, "\"action\": \"empty\", \"field\": \"email\"", EVERYBODY)
                        .status())
                .isEqualTo(422);
        String path = PATH + "/"
                + database.sql("select id from customers.bulk_action where state = 'picked'")
                        .query(Long.class)
                        .single();
        assertThat(read(program, path).at("/state").asString()).isEqualTo("picked");
        Visitor other = signedIn.token();
        assertThat(other.get(path).status()).isEqualTo(404);
        for (String verb : List.of("/stop", "/run", "/undo")) {
            assertThat(other.json("POST", path + verb, "").status()).as(verb).isEqualTo(404);
            assertThat(program.json("POST", path + verb, "").status()).as(verb).isEqualTo(422);
        }
        assertThat(read(program, PATH).at("/actions").size()).isZero();
        assertThat(read(other, PATH).at("/actions").size()).isZero();
        assertThat(program.get(PATH + "/999999999").status()).isEqualTo(404);
    }
}
