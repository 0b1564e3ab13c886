package io.legame.notebook.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.legame.customers.CustomerDraft;
import io.legame.customers.CustomerField;
import io.legame.customers.CustomerId;
import io.legame.customers.Customers;
import io.legame.customers.Identity;
import io.legame.notebook.Attachments;
import io.legame.testing.Answer;
import io.legame.testing.LegameTest;
import io.legame.testing.SignedIn;
import io.legame.testing.TestBrowser;
import io.legame.testing.TestBrowser.Visit;
import io.legame.testing.TestDatabase;
import io.legame.testing.Visitor;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Files on the customer card: in a browser, and by a program. */
@LegameTest
class AttachmentsBrowserTests {
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
        Identity identity = Identity.email("rossi@example.com");
        customers.upsert("shop", List.of(CustomerDraft.of(CustomerField.EMAIL, identity.value())));
        rossi = Objects.requireNonNull(customers.find(List.of(identity)).get(identity));
        signedIn.account("sara@legame.test", "Sara Shop", "SHOP");
    }

    private static byte[] picture() throws IOException {
        var image = new BufferedImage(600, 400, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(new Color(0x3f9db4));
        graphics.fillRect(0, 0, 600, 400);
        graphics.setColor(Color.WHITE);
        graphics.fillOval(200, 100, 200, 200);
        graphics.dispose();
        var output = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", output);
        return output.toByteArray();
    }

    @ParameterizedTest
    @CsvSource({"1280,en-GB,false", "390,it-IT,true"})
    void filesAreSentShownAndRemoved(int width, String language, boolean dark) throws IOException {
        String name = "-" + width + (dark ? "-dark" : "");
        try (Visit visit = TestBrowser.visit(signedIn.url(""), width, language, dark)) {
            signedIn.signIn(visit.page(), "sara@legame.test");
            Page page = visit.page();
            page.navigate("/customers/" + rossi.value());
            assertThat(page.locator("html[data-attachments-script]")).hasCount(1);
            page.locator("[data-attach] [type=file]").setInputFiles(new FilePayload[] {
                new FilePayload("the coat that she wants.jpg", "image/jpeg", picture()),
                new FilePayload(
                        "a".repeat(110) + ".pdf", "application/pdf", "%PDF-1.7".getBytes(StandardCharsets.UTF_8)),
                new FilePayload("empty.txt", "text/plain", new byte[0])
            });
            assertThat(page.locator(".attach-list > li")).hasCount(2);
            assertThat(page.locator(".field-error:not([hidden])")).containsText("empty.txt");
            assertThat(page.locator(".attach-picture img")).hasJSProperty("naturalWidth", 320);
            visit.screenshot("attachments" + name);
            assertThat(visit.scrollsSideways()).isFalse();
            page.locator(".attach-list form button").first().click();
            assertThat(page.locator(".attach-list > li")).hasCount(1);
            page.locator("#toasts form button").click();
            assertThat(page.locator(".attach-list > li")).hasCount(2);
            assertThat(visit.complaints()).isEmpty();
        }
    }

    private static Answer send(Visitor program, String path, byte[] content) {
        return program.send(program.request(path)
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(content)));
    }

    @Test
    void aFileIsGivenBackToBeSavedAndNothingElse() {
        Visitor program = signedIn.token("notebook:view", "notebook:write");
        String path = "/api/v1/customers/" + rossi.value() + "/attachments";
        Answer created = send(
                program, path + "?name=perch%C3%A9.html", "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        assertThat(created.body()).contains("text/plain");
        long id = new JsonMapper().readTree(created.body()).path("id").asLong();
        Answer file = program.get("/api/v1/attachments/" + id);
        assertThat(file.body()).isEqualTo("<script>alert(1)</script>");
        assertThat(file.header("Content-Disposition")).startsWith("attachment").contains("perch%C3%A9.html");
        assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(file.header("Content-Security-Policy")).contains("sandbox");
        assertThat(file.header("Content-Type")).startsWith("text/plain");
        assertThat(database.sql(
                                "select count(*) from access.audit_entry where action = 'notebook.attachment-downloaded' and subject_id = ?")
                        .param(Long.toString(id))
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(program.get(path).body()).contains("perché.html");
        assertThat(send(program, path, new byte[0]).status()).isEqualTo(422);
        assertThat(send(program, path, new byte[Math.toIntExact(Attachments.LARGEST) + 1])
                        .status())
                .isEqualTo(413);
        assertThat(signedIn.token("notebook:view")
                        .json("DELETE", "/api/v1/attachments/" + id, "")
                        .status())
                .isEqualTo(403);
        assertThat(program.json("DELETE", "/api/v1/attachments/" + id, "").status())
                .isEqualTo(204);
        assertThat(program.get("/api/v1/attachments/" + id).status()).isEqualTo(404);
        assertThat(signedIn.as("SHOP")
                        .get("/notebook/attachments/" + id + "/preview")
                        .status())
                .isEqualTo(404);
    }
}
