package io.legame.intake;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.legame.testing.LegameTest;
import io.legame.testing.SignedIn;
import io.legame.testing.TestBrowser;
import io.legame.testing.TestBrowser.Visit;
import io.legame.testing.TestClock;
import io.legame.testing.Visitor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The watched folder as the marketing office and programs see it. */
@LegameTest
class InboxPagesTests {
    private static final String CUSTOMERS = "id,email,first name\n1,anna@example.com,Anna\n";

    @Autowired
    private SignedIn signedIn;

    @Autowired
    private TestInbox inbox;

    @Autowired
    private Imports imports;

    @Autowired
    private TestClock clock;

    @Autowired
    private JsonMapper json;

    @BeforeEach
    void nothingThere() {
        inbox.clear();
    }

    /** One of every outcome that a morning may bring. */
    private void aMorning() throws IOException {
        inbox.drop("cassa-milano/clienti.csv", CUSTOMERS);
        inbox.lookTwice();
        inbox.start("clienti.csv");
        clock.advance(Duration.ofHours(1));
        String more = CUSTOMERS + "2,berta@example.com,Berta\n,,\n,nessuno,\n";
        inbox.drop("cassa-milano/clienti-2.csv", more);
        inbox.drop("clienti.csv", CUSTOMERS);
        inbox.drop("<b>listino.csv", "%PDF-1.7");
        inbox.drop("cassa-milano/vuoto.csv", "id,email,first name\n");
        inbox.lookUntilRefused();
        inbox.awaitEnd("clienti-2.csv");
        clock.advance(Duration.ofHours(1));
        inbox.drop("cassa-milano/clienti-di-nuovo.csv", more);
        inbox.lookTwice();
        inbox.drop("vendite-in-arrivo.csv", "x");
        inbox.drop("notte.csv.part", "x");
        Files.createSymbolicLink(inbox.path().resolve("collegamento.csv"), Path.of("/nowhere"));
    }

    @ParameterizedTest
    @CsvSource({"1280,it-IT,false", "1280,en-GB,true", "390,it-IT,true", "390,en-GB,false"})
    void thePageTellsWhatCameAndWhatWaits(int width, String language, boolean dark) throws IOException {
        boolean italian = language.startsWith("it");
        String name = "-" + width + "-" + language.substring(0, 2) + (dark ? "-dark" : "");
        try (Visit visit = visit(width, language, dark)) {
            Page page = visit.page();
            page.navigate("/intake/inbox");
            assertThat(page.locator(".empty-state h2"))
                    .hasText(
                            italian
                                    ? "Dalla cartella di arrivo non è ancora passato nulla"
                                    : "Nothing came through the inbox yet");
            visit.screenshot("inbox-empty" + name);
            aMorning();
            // the page asks by itself, every five seconds
            assertThat(page.locator(".inbox-files tbody tr"))
                    .hasCount(6, new LocatorAssertions.HasCountOptions().setTimeout(30_000));
            assertThat(page.locator(".inbox-there tbody tr")).hasCount(3);
            assertThat(page.locator(".inbox-path code")).hasText(inbox.path().toString());
            assertThat(page.locator(".inbox-files"))
                    .containsText(italian ? "Già importato il" : "Already brought in on");
            assertThat(page.locator(".inbox-files"))
                    .containsText(italian ? "Questo è un documento PDF" : "This is a PDF document");
            assertThat(page.locator(".inbox-note"))
                    .containsText(
                            italian
                                    ? "Un file aspetta che qualcuno ne guardi le colonne."
                                    : "One file waits for somebody to look at its columns.");
            visit.screenshot("inbox" + name);
            assertThat(visit.scrollsSideways()).isFalse();

            page.navigate("/intake");
            assertThat(page.locator(".inbox-note a")).hasAttribute("href", "/intake/inbox");
            assertThat(page.locator(
                            ".data-table .badge",
                            new Page.LocatorOptions()
                                    .setHasText(italian ? "dalla cartella di arrivo" : "from the inbox")))
                    .hasCount(3);
            visit.screenshot("inbox-imports" + name);
            assertThat(visit.scrollsSideways()).isFalse();
            page.locator("nav.tabs a[href='/intake/inbox']").click();

            page.locator(".note button").click();
            assertThat(page.locator(".inbox-note"))
                    .hasText(
                            italian
                                    ? "Un file aspetta che qualcuno ne guardi le colonne."
                                    : "One file waits for somebody to look at its columns.");
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("no").setExact(true))
                    .click();
            assertThat(page.locator(".inbox-switch button[value=false]")).hasAttribute("aria-pressed", "true");
            assertThat(visit.complaints()).isEmpty();
        }
    }

    private Visit visit(int width, String language, boolean dark) {
        Visit visit = TestBrowser.visit(signedIn.url(""), width, language, dark);
        signedIn.account("marketing@legame.test", "Marta Marketing", "MARKETING");
        signedIn.signIn(visit.page(), "marketing@legame.test");
        return visit;
    }

    @Test
    void aFolderThatCannotBeUsedIsSaidOnThePage() throws IOException {
        Path path = inbox.path();
        TestInbox.remove(path);
        Files.writeString(path, "");
        try {
            assertThat(signedIn.as("MARKETING").get("/intake/inbox").body())
                    .contains("is no folder. Remove what is there");
        } finally {
            Files.delete(path);
        }
    }

    @Test
    void programsAreToldTheSame() throws IOException {
        aMorning();
        Visitor program = signedIn.token("intake:view", "intake:run");
        JsonNode told = json.readTree(program.get("/api/v1/inbox?limit=4").body());
        assertThat(told.path("folder").asString()).isEqualTo(inbox.path().toString());
        assertThat(told.path("trouble").isNull()).isTrue();
        assertThat(told.path("startsRecognised").asBoolean()).isTrue();
        assertThat(told.path("attention").path("waiting").asLong()).isEqualTo(1);
        assertThat(told.path("attention").path("leftOut").asLong()).isEqualTo(1);
        assertThat(told.path("entries")).hasSize(3);
        assertThat(told.path("files")).hasSize(4);
        JsonNode repeated = told.path("files").get(0);
        assertThat(repeated.path("outcome").asString()).isEqualTo("repeated");
        assertThat(repeated.path("source").asString()).isEqualTo("cassa-milano");
        assertThat(repeated.path("sha256").asString()).hasSize(64);
        assertThat(program.get("/api/v1/imports/" + repeated.path("importId").asLong())
                        .status())
                .isEqualTo(200);
        JsonNode older = json.readTree(
                program.get("/api/v1/inbox?after=" + told.path("next").asLong()).body());
        assertThat(older.path("files")).hasSize(2);
        assertThat(older.path("next").isNull()).isTrue();

        long refused = inbox.file("<b>listino.csv").id().value();
        assertThat(program.json("POST", "/api/v1/inbox/files/" + refused + "/seen", "")
                        .status())
                .isEqualTo(204);
        assertThat(program.json("POST", "/api/v1/inbox/files/0/seen", "").status())
                .isEqualTo(404);
        JsonNode changed = json.readTree(program.json("PUT", "/api/v1/inbox", "{\"startsRecognised\": false}")
                .body());
        assertThat(changed.path("startsRecognised").asBoolean()).isFalse();
        assertThat(changed.path("attention").path("refused").asLong()).isZero();
        assertThat(program.json("PUT", "/api/v1/inbox", "{}").status()).isEqualTo(422);
        assertThat(json.readTree(program.get("/api/openapi.json").body())
                        .path("paths")
                        .has("/api/v1/inbox"))
                .isTrue();
    }

    @Test
    void whoMayOnlyLookChangesNothing() throws IOException {
        aMorning();
        Visitor analyst = signedIn.as("ANALYST");
        assertThat(analyst.get("/intake/inbox").body())
                .contains("clienti-2.csv", "&lt;b&gt;listino.csv")
                .doesNotContain("/seen\"", "<b>listino");
        assertThat(analyst.post("/intake/inbox", "on", "false").status()).isEqualTo(403);
        assertThat(signedIn.as("SHOP").get("/intake/inbox").status()).isEqualTo(403);
        Visitor viewer = signedIn.token("intake:view");
        assertThat(viewer.get("/api/v1/inbox").status()).isEqualTo(200);
        assertThat(viewer.json("PUT", "/api/v1/inbox", "{\"startsRecognised\": false}")
                        .status())
                .isEqualTo(403);
        assertThat(signedIn.token("customers:view").get("/api/v1/inbox").status())
                .isEqualTo(403);
    }

    @Test
    void aFileThatSomebodyUploadedHasNoBadge() {
        imports.receive("uploaded.csv", new ByteArrayInputStream(CUSTOMERS.getBytes(StandardCharsets.UTF_8)));
        assertThat(signedIn.as("MARKETING").get("/intake").body())
                .contains("uploaded.csv", "/intake/inbox")
                .doesNotContain("from the inbox");
    }
}
