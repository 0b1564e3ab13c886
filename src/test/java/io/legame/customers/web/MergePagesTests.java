package io.legame.customers.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.legame.customers.ChoiceLists;
import io.legame.customers.CustomDraft;
import io.legame.customers.CustomField;
import io.legame.customers.CustomFieldDraft;
import io.legame.customers.CustomFieldType;
import io.legame.customers.CustomFields;
import io.legame.customers.Customer;
import io.legame.customers.CustomerDraft;
import io.legame.customers.CustomerEdits;
import io.legame.customers.CustomerField;
import io.legame.customers.CustomerId;
import io.legame.customers.Customers;
import io.legame.customers.Edit;
import io.legame.customers.Merge;
import io.legame.customers.MergeId;
import io.legame.customers.MergeRequest;
import io.legame.customers.Merges;
import io.legame.testing.Answer;
import io.legame.testing.LegameTest;
import io.legame.testing.SignedIn;
import io.legame.testing.TestBrowser;
import io.legame.testing.TestBrowser.Visit;
import io.legame.testing.TestClock;
import io.legame.testing.TestDatabase;
import io.legame.testing.Visitor;
import io.legame.timeline.Channel;
import io.legame.timeline.InteractionDraft;
import io.legame.timeline.Timeline;
import io.legame.timeline.Touchpoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Customers side by side: in a browser, and by a program. */
@LegameTest
class MergePagesTests {
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    private SignedIn signedIn;

    @Autowired
    private Customers customers;

    @Autowired
    private CustomerEdits edits;

    @Autowired
    private Merges merges;

    @Autowired
    private CustomFields fields;

    @Autowired
    private ChoiceLists lists;

    @Autowired
    private Timeline timeline;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TestClock clock;

    private CustomerId maria;
    private CustomerId mariella;

    @BeforeEach
    void begin() {
        TestDatabase.clear(database, "timeline", "customers");
        TestDatabase.skipIds(database, "customers.customer");
        maria = create(Map.of(
                CustomerField.GIVEN_NAME,
                "Maria Antonietta",
                CustomerField.FAMILY_NAME,
                "De Luca",
                CustomerField.EMAIL,
                "mariaantonietta.deluca@example.com",
                CustomerField.PHONE,
                "347 1234567",
                CustomerField.TOWN,
                "Roma",
                CustomerField.GENDER,
                "F"));
        clock.advance(Duration.ofDays(3));
        mariella = create(Map.of(
                CustomerField.GIVEN_NAME,
                "<b>Mariella</b>",
                CustomerField.FAMILY_NAME,
                "De Luca",
                CustomerField.EMAIL,
                "mariella@example.org",
                CustomerField.PHONE,
                "348 1234567",
                CustomerField.CARD,
                "77",
                CustomerField.NOTE,
                "prefers mornings",
                CustomerField.GENDER,
                "F"));
        visit(maria, "v1");
        visit(mariella, "v2");
    }

    private CustomerId create(Map<CustomerField, String> texts) {
        return ((Edit.Saved) edits.create(CustomerDraft.of(texts))).customer();
    }

    private void visit(CustomerId id, String key) {
        timeline.record(
                "shop",
                List.of(new InteractionDraft(
                        key,
                        id,
                        clock.instant(),
                        "visit",
                        new Touchpoint("Via del Corso", Channel.SHOP),
                        "",
                        Map.of())));
    }

    @ParameterizedTest
    @CsvSource({"1280,en-GB,false", "390,it-IT,true"})
    void theyAreComparedMadeOneAndSeparatedAgain(int width, String language, boolean dark) {
        String name = "-" + width + (dark ? "-dark" : "");
        try (Visit visit = TestBrowser.visit(signedIn.url(""), width, language, dark)) {
            signedIn.account("marketing@legame.test", "Marta Marketing", "MARKETING");
            signedIn.signIn(visit.page(), "marketing@legame.test");
            Page page = visit.page();
            page.navigate("/customers/" + maria.value());
            page.locator("a[href$='/merge']").click();
            page.locator("input[type=search]").fill("de luca");
            assertThat(page.locator("#merge-found tbody tr")).hasCount(1);
            page.locator("#merge-found input[type=checkbox]").check();
            visit.screenshot("merge-pick" + name);
            page.locator(".form-actions .btn-primary").click();
            page.waitForURL(Pattern.compile(".*/customers/merge\\?.*"));
            assertThat(page.locator(".merge-choice b")).hasCount(0);
            assertThat(page.locator(".merge-choice:has(input[name='choice.givenName'])"))
                    .containsText("<b>Mariella</b>");
            visit.screenshot("merge" + name);
            assertThat(visit.scrollsSideways()).isFalse();
            page.locator("body").press("2");
            assertThat(page.locator(".merge-choice input:checked")).hasCount(3);
            visit.screenshot("merge-second" + name);
            page.locator(".merge-choice:has-text('348') input").first().check();
            page.locator("input[name=survivor]")
                    .first()
                    .check(new com.microsoft.playwright.Locator.CheckOptions().setForce(true));
            page.locator(".form-actions .btn-primary").click();
            page.waitForURL(Pattern.compile(".*/customers/" + maria.value()));
            assertThat(page.locator("#toasts")).containsText("2");
            assertThat(page.locator("main")).containsText("#" + mariella.value());
            visit.screenshot("merged-card" + name);

            page.navigate("/customers/" + mariella.value());
            assertThat(page.url()).endsWith("/customers/" + maria.value());
            clock.advance(Duration.ofHours(1));
            visit(maria, "v3");
            page.locator("main a[href*='/merges/']").first().click();
            assertThat(page.locator(".since-list li")).hasCount(1);
            page.locator(".since-list select").selectOption(Long.toString(mariella.value()));
            visit.screenshot("merged" + name);
            assertThat(visit.scrollsSideways()).isFalse();
            page.locator("#unmerge .btn-primary").click();
            page.waitForURL(Pattern.compile(".*/customers/" + maria.value()));
            assertThat(page.locator(".timeline-landmark:has(a)")).hasCount(2);
            visit.screenshot("separated" + name);
            assertThat(visit.complaints()).isEmpty();
        }
        assertThat(customers.count().all()).isEqualTo(2);
        assertThat(database.sql("select count(*) from timeline.interaction where customer_id = ?")
                        .param(mariella.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void aProgramMergesReadsAndSeparates() {
        Visitor program = signedIn.token("customers:merge", "customers:view");
        String body = "{\"customers\": [" + maria.value() + ", " + mariella.value() + "], \"survivor\": "
                + mariella.value() + ", \"values\": {\"givenName\": " + maria.value() + "}}";
        Answer created = program.json("POST", "/api/v1/customers/merges", body);
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        JsonNode merge = JSON.readTree(created.body());
        assertThat(merge.path("others").get(0).asLong()).isEqualTo(maria.value());
        JsonNode found =
                JSON.readTree(program.get("/api/v1/customers/" + maria.value()).body());
        assertThat(found.path("id").asLong()).isEqualTo(mariella.value());
        assertThat(found.path("givenName").asString()).isEqualTo("Maria Antonietta");

        String path = "/api/v1/customers/merges/" + merge.path("id").asLong();
        assertThat(program.get(path).body()).contains("\"survivor\":" + mariella.value());
        Answer undone = program.json("POST", path + "/undo", "{\"since\": {\"interaction:1\": null}}");
        assertThat(undone.status()).as(undone.body()).isEqualTo(200);
        assertThat(undone.body()).contains("\"customers\":[" + maria.value() + "]");
        assertThat(program.json("POST", path + "/undo", "{}").status()).isEqualTo(409);
        assertThat(customers.find(mariella).orElseThrow().givenName()).isEqualTo("<b>Mariella</b>");
    }

    private CustomField field(String name, CustomFieldType type, String... labels) {
        Long list =
                labels.length == 0 ? null : lists.create(name, List.of(labels)).id();
        return fields.create(new CustomFieldDraft(name, null, type, null, "", false, false, null, list));
    }

    private void say(CustomerId id, CustomField field, String... texts) {
        var said = new CustomDraft(Map.of(field.id(), List.of(texts)));
        edits.update(id, null, CustomerDraft.of(Map.of()).with(said), Set.of());
    }

    @Test
    void aProgramChoosesAmongCustomFieldsByTheirCodes() {
        CustomField nickname = field("Soprannome", CustomFieldType.TEXT);
        CustomField sports = field("Sport", CustomFieldType.CHOICES, "nuoto", "vela");
        say(maria, nickname, "Mari");
        say(mariella, nickname, "Ella");
        say(maria, sports, "vela");
        say(mariella, sports, "nuoto");
        Visitor program = signedIn.token("customers:merge", "customers:view");
        String all =
                "{\"customers\": [" + maria.value() + ", " + mariella.value() + "], \"survivor\": " + maria.value();
        assertThat(program.json("POST", "/api/v1/customers/merges", all + ", \"custom\": {\"nothing\": 1}}")
                        .status())
                .isEqualTo(422);
        Answer created = program.json(
                "POST", "/api/v1/customers/merges", all + ", \"custom\": {\"soprannome\": " + mariella.value() + "}}");
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        assertThat(program.get("/api/v1/customers/" + maria.value()).body())
                .contains("\"soprannome\":\"Ella\"", "\"sport\":[\"nuoto\",\"vela\"]");
    }

    @ParameterizedTest
    @CsvSource({
        "2,1280,en-GB,false", "3,1280,it-IT,true", "12,1280,it-IT,false", "40,1280,en-GB,false",
        "2,390,it-IT,false", "3,390,en-GB,false", "12,390,en-GB,true", "40,390,it-IT,false"
    })
    void anyNumberIsComparedFieldByField(int number, int width, String language, boolean dark) {
        CustomField nickname = field("Soprannome con un nome piuttosto lungo", CustomFieldType.TEXT);
        CustomField since = field("Socia dal", CustomFieldType.DATE);
        CustomField sports = field("Sport", CustomFieldType.CHOICES, "nuoto", "vela", "sci di fondo");
        var all = new ArrayList<>(List.of(maria, mariella));
        for (int i = 2; i < number; i++) {
            all.add(create(Map.of(
                    CustomerField.GIVEN_NAME,
                    i % 3 == 0 ? "Maria Antonietta" : "Maria",
                    CustomerField.FAMILY_NAME,
                    "De Luca",
                    CustomerField.EMAIL,
                    "maria" + i + "@example.com",
                    CustomerField.TOWN,
                    i % 2 == 0 ? "Roma" : "Reggio nell'Emilia")));
        }
        for (int i = 0; i < all.size(); i++) {
            if (i % 3 != 2) {
                say(all.get(i), nickname, "Mari " + i % 4);
                say(all.get(i), sports, i % 2 == 0 ? "nuoto" : "sci di fondo");
            }
            say(all.get(i), since, "2024-03-0" + (1 + i % 2));
        }
        String path = "/customers/merge?"
                + all.stream().map(id -> "customer=" + id.value()).collect(Collectors.joining("&"));
        try (Visit visit = TestBrowser.visit(signedIn.url(""), width, language, dark)) {
            signedIn.account("marketing@legame.test", "Marta Marketing", "MARKETING");
            signedIn.signIn(visit.page(), "marketing@legame.test");
            Page page = visit.page();
            page.navigate(path);
            assertThat(page.locator(".merge-table thead th")).hasCount(number);
            assertThat(visit.scrollsSideways()).isFalse();
            visit.screenshot("merge-of-" + number + "-" + width);
            if (width > 767) {
                page.locator(".merge-scroll").evaluate("it => it.scrollTo(it.scrollWidth, 300)");
                page.waitForTimeout(100);
                visit.screenshot("merge-of-" + number + "-end");
                // the name of the field is where it was
                assertThat(page.locator(".merge-choice th").first().boundingBox().x)
                        .isLessThan(page.locator(".merge-scroll").boundingBox().x + 5);
            }
            page.locator("input[name='" + nickname.id().name() + "'][value='" + mariella.value() + "']")
                    .check();
            page.locator(".form-actions .btn-primary").click();
            page.waitForURL(Pattern.compile(".*/customers/[0-9]+"));
            assertThat(visit.complaints()).isEmpty();
        }
        Customer one = customers.find(mariella).orElseThrow();
        assertThat(customers.count().all()).isEqualTo(1);
        assertThat(one.custom()).containsEntry(nickname.code(), "Mari 1");
        assertThat(one.custom()).containsEntry(sports.code(), List.of("nuoto", "sci di fondo"));
    }

    @Test
    void aProgramIsToldWhatIsWrong() {
        Visitor program = signedIn.token("customers:merge");
        for (String body : new String[] {
            "{}",
            "{\"customers\": [1]}",
            "{\"customers\": [" + maria.value() + ", " + maria.value() + "]}",
            "{\"customers\": [" + maria.value() + ", " + mariella.value() + "], \"survivor\": 1}",
            "{\"customers\": [" + maria.value() + ", " + mariella.value() + "], \"values\": {\"x\": 1}}"
        }) {
            assertThat(program.json("POST", "/api/v1/customers/merges", body).status())
                    .as(body)
                    .isEqualTo(422);
        }
        assertThat(program.json(
                                "POST",
                                "/api/v1/customers/merges",
                                "{\"customers\": [" + maria.value() + ", 999999999]}")
                        .status())
                .isEqualTo(409);
        assertThat(signedIn.token("customers:view")
                        .json("POST", "/api/v1/customers/merges", "{}")
                        .status())
                .isEqualTo(403);
        assertThat(customers.count().all()).isEqualTo(2);
    }

    @Test
    void whoMayOnlyLookSeesTheMergeAndCannotMakeOne() {
        MergeId id = merges.merge(MergeRequest.of(maria, Set.of(mariella)));
        Merge merge = merges.find(id).orElseThrow();
        assertThat(merge.others()).extracting(Merge.Merged::name).containsExactly("<b>Mariella</b> De Luca");
        Visitor shop = signedIn.as("SHOP");
        assertThat(shop.get("/customers/" + maria.value()).body())
                .contains("#" + mariella.value())
                .doesNotContain("/customers/merges/");
        assertThat(shop.get("/customers/merges/" + id.value()).status()).isEqualTo(403);
        assertThat(shop.get("/customers/merge?customer=" + maria.value()).status())
                .isEqualTo(403);
    }
}
