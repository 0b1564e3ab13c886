package io.legame.notebook.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.legame.customers.CustomerDraft;
import io.legame.customers.CustomerField;
import io.legame.customers.CustomerId;
import io.legame.customers.Customers;
import io.legame.customers.Identity;
import io.legame.testing.LegameTest;
import io.legame.testing.SignedIn;
import io.legame.testing.TestBrowser;
import io.legame.testing.TestBrowser.Visit;
import io.legame.testing.TestDatabase;
import io.legame.testing.Visitor;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Notes on the customer card, and the page of who is named: in a browser, and by a program. */
@LegameTest
class NotesBrowserTests {
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    private SignedIn signedIn;

    @Autowired
    private Customers customers;

    @Autowired
    private JdbcClient database;

    private CustomerId rossi = new CustomerId(0);

    @BeforeEach
    void begin() {
        TestDatabase.clear(database, "notebook", "timeline", "customers", "access");
        customers.upsert(
                "shop",
                List.of(CustomerDraft.of(Map.of(
                        CustomerField.EMAIL,
                        "rossi@example.com",
                        CustomerField.GIVEN_NAME,
                        "Anna",
                        CustomerField.FAMILY_NAME,
                        "Rossi"))));
        Identity identity = Identity.email("rossi@example.com");
        rossi = Objects.requireNonNull(customers.find(List.of(identity)).get(identity));
        signedIn.account("shop@legame.test", "Sara Shop", "SHOP");
        signedIn.account("marta@legame.test", "Marta Marketing", "MARKETING");
    }

    private void write(Page page, String text) {
        Locator box = page.locator(".notebook-form textarea").first();
        box.fill(text);
        box.press("Control+Enter");
        assertThat(page.locator("#note-list .notebook-text").first())
                .containsText(text.lines().findFirst().orElse(""));
    }

    @ParameterizedTest
    @CsvSource({"1280,en-GB,false", "390,it-IT,true"})
    void notesAreWrittenPinnedChangedAndFoundAndWhoIsNamedSeesIt(int width, String language, boolean dark) {
        String name = "-" + width + (dark ? "-dark" : "");
        try (Visit visit = TestBrowser.visit(signedIn.url(""), width, language, dark)) {
            signedIn.signIn(visit.page(), "shop@legame.test");
            Page page = visit.page();
            page.navigate("/customers/" + rossi.value());
            visit.screenshot("notes-none" + name);
            Locator box = page.locator(".notebook-form textarea").first();
            // the panel brings its script along
            assertThat(page.locator("html[data-notebook-script]")).hasCount(1);
            box.pressSequentially("Ask @mar");
            // one by one, as the letters come
            assertThat(page.locator(".notebook-form [role=option]")).hasCount(1);
            assertThat(page.locator(".notebook-form [role=option]")).hasText("Marta Marketing");
            visit.screenshotOfTheScreen("notes-mention" + name);
            box.press("Enter");
            box.pressSequentially("about\nhttps://example.com/a?b=1.");
            box.press("Control+Enter");
            assertThat(page.locator("#note-list .mention")).hasText("@Marta Marketing");
            assertThat(page.locator("#note-list a[href='https://example.com/a?b=1']"))
                    .isVisible();
            write(page, "<b>no tag</b>");
            assertThat(page.locator("#note-list b:has-text('no tag')")).hasCount(0);
            for (int i = 0; i < 4; i++) {
                write(page, "Note " + i + ": prefers mornings, " + "wool ".repeat(12 * i));
            }
            page.locator("#note-list > li", new Page.LocatorOptions().setHasText("Note 1"))
                    .locator("summary")
                    .click();
            page.locator("#note-list > li", new Page.LocatorOptions().setHasText("Note 1"))
                    .locator("form[hx-post$='/pin'] button")
                    .click();
            assertThat(page.locator("#note-list > li .notebook-text").first()).containsText("Note 1");
            visit.screenshot("notes" + name);
            assertThat(visit.scrollsSideways()).isFalse();

            page.locator("#note-list > li").first().locator("summary").click();
            page.locator("#note-list > li")
                    .first()
                    .locator("button[hx-get$='/edit']")
                    .click();
            long id = database.sql("select id from notebook.note where pinned_at is not null")
                    .query(Long.class)
                    .single();
            assertThat(page.locator("#note-text-" + id)).isFocused();
            database.sql(
                            "update notebook.note set version = 2, text = 'theirs', edited_by = 'Bruno', edited_at = now() where id = ?")
                    .param(id)
                    .update();
            page.locator("#note-text-" + id).fill("mine");
            page.locator("#note-text-" + id).press("Control+Enter");
            assertThat(page.locator("#note-" + id + " .note-warn")).containsText("theirs");
            assertThat(page.locator("#note-text-" + id)).hasValue("mine");
            visit.screenshot("notes-meanwhile" + name);
            page.locator("#note-text-" + id).press("Control+Enter");
            assertThat(page.locator("#note-list > li .notebook-text").first()).hasText("mine");

            page.locator(".notebook-search").fill("note 3");
            assertThat(page.locator("#note-list > li")).hasCount(1);
            page.locator("#note-list summary").click();
            page.locator("#note-list form[action$='/remove'] button").click();
            assertThat(page.locator("#toasts form")).hasCount(1);
            page.locator("#toasts form button").click();
            assertThat(page.locator("#note-list")).containsText("Note 3");
            assertThat(visit.complaints()).isEmpty();
        }
        try (Visit visit = TestBrowser.visit(signedIn.url(""), width, language, dark)) {
            signedIn.signIn(visit.page(), "marta@legame.test");
            Page page = visit.page();
            assertThat(page.locator(".sidebar [data-badge='/notebook/mentions']"))
                    .hasText("1");
            visit.screenshot("mentions-badge" + name);
            page.navigate("/notebook/mentions");
            assertThat(page.locator(".notebook-note")).hasCount(1);
            visit.screenshot("mentions" + name);
            page.navigate("/");
            assertThat(page.locator(".sidebar [data-badge='/notebook/mentions']"))
                    .hasText("");
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void aProgramWritesReadsChangesAndRemovesNotes() {
        Visitor program = signedIn.token("notebook:view", "notebook:write");
        String path = "/api/v1/customers/" + rossi.value() + "/notes";
        var created = program.json("POST", path, "{\"text\": \"one\", \"pinned\": true}");
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        JsonNode note = JSON.readTree(created.body());
        assertThat(note.path("pinned").asBoolean()).isTrue();
        String own = "/api/v1/notes/" + note.path("id").asLong();
        assertThat(program.json("PATCH", own, "{\"text\": \"two\", \"version\": 1}")
                        .body())
                .contains("\"version\":2");
        assertThat(program.json("PATCH", own, "{\"text\": \"three\", \"version\": 1}")
                        .status())
                .isEqualTo(409);
        assertThat(program.json("PATCH", own, "{\"text\": \" \"}").status()).isEqualTo(422);
        assertThat(program.get(path + "?q=TWO").body()).contains("\"text\":\"two\"");
        assertThat(program.get(path + "?q=one").body()).contains("\"notes\":[]");
        assertThat(signedIn.token("notebook:view", "notebook:write")
                        .json("DELETE", own, "")
                        .status())
                .isEqualTo(403);
        assertThat(program.json("DELETE", own, "").status()).isEqualTo(204);
        assertThat(program.get(own).status()).isEqualTo(404);
        assertThat(program.json("POST", own + "/restore", "").status()).isEqualTo(200);
        assertThat(program.get("/api/v1/customers/999999999/notes").status()).isEqualTo(404);
        assertThat(program.json("POST", "/api/v1/customers/999999999/notes", "{\"text\": \"x\"}")
                        .status())
                .isEqualTo(404);
    }
}
