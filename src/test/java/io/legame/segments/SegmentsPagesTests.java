package io.legame.segments;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.legame.testing.LegameTest;
import io.legame.testing.SignedIn;
import io.legame.testing.TestBrowser;
import io.legame.testing.TestDatabase;
import io.legame.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Segments as people and programs use them, over a real shop's files. */
@LegameTest
@TestPropertySource(properties = "legame.test=adventureworks")
@Import(AdventureWorks.class)
class SegmentsPagesTests {
    private static final String WOMEN =
            "{\"name\":\"Women\",\"filter\":{\"attribute\":\"gender\",\"isOneOf\":[\"F\"]}}";

    @Autowired
    private AdventureWorks adventureWorks;

    @Autowired
    private SignedIn signedIn;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void begin() throws Exception {
        adventureWorks.load();
        TestDatabase.clear(database, "segments", "access");
    }

    @ParameterizedTest
    @CsvSource({"1280,en", "390,en", "1280,it", "390,it"})
    void aMarketerBuildsTheExampleOfTheBookAndSavesIt(int width, String language) {
        boolean italian = language.equals("it");
        String name = "-" + width + "-" + language;
        try (var visit = TestBrowser.visit(signedIn.url(""), width, language)) {
            var page = visit.page();
            signedIn.signIn(page);
            page.navigate("/segments");
            visit.screenshot("segments-empty" + name);

            page.navigate("/segments/new");
            visit.screenshot("segment-builder-begin" + name);
            Locator add = page.locator("#f-add");
            add.locator("summary").click();
            visit.screenshot("segment-builder-menu" + name);
            add.locator("button[value='add:f:attribute.gender']").click();
            page.locator("label.chip", new com.microsoft.playwright.Page.LocatorOptions())
                    .filter(new Locator.FilterOptions().setHasText(italian ? "Donna" : "Female"))
                    .click();
            assertThat(page.locator("#sentence")).containsText(italian ? "donne" : "women");

            add.locator("summary").click();
            add.locator("button[value='add:f:attribute.age']").click();
            page.locator("#f-1-a").fill("35");
            page.locator("#f-1-b").fill("45");
            assertThat(page.locator("#sentence")).containsText(italian ? "da 35 a 45 anni" : "aged 35 to 45");

            add.locator("summary").click();
            add.locator("button[value='add:f:offer.purchases.amount']").click();
            assertThat(page.locator("#f-2-problem")).not().isEmpty();
            page.locator("#f-2-op").selectOption("moreThan");
            page.locator("#f-2-a").fill("100");
            page.locator("button[value='restrict:f.2:channels']").click();
            page.locator("label.chip")
                    .filter(new Locator.FilterOptions().setHasText("On-line"))
                    .click();
            assertThat(page.locator("#sentence"))
                    .containsText(italian ? "on-line negli ultimi 90 giorni" : "on-line in the last 90 days");
            assertThat(page.locator("#preview .segment-months")).isVisible();
            assertThat(page.locator("#profile .mix-index.more")).not().hasCount(0);
            visit.screenshot("segment-builder" + name);
            org.assertj.core.api.Assertions.assertThat(visit.scrollsSideways()).isFalse();

            page.locator("#name").fill("Book");
            page.locator("button[formaction='/segments']").click();
            page.waitForURL(java.util.regex.Pattern.compile(".*/segments/\\d+"));
            assertThat(page.locator(".segment-months")).isVisible();
            assertThat(page.locator(".profile .mix").first()).isVisible();
            visit.screenshot("segment" + name);
            org.assertj.core.api.Assertions.assertThat(visit.scrollsSideways()).isFalse();

            page.navigate("/segments");
            assertThat(page.locator(".segment-table .meter").first()).isVisible();
            visit.screenshot("segments" + name);
            page.navigate("/");
            assertThat(page.locator(".share-bars").first()).isVisible();
            visit.screenshot("segments-home" + name);
            org.assertj.core.api.Assertions.assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void theKeyboardGoesOnWhereSomethingIsMissing() {
        try (var visit = TestBrowser.visit(signedIn.url(""), 1280, "en")) {
            var page = visit.page();
            signedIn.signIn(page);
            page.navigate("/segments/new");
            page.locator("#f-add summary").click();
            page.locator("#f-add button[value='add:f:offer.purchases.orders']").click();
            assertThat(page.locator("#f-0-a")).isFocused();
            page.keyboard().type("1");
            Locator during = page.locator("#f-0-during");
            during.focus();
            during.selectOption("between");
            assertThat(page.locator("#f-0-from-day")).isVisible();
            assertThat(page.locator("#f-0-a")).not().hasClass(java.util.regex.Pattern.compile("htmx"));
            assertThat(during).isFocused();
            assertThat(page.locator("#f-0-a")).hasValue("1");
        }
    }

    @Test
    void anAnswerDoesNotTakeTheFocusOfWhoWentOn() {
        try (var visit = TestBrowser.visit(signedIn.url(""), 1280, "en")) {
            var page = visit.page();
            signedIn.signIn(page);
            page.navigate("/segments/new");
            var held = new java.util.concurrent.CompletableFuture<com.microsoft.playwright.Route>();
            page.route("**/segments/builder", held::complete);
            page.locator("#f-add summary").click();
            page.waitForRequest(
                    "**/segments/builder",
                    () -> page.locator("#f-add button[value='add:f:offer.purchases.orders']")
                            .click());
            page.locator("#name").focus();
            page.waitForResponse("**/segments/builder", () -> held.join().resume());
            assertThat(page.locator("#f-0-a")).isVisible();
            page.keyboard().type("Mine");
            assertThat(page.locator("#name")).hasValue("Mine");
        }
    }

    @Test
    void theDayThatWasLookedAtStaysAfterSaving() {
        Visitor visitor = signedIn.administrator();
        visitor.get("/segments/new");
        var saved = visitor.post(
                "/segments",
                "f.match",
                "all",
                "f.0.kind",
                "keyed",
                "f.0.keyed",
                "true",
                "name",
                "Then",
                "asOf",
                "2018-12-31");
        assertThat(saved.header("Location")).endsWith("?asOf=2018-12-31");
    }

    @Test
    void aConditionThatIsNotCompleteIsNotLeftOutSilently() {
        Visitor visitor = signedIn.administrator();
        visitor.get("/segments/new");
        var answer = visitor.post(
                "/segments",
                "f.match",
                "all",
                "f.0.kind",
                "keyed",
                "f.0.keyed",
                "true",
                "f.1.kind",
                "purchases",
                "f.1.purchases",
                "orders",
                "f.1.op",
                "atLeast",
                "f.1.a",
                "",
                "name",
                "Half");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("A condition is not complete yet", "Half");
        assertThat(database.sql("select count(*) from segments.segment")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void theBuilderWorksAsAPlainFormToo() {
        Visitor visitor = signedIn.administrator();
        assertThat(visitor.get("/segments/new").status()).isEqualTo(200);
        var added = visitor.post("/segments/builder", "f.match", "all", "act", "add:f:attribute.gender");
        assertThat(added.status()).isEqualTo(200);
        assertThat(added.body()).contains("f.0.kind", "Female", "all customers");
        var saved = visitor.post(
                "/segments",
                "f.match",
                "all",
                "f.0.kind",
                "attribute",
                "f.0.attribute",
                "gender",
                "f.0.op",
                "isOneOf",
                "f.0.v",
                "F",
                "name",
                "<script>alert(1)</script>");
        assertThat(saved.status()).isEqualTo(302);
        var shown = visitor.get(java.net.URI.create(saved.header("Location")).getPath());
        assertThat(shown.body()).contains("women", "8,892").doesNotContain("<script>alert(1)");
    }

    @Test
    void aSegmentWithoutANameIsNotSavedAndNothingTypedIsLost() {
        Visitor visitor = signedIn.administrator();
        visitor.get("/segments/new");
        var answer = visitor.post(
                "/segments",
                "f.match",
                "all",
                "f.0.kind",
                "attribute",
                "f.0.attribute",
                "town",
                "f.0.op",
                "contains",
                "f.0.a",
                "\"><b>x",
                "name",
                " ");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("Give the segment a name.", "&#34;>&lt;b>x");
    }

    @Test
    void whoSavesOverAnothersChangeSeesIt() {
        Visitor visitor = signedIn.administrator();
        signedIn.token().json("POST", "/api/v1/segments", WOMEN);
        long id = database.sql("select id from segments.segment")
                .query(Long.class)
                .single();
        visitor.get("/segments/" + id + "/edit");
        String[] change = {
            "f.match", "all", "f.0.kind", "keyed", "f.0.keyed", "true", "name", "Mine", "version", "1", "id", "" + id
        };
        assertThat(visitor.post("/segments/" + id, change).status()).isEqualTo(302);
        visitor.get("/segments/" + id + "/edit");
        var late = visitor.post("/segments/" + id, change);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("customers who have the unique key", "name=\"version\" value=\"2\"");
    }

    @Test
    void aDeletedSegmentComesBack() {
        Visitor visitor = signedIn.administrator();
        signedIn.token().json("POST", "/api/v1/segments", WOMEN);
        long id = database.sql("select id from segments.segment")
                .query(Long.class)
                .single();
        visitor.get("/segments/" + id);
        assertThat(visitor.post("/segments/" + id + "/delete").status()).isEqualTo(302);
        assertThat(visitor.get("/segments").body()).contains("/segments/" + id + "/restore");
        assertThat(visitor.get("/segments/" + id).status()).isEqualTo(404);
        visitor.post("/segments/" + id + "/restore");
        assertThat(visitor.get("/segments/" + id).status()).isEqualTo(200);
    }

    @Test
    void theMembersComeAsAFileThatNoSpreadsheetExecutes() {
        Visitor visitor = signedIn.administrator();
        signedIn.token().json("POST", "/api/v1/segments", WOMEN);
        long id = database.sql("select id from segments.segment")
                .query(Long.class)
                .single();
        var csv = visitor.get("/segments/" + id + "/members.csv?asOf=2019-06-30");
        assertThat(csv.status()).isEqualTo(200);
        assertThat(csv.header("Content-Disposition")).contains("Women.csv");
        assertThat(csv.body().lines().count()).isEqualTo(8893);
        assertThat(database.sql("select count(*) from access.audit_entry where action = 'segments.exported'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aProgramPreviewsSavesReadsChangesAndDeletes() {
        Visitor program = signedIn.token("segments:view", "segments:edit", "customers:view");
        var preview = program.json(
                "POST",
                "/api/v1/segments/preview",
                "{\"filter\":{\"attribute\":\"gender\",\"isOneOf\":[\"F\"]},\"asOf\":\"2019-06-30\"}");
        assertThat(preview.status()).isEqualTo(200);
        assertThat(preview.body()).contains("\"customers\":8892", "\"sentence\":\"women\"");
        assertThat(preview.body()).contains("\"margin\":", "\"shareOfMargin\":", "\"revenueOfUnknownCost\":0");
        var profile = program.json(
                "POST",
                "/api/v1/segments/profile",
                "{\"filter\":{\"attribute\":\"gender\",\"isOneOf\":[\"F\"]},\"asOf\":\"2019-06-30\"}");
        assertThat(profile.status()).isEqualTo(200);
        assertThat(profile.body())
                .contains(
                        "\"customers\":8892",
                        "{\"trait\":\"gender\",\"of\":\"customers\",\"parts\":[{\"value\":\"F\",\"others\":false,\"size\":8892,\"share\":1.0");
        var created = program.json("POST", "/api/v1/segments", WOMEN);
        assertThat(created.status()).isEqualTo(201);
        assertThat(program.get(created.header("Location") + "/profile").body()).contains("\"trait\":\"tier\"");
        String path = created.header("Location");
        assertThat(program.get(path).body()).contains("\"isOneOf\":[\"F\"]", "\"version\":1");
        var members = program.get(path + "/members?limit=2");
        assertThat(members.body()).contains("\"next\":");
        String change = WOMEN.replace("\"Women\"", "\"W\",\"version\":1");
        assertThat(program.json("PUT", path, change).status()).isEqualTo(200);
        assertThat(program.json("PUT", path, change).status()).isEqualTo(409);
        assertThat(program.json("DELETE", path, "").status()).isEqualTo(204);
        assertThat(program.get(path).status()).isEqualTo(404);
        assertThat(program.get("/api/v1/segments/schema").body()).contains("$defs");
        var wrong = program.json("POST", "/api/v1/segments/preview", "{\"filter\":{\"atribute\":\"gender\"}}");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("/filter/atribute", "attribute");
    }

    @Test
    void whoMayNotSeeSegmentsIsRefused() {
        assertThat(signedIn.token("customers:view").get("/api/v1/segments").status())
                .isEqualTo(403);
        assertThat(signedIn.token("segments:view")
                        .json("POST", "/api/v1/segments", WOMEN)
                        .status())
                .isEqualTo(403);
        assertThat(signedIn.as("SHOP").get("/segments").status()).isEqualTo(403);
        assertThat(signedIn.token("customers:view")
                        .json("POST", "/api/v1/segments/profile", "{\"filter\":{\"all\":[]}}")
                        .status())
                .isEqualTo(403);
    }
}
