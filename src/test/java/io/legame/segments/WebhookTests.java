package io.legame.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
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
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Passages are sent to a real server, signed, in order, until they are received. */
@LegameTest
class WebhookTests {
    @Autowired
    private JdbcClient database;

    @Autowired
    private TestClock clock;

    @Autowired
    private Customers customers;

    @Autowired
    private Segments segments;

    @Autowired
    private Memberships memberships;

    @Autowired
    private Filters filters;

    @Autowired
    private Figures figures;

    @Autowired
    private Passages passages;

    @Autowired
    private Webhooks webhooks;

    @Autowired
    private WebhookDelivery delivery;

    @Autowired
    private SignedIn signedIn;

    private record Received(String body, String signature) {}

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile int answer = 204;
    private HttpServer server;
    private Segment all;

    @BeforeEach
    void begin() throws IOException {
        clear();
        // the job may still be about one of the test before
        TestDatabase.skipIds(database, "segments.webhook");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/hook", exchange -> {
            received.add(new Received(
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                    exchange.getRequestHeaders().getFirst(WebhookDelivery.SIGNATURE)));
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        server.start();
        all = segments.create("All", null, filters.read("{\"keyed\":true}"));
        customer("first@example.com");
    }

    @AfterEach
    void clear() {
        if (server != null) {
            server.stop(0);
        }
        TestDatabase.clear(database, "duplicates", "customers", "segments", "access");
    }

    private void customer(String email) {
        customers.upsert("test", List.of(CustomerDraft.of(CustomerField.EMAIL, email)));
        figures.catchUp();
        memberships.catchUp();
    }

    private Webhook hook() {
        return webhooks.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook", all.id());
    }

    /** The application's own job takes turns with us. */
    private void until(Predicate<Webhook> holds) {
        await().until(() -> {
            delivery.run();
            return holds.test(webhooks.list().getFirst());
        });
    }

    @Test
    void passagesAreSentOnceInOrderAndSigned() {
        Webhook hook = hook();
        delivery.run();
        assertThat(received).isEmpty();
        customer("ada@example.com");
        customer("bea@example.com");
        until(each ->
                each.position() == passages.after(0, all.id(), 100).getLast().id());
        String sent = String.join("", received.stream().map(Received::body).toList());
        assertThat(sent.indexOf("\"customer\":2")).isPositive().isLessThan(sent.indexOf("\"customer\":3"));
        assertThat(sent.split("\"customer\":", -1)).hasSize(3);
        assertThat(received)
                .allSatisfy(each -> assertThat(each.signature())
                        .isEqualTo("sha256=" + WebhookDelivery.signature(hook.secret(), each.body())));
    }

    @Test
    void whatIsNotReceivedIsSentAgainLaterAndLater() {
        hook();
        answer = 302;
        customer("ada@example.com");
        until(hook -> "HTTP 302".equals(hook.problem()) && hook.failures() == 1);
        assertThat(received).hasSize(1);
        answer = 200;
        clock.set(clock.instant().plus(Duration.ofSeconds(4)));
        delivery.run();
        assertThat(received).hasSize(1);
        clock.set(clock.instant().plus(Duration.ofSeconds(2)));
        until(hook -> hook.failures() == 0);
        assertThat(received).hasSize(2);
        assertThat(received.getLast().body()).isEqualTo(received.getFirst().body());
        server.stop(0);
        customer("bea@example.com");
        until(hook -> hook.problem() != null);
    }

    @Test
    void passagesOfADeletedSegmentMakeNobodyWait() {
        webhooks.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook", null);
        Segment other = segments.create("Other", null, filters.read("{\"keyed\":false}"));
        customer("ada@example.com");
        until(hook -> hook.position() == passages.after(0, null, 100).getLast().id());
        memberships.catchUp();
        database.sql("""
                        insert into segments.passage (segment_id, customer_id, entered, at, cause)
                        values (?, 1, true, now(), 'fact')
                        """).param(other.id().value()).update();
        segments.delete(other.id());
        assertThat(webhooks.take()).isEmpty();
    }

    @Test
    void onlyAdministratorsSayWhereAndTheSecretIsShownOnce() {
        assertThat(signedIn.as("MARKETING").get("/segments/webhooks").status()).isEqualTo(403);
        Visitor admin = signedIn.administrator();
        admin.get("/segments/webhooks");
        for (String wrong : List.of(
                "", "ftp://example.com", "https://", "http://user:secret@example.com/", "javascript:alert(1)")) {
            assertThat(admin.post("/segments/webhooks", "url", wrong).status())
                    .as(wrong)
                    .isEqualTo(422);
        }
        String made = admin.post("/segments/webhooks", "url", "https://crm.example.com/hook?from=legame")
                .body();
        String secret = webhooks.list().getFirst().secret();
        assertThat(made).contains(secret);
        assertThat(admin.get("/segments/webhooks").body())
                .contains("crm.example.com")
                .doesNotContain(secret);
        admin.post("/segments/webhooks/" + webhooks.list().getFirst().id() + "/delete");
        assertThat(webhooks.list()).isEmpty();
    }

    @Test
    void thePageFitsAPhone() {
        hook();
        answer = 500;
        customer("ada@example.com");
        until(hook -> hook.problem() != null);
        try (var visit = TestBrowser.visit(signedIn.url(""), 390, "it", true)) {
            var page = visit.page();
            signedIn.signIn(page);
            page.navigate("/segments/webhooks");
            page.locator("#url")
                    .fill("https://crm.example.com/a/very/long/address/that/does/not/break/anywhere/by-itself");
            page.locator("form.panel button").click();
            page.locator(".webhook-secret").waitFor();
            visit.screenshot("segment-webhooks-390-it-dark");
            assertThat(visit.scrollsSideways()).isFalse();
            assertThat(visit.complaints()).isEmpty();
        }
    }
}
