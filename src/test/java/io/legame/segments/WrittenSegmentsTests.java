package io.legame.segments;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.legame.testing.Answer;
import io.legame.testing.LegameTest;
import io.legame.testing.SignedIn;
import io.legame.testing.TestBrowser;
import io.legame.testing.TestDatabase;
import io.legame.testing.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A segment is written as a sentence: on the builder's page and by programs. */
@LegameTest
class WrittenSegmentsTests {
    @Autowired
    private SignedIn signedIn;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    @AfterEach
    void clear() {
        TestDatabase.clear(database, "segments", "access");
    }

    @ParameterizedTest
    @CsvSource({"1280,en,false", "390,it,false", "390,en,true", "1280,it,true"})
    void aSentenceBecomesRows(int width, String language, boolean dark) {
        boolean italian = language.equals("it");
        String name = "-" + width + "-" + language;
        try (var visit = TestBrowser.visit(signedIn.url(""), width, language, dark)) {
            var page = visit.page();
            signedIn.signIn(page);
            page.navigate("/segments/new");
            page.locator("#name").fill("Mine");
            page.locator(".sentence-write > summary").click();
            var field = page.locator("#sentence-text");
            assertThat(field).hasValue(italian ? "tutti i clienti" : "all customers");
            visit.screenshot("segment-write" + name);

            String wrong = italian ? "donne che abitano a Milano" : "women who livd in Milano";
            field.fill(wrong);
            field.press("Enter");
            assertThat(page.locator("#sentence-problem"))
                    .containsText(italian ? "«abitano a Milano» non si è capito." : "Did you mean “live in”?");
            assertThat(field).hasValue(wrong);
            assertThat(field).isFocused();
            visit.screenshot("segment-write-wrong" + name);
            assertThat(visit.scrollsSideways()).isFalse();

            field.fill(
                    italian
                            ? "Donne di Milano o \"Reggio Calabria\" da 35 a 45 anni che hanno speso almeno 100 on-line negli ultimi 90 giorni, e che o hanno una casa di proprietà o si possono raggiungere per posta."
                            : "Women from Milano or \"Reggio Calabria\" aged 35 to 45 who spent at least 100 on-line in the last 90 days, and who either own their home or can be reached by post.");
            field.press("Enter");
            assertThat(page.locator("#f-2-b")).hasValue("45");
            assertThat(page.locator("#f-3-a")).hasValue("100");
            assertThat(page.locator("#f-4")).isVisible();
            assertThat(page.locator("#sentence > p").first())
                    .containsText(italian ? "almeno 100,00 € on-line" : "at least €100.00 on-line");
            assertThat(page.locator(".sentence-write")).not().hasAttribute("open", "");
            assertThat(page.locator("#name")).hasValue("Mine");
            page.locator(".sentence-write > summary").click();
            visit.screenshot("segment-written" + name);
            assertThat(visit.scrollsSideways()).isFalse();

            page.locator("button[formaction='/segments']").click();
            page.waitForURL(java.util.regex.Pattern.compile(".*/segments/\\d+"));
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void itIsReadWithoutScriptsToo() {
        Visitor visitor = signedIn.administrator();
        assertThat(visitor.get("/segments/new").status()).isEqualTo(200);
        String[] form = {
            "name",
            "Mine",
            "f.match",
            "all",
            "f.0.kind",
            "keyed",
            "f.0.keyed",
            "true",
            "told",
            "customers who have the unique key"
        };
        var read = visitor.post("/segments/builder", with(form, "sentence", "women", "act", "update"));
        assertThat(read.body()).contains("f.0.kind", "Female", "Mine").doesNotContain("f.0.keyed");
        var refused = visitor.post("/segments/builder", with(form, "sentence", "womn", "act", "read"));
        assertThat(refused.body())
                .contains("“womn” was not understood. Did you mean “women”?", "value=\"womn\"", "f.0.keyed", "Mine");
        var elsewhere = visitor.post("/segments/builder", with(form, "sentence", "womn", "act", "add:f:offer.keyed"));
        assertThat(elsewhere.body()).contains("f.1.keyed", "value=\"womn\"").doesNotContain("was not understood");
    }

    private static String[] with(String[] form, String... more) {
        var all = java.util.Arrays.copyOf(form, form.length + more.length);
        System.arraycopy(more, 0, all, form.length, more.length);
        return all;
    }

    @Test
    void aProgramReadsSentences() {
        Visitor program = signedIn.token("segments:view");
        var read = program.json(
                "POST",
                "/api/v1/segments/read",
                "{\"sentence\":\"donne che si possono raggiungere per posta\",\"language\":\"it\"}");
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.body())
                .contains(
                        "\"filter\":{\"all\":[{\"attribute\":\"gender\",\"isOneOf\":[\"F\"]},{\"reachable\":\"post\"}]}",
                        "\"sentence\":\"donne che si possono raggiungere per posta\"");
        assertThat(read(program, "donne").body()).contains("\"sentence\":\"women\"");
        var refused = read(program, "women who fly");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("“fly” was not understood.");
        assertThat(program.json("POST", "/api/v1/segments/read", "{\"sentence\":\"women\",\"language\":\"de\"}")
                        .status())
                .isEqualTo(422);
        assertThat(read(signedIn.token("customers:view"), "women").status()).isEqualTo(403);
    }

    private static Answer read(Visitor visitor, String sentence) {
        return visitor.json("POST", "/api/v1/segments/read", "{\"sentence\":\"" + sentence + "\"}");
    }

    @Test
    void whatOneMayNotSeeIsNotKnownByName() {
        Visitor program = signedIn.token("segments:view", "segments:edit", "customers:view");
        String path = program.json(
                        "POST", "/api/v1/segments", "{\"name\":\"Mine alone\",\"filter\":{\"reachable\":\"post\"}}")
                .header("Location");
        String number = path.substring(path.lastIndexOf('/') + 1);
        assertThat(read(program, "customers who are in the segment “Mine alone”")
                        .body())
                .contains("{\"segment\":" + number + "}");
        assertThat(read(program, "customers who are in the segment “Mine aline”")
                        .body())
                .contains("Did you mean “Mine alone”?");

        database.sql("update segments.segment set sharing = 'own', owner_id = ?")
                .param(signedIn.account("anna@legame.test", "Anna", "MARKETING"))
                .update();
        Visitor stranger = signedIn.token("segments:view");
        for (String told : java.util.List.of("“Mine alone”", "“Mine aline”", "#" + number, "“#" + number + "”")) {
            var refused = read(stranger, "customers who are in the segment " + told);
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.body()).doesNotContain("Did you mean “Mine");
        }
        assertThat(read(stranger, "customers who are on the list 4711").status())
                .isEqualTo(422);
    }

    @Test
    void twoSegmentsOfOneNameAreToldApartByTheirNumbers() {
        Visitor program = signedIn.token("segments:view", "segments:edit", "customers:view");
        String body = "{\"name\":\"Twins\",\"filter\":{\"reachable\":\"post\"}}";
        program.json("POST", "/api/v1/segments", body);
        String path = program.json("POST", "/api/v1/segments", body.replace("post", "email"))
                .header("Location");
        String number = path.substring(path.lastIndexOf('/') + 1);
        assertThat(read(program, "customers who are in the segment “Twins”").body())
                .contains("in more than one way");
        assertThat(read(program, "customers who are in the segment #" + number).body())
                .contains("{\"segment\":" + number + "}");
    }
}
