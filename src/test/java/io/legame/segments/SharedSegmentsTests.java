package io.legame.segments;

import static org.assertj.core.api.Assertions.assertThat;

import io.legame.customers.CustomerDraft;
import io.legame.customers.CustomerField;
import io.legame.customers.Customers;
import io.legame.insight.Figures;
import io.legame.testing.LegameTest;
import io.legame.testing.SignedIn;
import io.legame.testing.TestBrowser;
import io.legame.testing.TestClock;
import io.legame.testing.TestDatabase;
import io.legame.testing.Visitor;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Segments in folders, kept for oneself, watched, and those that are lists: on their pages and by API. */
@LegameTest
class SharedSegmentsTests {
    @Autowired
    private JdbcClient database;

    @Autowired
    private Segments segments;

    @Autowired
    private Memberships memberships;

    @Autowired
    private Filters filters;

    @Autowired
    private Figures figures;

    @Autowired
    private Customers customers;

    @Autowired
    private TestClock clock;

    @Autowired
    private SignedIn signedIn;

    @BeforeEach
    void begin() {
        clear();
        customers(1, 20);
    }

    @AfterEach
    void clear() {
        TestDatabase.clear(database, "duplicates", "customers", "segments", "access");
        database.sql("truncate insight.listed, insight.unlisted").update();
    }

    private void customers(int from, int to) {
        customers.upsert(
                "test",
                IntStream.rangeClosed(from, to)
                        .mapToObj(i -> CustomerDraft.of(Map.of(
                                CustomerField.EMAIL,
                                "ada" + i + "@example.com",
                                CustomerField.GIVEN_NAME,
                                "Maria Cristina",
                                CustomerField.FAMILY_NAME,
                                "Rossi " + i,
                                CustomerField.TOWN,
                                "Reggio nell'Emilia",
                                CustomerField.GENDER,
                                i % 2 == 0 ? "F" : "M")))
                        .toList());
        figures.catchUp();
        memberships.catchUp();
    }

    private Segment women() {
        Segment women = segments.create(
                "Women of the whole base with a very long name that somebody typed",
                null,
                filters.read("{\"attribute\":\"gender\",\"isOneOf\":[\"F\"]}"));
        memberships.catchUp();
        return women;
    }

    @Test
    void whatSomebodyKeepsForThemselvesNobodyElseSees() {
        signedIn.account("anna@legame.test", "Anna", "MARKETING");
        signedIn.account("bruno@legame.test", "Bruno", "MARKETING");
        Visitor anna = signedIn.signIn("anna@legame.test");
        anna.get("/segments/new");
        Visitor bruno = signedIn.signIn("bruno@legame.test");
        bruno.get("/segments/new");
        anna.post("/segments", "name", "Secret plan", "f.match", "all", "f.0.kind", "keyed", "f.0.keyed", "true");
        long id = segments.list().getFirst().id().value();
        assertThat(bruno.get("/segments").body()).contains("Secret plan");
        assertThat(anna.post("/segments/" + id + "/place", "sharing", "own", "folder", "Spring")
                        .status())
                .isEqualTo(302);
        assertThat(anna.get("/segments").body()).contains("Secret plan").contains("Spring");
        assertThat(bruno.get("/segments").body()).doesNotContain("Secret plan").doesNotContain("Spring");
        assertThat(bruno.get("/segments/" + id).status()).isEqualTo(404);
        assertThat(bruno.get("/segments/" + id + "/members.csv").status()).isEqualTo(404);
        assertThat(bruno.post("/segments/" + id + "/delete").status()).isEqualTo(404);
        assertThat(bruno.post("/segments/" + id + "/place", "sharing", "edit").status())
                .isEqualTo(404);
        assertThat(bruno.get("/segments/new?filter=%7B%22segment%22:" + id + "%7D")
                        .status())
                .isEqualTo(422);
        assertThat(signedIn.administrator().get("/segments/" + id).status()).isEqualTo(200);
        anna.post("/segments/" + id + "/place", "sharing", "view", "folder", "");
        assertThat(bruno.get("/segments/" + id).body())
                .contains("Secret plan")
                .doesNotContain("/segments/" + id + "/edit");
        assertThat(bruno.post("/segments/" + id + "/delete").status()).isEqualTo(403);
        assertThat(bruno.post("/segments/" + id, "name", "Mine", "version", "1", "f.match", "all")
                        .status())
                .isEqualTo(403);
        assertThat(bruno.post("/segments/" + id + "/place", "sharing", "edit").status())
                .isEqualTo(403);
    }

    @Test
    void whatOthersSeeAsksForNothingThatTheyDoNotSee() {
        signedIn.account("anna@legame.test", "Anna", "MARKETING");
        Visitor anna = signedIn.signIn("anna@legame.test");
        anna.get("/segments/new");
        anna.post("/segments", "name", "Secret plan", "f.match", "all", "f.0.kind", "keyed", "f.0.keyed", "true");
        long id = segments.list().getFirst().id().value();
        anna.post("/segments", "name", "Others", "f.match", "all", "f.0.kind", "segment", "f.0.segment", "" + id);
        assertThat(anna.post("/segments/" + id + "/place", "sharing", "own").status())
                .isEqualTo(409);
    }

    @Test
    void anAlertIsToldOnceAndThenFromThereOn() {
        Segment women = women();
        Visitor admin = signedIn.administrator();
        String path = "/segments/" + women.id().value();
        admin.get(path);
        assertThat(admin.post(path + "/alerts", "direction", "grows", "amount", "none", "unit", "percent")
                        .status())
                .isEqualTo(422);
        admin.post(path + "/alerts", "direction", "grows", "amount", "10", "unit", "percent");
        assertThat(admin.get(path).body()).contains("When it grows by 10% from 10");
        customers(21, 21);
        assertThat(admin.get("/").body()).doesNotContain("/segments/alerts/panel");
        customers(22, 24);
        assertThat(admin.get("/").body()).contains("/segments/alerts/panel");
        String panel = admin.get("/segments/alerts/panel").body();
        assertThat(panel).contains("grew from 10 to 12 customers");
        assertThat(signedIn.as("MARKETING").get("/segments/alerts/panel").body())
                .doesNotContain("grew");
        long notice = database.sql("select id from segments.alert_notice")
                .query(Long.class)
                .single();
        Visitor colleague = signedIn.as("MARKETING");
        colleague.get("/segments");
        colleague.post("/segments/alerts/seen", "notice", "" + notice);
        assertThat(admin.get("/segments/alerts/panel").body()).contains("grew");
        admin.post("/segments/alerts/seen", "notice", "" + notice);
        assertThat(admin.get("/segments/alerts/panel").body()).doesNotContain("grew");
        customers(25, 25);
        assertThat(admin.get("/segments/alerts/panel").body()).doesNotContain("grew");
        customers(26, 30);
        assertThat(admin.get("/segments/alerts/panel").body()).contains("grew from 12 to 15 customers");
    }

    @Test
    void programsReadWhoCameAndKeepLists() {
        Segment women = women();
        Visitor program = signedIn.token("segments:view", "segments:edit", "customers:view");
        Visitor reader = signedIn.token("segments:view", "customers:view");
        String first = program.get(
                        "/api/v1/segments/passages?segment=" + women.id().value())
                .body();
        assertThat(first).contains("\"passages\":[]").contains("\"next\":0");
        customers(21, 22);
        assertThat(program.get("/api/v1/segments/passages?segment=" + women.id().value())
                        .body())
                .contains("\"customer\":22,\"entered\":true")
                .contains("\"cause\":\"fact\"")
                .doesNotContain("\"customer\":21,");
        assertThat(program.get("/api/v1/segments/passages?limit=0").status()).isEqualTo(422);
        assertThat(reader.json("POST", "/api/v1/segments/lists", "{\"name\":\"A\",\"customers\":[1]}")
                        .status())
                .isEqualTo(403);
        var made = program.json("POST", "/api/v1/segments/lists", "{\"name\":\"A list\",\"customers\":[1,2,77777]}");
        assertThat(made.status()).isEqualTo(201);
        String list = made.header("Location");
        assertThat(program.json("POST", list + "/members", "{\"add\":[2,3],\"remove\":[1]}")
                        .body())
                .contains("\"added\":1")
                .contains("\"removed\":1");
        assertThat(program.json("POST", list + "/members", "{\"add\":[\"2\"]}").status())
                .isEqualTo(422);
        assertThat(program.json("POST", list + "/members", "{\"ad\":[2]}").status())
                .isEqualTo(422);
        figures.catchUp();
        assertThat(program.get(list + "/members").body())
                .contains("\"customer\":2")
                .contains("\"customer\":3")
                .doesNotContain("\"customer\":1,");
        var frozen =
                program.json("POST", "/api/v1/segments/" + women.id().value() + "/freeze", "{\"name\":\"Frozen\"}");
        assertThat(frozen.status()).isEqualTo(201);
        assertThat(program.json("PUT", list + "/place", "{\"sharing\":\"all\"}").status())
                .isEqualTo(422);
        assertThat(program.json("PUT", list + "/place", "{\"sharing\":\"view\",\"folder\":\"Fairs\"}")
                        .body())
                .contains("\"folder\":\"Fairs\"");
        assertThat(program.get("/api/v1/segments").body()).contains("\"folder\":\"Fairs\"");
    }

    @ParameterizedTest
    @CsvSource({"1280,en,false", "390,it,true"})
    void aListIsKeptAndASegmentIsWatchedInTheBrowser(int width, String language, boolean dark) {
        boolean italian = language.equals("it");
        String name = "-" + width + "-" + language + (dark ? "-dark" : "");
        Segment women = women();
        customers(21, 26);
        database.sql("""
                        insert into segments.size_day (segment_id, day, size, entered, gone)
                        select ?, ?::date - i, 13 - (i * 7) % 5, 2, 1 from generate_series(1, 40) i on conflict do nothing
                        """)
                .params(women.id().value(), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        try (var visit = TestBrowser.visit(signedIn.url(""), width, language, dark)) {
            var page = visit.page();
            signedIn.signIn(page);
            page.navigate("/segments/" + women.id().value());
            page.locator("#segment-movements").waitFor();
            page.locator("#alerts button").click();
            page.locator(".segment-alerts").waitFor();
            page.locator("#folder").fill(italian ? "Primavera" : "Spring");
            page.locator("#sharing").selectOption("view");
            page.locator("#place button").click();
            page.locator(".segment-place").waitFor();
            page.locator("#segment-movements").waitFor();
            visit.screenshot("segment-membership" + name);
            assertThat(visit.scrollsSideways()).isFalse();

            page.locator("details.menu summary").click();
            page.locator("button:has-text(\"" + (italian ? "come lista" : "as a list") + "\")")
                    .click();
            page.locator(".list-add").waitFor();
            page.locator("#listed").fill("Rossi 21");
            page.locator("#listed-options [role=option]").first().click();
            page.locator(".list-add button:not([role=option])").click();
            page.locator(".toast-note").waitFor();
            figures.catchUp();
            page.reload();
            visit.screenshot("segment-list" + name);
            assertThat(visit.scrollsSideways()).isFalse();
            page.locator(".take-off button").first().click();
            page.locator(".toast-note").waitFor();

            customers(31, 40);
            page.navigate("/");
            page.locator(".segment-notice").waitFor();
            visit.screenshot("segment-notices" + name);
            page.locator(".segment-notices button").click();
            page.locator(".segment-notices")
                    .waitFor(new com.microsoft.playwright.Locator.WaitForOptions()
                            .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));

            page.navigate("/segments");
            page.locator(".tabs").waitFor();
            visit.screenshot("segments-folders" + name);
            page.navigate("/segments/lists/new");
            visit.screenshot("segment-new-list" + name);
            assertThat(visit.scrollsSideways()).isFalse();
            assertThat(visit.complaints()).isEmpty();
        }
    }
}
