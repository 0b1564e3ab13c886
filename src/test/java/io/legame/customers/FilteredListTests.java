package io.legame.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.legame.access.Role;
import io.legame.access.Unit;
import io.legame.access.Units;
import io.legame.insight.Projection;
import io.legame.platform.Refusal;
import io.legame.testing.Answer;
import io.legame.testing.LegameTest;
import io.legame.testing.SignedIn;
import io.legame.testing.TestDatabase;
import io.legame.testing.Visitor;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The list of customers with a filter, in any order: as many customers as take every way of finding them. */
@LegameTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FilteredListTests {
    private static final int CUSTOMERS = 12_000;
    private static final String BOLOGNA = "{\"attribute\":\"town\",\"isOneOf\":[\"Bologna\"]}";
    private static final String NOT_BOLOGNA = "{\"not\":" + BOLOGNA + "}";
    private static final String WOMEN = "{\"attribute\":\"gender\",\"isOneOf\":[\"F\"]}";

    @Autowired
    private Customers customers;

    @Autowired
    private ListColumns columns;

    @Autowired
    private CustomFields fields;

    @Autowired
    private ChoiceLists lists;

    @Autowired
    private CustomerUnits customerUnits;

    @Autowired
    private Units units;

    @Autowired
    private FieldAccess access;

    @Autowired
    private Projection projection;

    @Autowired
    private SignedIn signedIn;

    @Autowired
    private JdbcClient database;

    private List<CustomField> own = List.of();

    /** Once: no test changes them. */
    @BeforeAll
    void many() {
        TestDatabase.clear(database, "timeline", "customers", "access");
        own = List.of(
                fields.create(CustomFieldDraft.of("Shoe size", CustomFieldType.NUMBER)),
                fields.create(CustomFieldDraft.of("Member since", CustomFieldType.DATE)),
                fields.create(CustomFieldDraft.of("Limit", CustomFieldType.MONEY)),
                fields.create(new CustomFieldDraft(
                        "Colour",
                        null,
                        CustomFieldType.CHOICE,
                        null,
                        "",
                        false,
                        false,
                        null,
                        lists.create("Colours", List.of("red", "blue", "amber")).id())),
                fields.create(CustomFieldDraft.text("Motto")));
        var random = new Random(7);
        var drafts = new ArrayList<CustomerDraft>();
        for (int i = 0; i < CUSTOMERS; i++) {
            drafts.add(draft(i, random).with(custom(random)));
        }
        customers.upsert("shop", drafts);
        projection.catchUp();
    }

    @Test
    void theCompanysOwnFieldsAreColumnsThatOrderTheList() {
        for (CustomField field : own) {
            var order = new CustomColumn(field);
            assertThat(columns.find(order.code())).contains(order);
            for (boolean descending : new boolean[] {false, true}) {
                assertThat(all(CustomerQuery.ordered(null, order, descending), 3_000))
                        .as(order.code())
                        .isEqualTo(expected("true", order, descending));
            }
        }
    }

    private static CustomerDraft draft(int i, Random random) {
        var texts = new EnumMap<CustomerField, String>(CustomerField.class);
        texts.put(CustomerField.NUMBER, "N" + i);
        texts.put(
                CustomerField.GIVEN_NAME,
                List.of("Ada", "Bea", "Carla", "Dario").get(random.nextInt(4)));
        texts.put(
                CustomerField.FAMILY_NAME,
                List.of("Rossi", "Bianchi", "De Luca").get(random.nextInt(3)));
        if (random.nextInt(10) > 0) {
            texts.put(CustomerField.EMAIL, "c" + i + "@example.com");
        }
        texts.put(CustomerField.TOWN, List.of("Bologna", "Milano", "Torino").get(random.nextInt(3)));
        texts.put(CustomerField.GENDER, random.nextInt(20) > 0 ? "M" : "F");
        return new CustomerDraft(
                texts,
                Map.of(),
                random.nextInt(5) == 0 ? null : LocalDate.of(1950, 1, 1).plusDays(random.nextInt(20_000)),
                random.nextInt(5) == 0 ? null : BigDecimal.valueOf(random.nextInt(90) * 1_000L),
                random.nextInt(5) == 0 ? null : random.nextInt(4),
                random.nextInt(5) == 0 ? null : random.nextBoolean());
    }

    @AfterEach
    void everybodySeesEverything() {
        access.limit(Role.SHOP, Map.of());
    }

    private CustomDraft custom(Random random) {
        var values = new HashMap<CustomFieldId, List<String>>();
        List<String> written = List.of(
                Integer.toString(30 + random.nextInt(18)) + (random.nextBoolean() ? "" : ".5"),
                LocalDate.of(2020, 1, 1).plusDays(random.nextInt(2_000)).toString(),
                random.nextInt(9_000) + " EUR",
                List.of("red", "blue", "amber").get(random.nextInt(3)),
                "motto " + random.nextInt(50));
        for (int i = 0; i < own.size(); i++) {
            if (random.nextInt(4) > 0) {
                values.put(own.get(i).id(), List.of(written.get(i)));
            }
        }
        return new CustomDraft(values);
    }

    private CustomerQuery query(
            @Nullable String search, String filter, @Nullable ListColumn order, boolean descending) {
        return new CustomerQuery(search, customers.filter(filter), order, descending);
    }

    private List<Long> all(CustomerQuery query, int pages) {
        var found = new ArrayList<Long>();
        CustomerPosition last = null;
        do {
            CustomerPage page = customers.list(query, last, pages);
            page.customers().forEach(customer -> found.add(customer.id().value()));
            last = page.next();
        } while (last != null);
        return found;
    }

    private List<Long> expected(String condition, ListColumn order, boolean descending) {
        String value = OrderValue.of(order).sql();
        String direction = descending ? " desc" : "";
        return database.sql("select c.id from customers.customer c where %1$s order by %2$s is null, %2$s%3$s,"
                                .formatted(condition, value, direction)
                        + " case when %1$s is null then c.id end, c.id%2$s".formatted(value, direction))
                .query(Long.class)
                .list();
    }

    @Test
    void everyOrderHasThoseChosenOnce() {
        List<ListColumn> sortable =
                columns.offered().stream().filter(ListColumn::sortable).toList();
        assertThat(sortable).hasSizeGreaterThan(20).contains(CustomerOrder.TOWN, new FieldColumn(CustomerField.GENDER));
        for (ListColumn order : sortable) {
            boolean descending = order.code().length() % 2 == 0;
            // more than are asked for by number, and fewer
            assertThat(all(query(null, NOT_BOLOGNA, order, descending), 1_900))
                    .as("many by %s", order.code())
                    .isEqualTo(expected("c.town <> 'Bologna'", order, descending));
            assertThat(all(query(null, WOMEN, order, descending), 190))
                    .as("few by %s", order.code())
                    .isEqualTo(expected("c.gender = 'F'", order, descending));
        }
    }

    @Test
    void aPlaceInAnotherListIsSaidToBeNone() {
        var byName = customers
                .list(CustomerQuery.ordered(null, CustomerOrder.EMAIL, false), null, 10)
                .next();
        for (ListColumn order : List.of(CustomerOrder.ADDED, CustomerOrder.COMPLETE)) {
            assertThatThrownBy(() -> customers.list(CustomerQuery.ordered(null, order, false), byName, 10))
                    .as(order.code())
                    .isInstanceOf(Refusal.class);
            assertThatThrownBy(() -> customers.list(query(null, WOMEN, order, false), byName, 10))
                    .isInstanceOf(Refusal.class);
        }
        for (ListColumn order : List.of(CustomerOrder.CHANGED, new CustomColumn(own.getFirst()))) {
            try {
                customers.list(query(null, NOT_BOLOGNA, order, false), byName, 10);
            } catch (Refusal refusal) {
                assertThat(refusal.key()).isEqualTo("customers.error.position");
            }
        }
    }

    @Test
    void momentsGoOnFromOneWayOfReadingToTheOther() {
        for (boolean descending : new boolean[] {false, true}) {
            // more than are asked for by number, and fewer from there on
            CustomerPage many = customers.list(query(null, NOT_BOLOGNA, CustomerOrder.ADDED, descending), null, 100);
            List<Long> women = expected("c.gender = 'F'", CustomerOrder.ADDED, descending);
            CustomerPosition last = many.next();
            List<Long> whole = expected("true", CustomerOrder.ADDED, descending);
            int place = whole.indexOf(Objects.requireNonNull(last).id());
            List<Long> next =
                    customers
                            .list(query(null, WOMEN, CustomerOrder.ADDED, descending), last, 1_000)
                            .customers()
                            .stream()
                            .map(customer -> customer.id().value())
                            .toList();
            assertThat(next)
                    .isEqualTo(women.stream()
                            .filter(id -> whole.indexOf(id) > place)
                            .toList());
        }
    }

    @Test
    void aFieldOfAnotherTypeOrdersEverybodyOnceToo() {
        CustomField colour = own.get(3);
        CustomField motto = own.get(4);
        for (CustomFieldType type : List.of(CustomFieldType.CHOICES, CustomFieldType.TEXT)) {
            fields.update(colour.id(), draft(colour, type));
            CustomField now = fields.find(colour.id()).orElseThrow();
            if (now.type() != CustomFieldType.CHOICES) {
                sameInBothWays(new CustomColumn(now));
            }
        }
        fields.update(colour.id(), draft(colour, CustomFieldType.CHOICE));
        for (CustomFieldType type : List.of(CustomFieldType.NUMBER, CustomFieldType.DATE, CustomFieldType.MONEY)) {
            fields.update(motto.id(), CustomFieldDraft.of("Motto", type));
            sameInBothWays(new CustomColumn(fields.find(motto.id()).orElseThrow()));
        }
        fields.update(motto.id(), CustomFieldDraft.text("Motto"));
    }

    private static CustomFieldDraft draft(CustomField field, CustomFieldType type) {
        return new CustomFieldDraft(
                field.name(),
                null,
                type,
                null,
                "",
                false,
                false,
                null,
                type.isChosen() ? Objects.requireNonNull(field.choices()).id() : null);
    }

    private void sameInBothWays(CustomColumn order) {
        assertThat(all(query(null, NOT_BOLOGNA, order, false), 1_900))
                .isEqualTo(expected("c.town <> 'Bologna'", order, false));
        assertThat(all(query(null, WOMEN, order, false), 190)).isEqualTo(expected("c.gender = 'F'", order, false));
    }

    @Test
    void whoMayFilterSeesNoNumbersOfEverybody() {
        Visitor clerk = signedIn.as("SHOP");
        clerk.get("/customers");
        assertThat(clerk.post("/segments/builder", "f.match", "all").status()).isEqualTo(403);
        assertThat(clerk.post("/segments/builder/preview", "f.match", "all").status())
                .isEqualTo(403);
        assertThat(clerk.post("/segments/builder/months", "f.match", "all").status())
                .isEqualTo(403);
        assertThat(clerk.post("/segments/builder/preview", "f.match", "all", "to", "/customers")
                        .body())
                .contains("12,000 customers")
                .doesNotContain("€");
        assertThat(clerk.get("/segments/list-filter?to=https://example.com").status())
                .isEqualTo(422);
        assertThat(clerk.get("/segments/list-filter?to=/customersevil").status())
                .isEqualTo(422);
    }

    @Test
    void columnsWithoutAnIndexOrderEverybody() {
        for (CustomerField field :
                List.of(CustomerField.BIRTH_DATE, CustomerField.ANNUAL_INCOME, CustomerField.CHILDREN)) {
            var order = new FieldColumn(field);
            assertThat(all(CustomerQuery.ordered(null, order, true), 5_000))
                    .as(field.code())
                    .isEqualTo(expected("true", order, true));
        }
    }

    @Test
    void whoIsTypedIsFoundAmongThoseChosen() {
        for (String search : List.of("rossi ada", "ada", "c11", "rosi")) {
            List<Long> everywhere = all(CustomerQuery.search(search), 3_000);
            for (var filter : Map.of(NOT_BOLOGNA, "c.town <> 'Bologna'", WOMEN, "c.gender = 'F'")
                    .entrySet()) {
                Set<Long> chosen = Set.copyOf(expected(filter.getValue(), CustomerOrder.NAME, false));
                List<Long> both = everywhere.stream().filter(chosen::contains).toList();
                CustomerQuery query = query(search, filter.getKey(), null, false);
                if (!search.equals("rosi")) {
                    assertThat(all(query, 70)).as(search).isEqualTo(both);
                    assertThat(all(query(search, filter.getKey(), CustomerOrder.EMAIL, true), 500))
                            .as(search + " by e-mail")
                            .containsExactlyInAnyOrderElementsOf(both);
                    assertThat(customers.all(query).size()).isEqualTo(both.size());
                } else {
                    assertThat(all(query, 70)).as(search).isNotEmpty().allMatch(chosen::contains);
                }
            }
        }
    }

    @Test
    void theCountIsThatOfTheList() {
        assertThat(customers.count(query(null, WOMEN, null, false), 10))
                .isEqualTo(expected("c.gender = 'F'", CustomerOrder.NAME, false).size());
        assertThat(customers.count(CustomerQuery.search("ada"), 100)).isEqualTo(101);
        assertThat(customers.all(CustomerQuery.ALL).size()).isEqualTo(CUSTOMERS);
        // who lacks the unique key is in the list
        assertThat(customers.count(query(null, "{\"keyed\":false}", null, false), 10))
                .isEqualTo(expected("not c.keyed", CustomerOrder.NAME, false).size());
    }

    @Test
    void aClerkFindsOnlyTheShopsCustomers() {
        var milano = units.create(Unit.Kind.SHOP, "Milano", List.of()).id();
        List<Long> women = expected("c.gender = 'F'", CustomerOrder.NAME, false);
        List<Long> men = expected("c.gender = 'M' and c.town <> 'Bologna'", CustomerOrder.NAME, false);
        var theirs = new ArrayList<>(women.subList(0, 40));
        theirs.addAll(men.subList(0, 60));
        theirs.forEach(id -> customerUnits.assign(new CustomerId(id), milano));
        signedIn.account("milano@legame.test", "Mila", "SHOP");
        database.sql("update access.account set sees = array[?] where email = 'milano@legame.test'")
                .param(milano.value())
                .update();
        Visitor clerk = signedIn.signIn("milano@legame.test");
        assertThat(clerk.get("/customers/count?filter=" + written(WOMEN)).body())
                .contains("40 customers");
        assertThat(clerk.get("/customers/count?filter=" + written("{\"not\":" + WOMEN + "}"))
                        .body())
                .contains("60 customers");
        assertThat(clerk.get("/customers/count?filter=" + written("{\"all\":[]}"))
                        .body())
                .contains("100 customers");
        String page = clerk.get("/customers?sort=birthDate&filter=" + written(NOT_BOLOGNA))
                .body();
        assertThat(page.split("class=\"row-link\"", -1).length - 1).isEqualTo(50);
        Set<Long> own = Set.copyOf(theirs);
        assertThat(page.lines()
                        .filter(line -> line.contains("row-link"))
                        .map(line -> Long.parseLong(line.replaceAll(".*href=\"/customers/(\\d+)\".*", "$1"))))
                .isNotEmpty()
                .allMatch(own::contains);
    }

    @Test
    void nobodyChoosesByWhatTheyDoNotSee() {
        access.limit(Role.SHOP, Map.of(CustomerField.BIRTH_DATE, FieldLevel.HIDDEN));
        Visitor clerk = signedIn.as("SHOP");
        assertThat(clerk.get("/customers?filter=" + written(WOMEN)).status()).isEqualTo(200);
        Answer young = clerk.get("/customers?filter=" + written("{\"attribute\":\"age\",\"lessThan\":30}"));
        assertThat(young.status()).isEqualTo(403);
        assertThat(clerk.get("/customers?sort=birthDate").status()).isEqualTo(403);
    }

    @Test
    void nobodyIsToldValuesOfWhatTheyDoNotSee() {
        String values = "/segments/builder/values?path=f.0&name=v&source=";
        assertThat(signedIn.as("SHOP").get(values + "gender").body())
                .contains("Female")
                .contains("class=\"muted\">");
        assertThat(signedIn.as("SHOP").get(values + "town").body()).contains("Bologna");
        access.limit(Role.SHOP, Map.of(CustomerField.TOWN, FieldLevel.HIDDEN));
        assertThat(signedIn.as("SHOP").get(values + "town").body()).doesNotContain("Bologna");
        access.limit(Role.SHOP, Map.of());
        var roma = units.create(Unit.Kind.SHOP, "Roma", List.of()).id();
        signedIn.account("roma@legame.test", "Romolo", "SHOP");
        database.sql("update access.account set sees = array[?] where email = 'roma@legame.test'")
                .param(roma.value())
                .update();
        Visitor clerk = signedIn.signIn("roma@legame.test");
        assertThat(clerk.get(values + "gender").body()).contains("Female").doesNotContain("class=\"muted\">");
        assertThat(clerk.get(values + "town").body()).doesNotContain("Bologna");
        assertThat(clerk.get(values + "custom.motto").body()).doesNotContain("motto 1");
        assertThat(clerk.get(values + "custom.colour").body()).contains("amber");
    }

    @Test
    void whatIsNoFilterIsSaid() {
        Visitor anybody = signedIn.as("MARKETING");
        assertThatThrownBy(() -> customers.filter("{\"attribute\":\"towm\"}")).isInstanceOf(Refusal.class);
        for (String wrong :
                List.of("{", "[]", "{\"attribute\":\"towm\",\"isKnown\":true}", "{\"all\":" + "[".repeat(40))) {
            Answer answer = anybody.get("/customers?filter=" + written(wrong));
            assertThat(answer.status()).as(wrong).isEqualTo(422);
        }
        assertThat(anybody.get("/customers?sort=nonsense").status()).isEqualTo(422);
        assertThat(anybody.get("/customers?sort=iban").status()).isEqualTo(422);
    }

    @Test
    void programsListAndExportWithAFilter() {
        Visitor program = signedIn.token("customers:view", "customers:export");
        Answer page = program.get("/api/v1/customers?limit=1000&sort=-birthDate&filter=" + written(WOMEN));
        int women = expected("c.gender = 'F'", CustomerOrder.NAME, false).size();
        assertThat(page.body().split("\"id\":", -1)).hasSize(women + 1);
        Answer file = program.get("/api/v1/customers/export?field=town&field=birthDate&filter=" + written(WOMEN));
        assertThat(file.body().lines()).hasSize(women + 1);
    }

    private static String written(String json) {
        return URLEncoder.encode(json, StandardCharsets.UTF_8);
    }
}
