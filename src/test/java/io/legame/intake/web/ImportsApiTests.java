package io.legame.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.legame.testing.Answer;
import io.legame.testing.LegameTest;
import io.legame.testing.SignedIn;
import io.legame.testing.TestDatabase;
import io.legame.testing.Uploads;
import io.legame.testing.Visitor;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What programs send. */
@LegameTest
class ImportsApiTests {
    private static final String CUSTOMERS = "nr,mail,nome\n1,anna@example.com,Anna\n,bad,Berta\n";

    @Autowired
    private SignedIn signedIn;

    @Autowired
    private JdbcClient database;

    @Autowired
    private JsonMapper json;

    @BeforeEach
    void nothingThere() {
        TestDatabase.clear(database, "intake", "timeline", "catalogue", "customers");
        // a job that an earlier test left behind must not meet an import of ours
        TestDatabase.skipIds(database, "intake.import");
    }

    @Test
    void aFileIsBroughtInAndItsRejectedRowsComeBack() {
        Visitor program = signedIn.token("intake:run", "intake:view");
        Answer accepted =
                Uploads.text(program, "/api/v1/imports?kind=customers&source=crm&plan=" + encoded("""
                {"columns": {"nr": "customer_number"}}"""), CUSTOMERS);
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
        JsonNode done = Uploads.awaitEnd(program, accepted);
        assertThat(done.path("state").asString()).isEqualTo("done");
        assertThat(done.path("created").asLong()).isEqualTo(1);
        assertThat(done.path("rejected").asLong()).isEqualTo(1);
        assertThat(done.path("reasons").get(0).path("code").asString()).isEqualTo("customers.rejected.email");
        Answer rejected = program.get(accepted.header("Location") + "/rejected");
        assertThat(rejected.body()).contains("\n,bad,Berta,");
        assertThat(database.sql("select source from customers.identity where kind = 'number'")
                        .query(String.class)
                        .single())
                .isEqualTo("crm");
    }

    @Test
    void aProductInAnotherWritingIsProposedAndReplaced() {
        Visitor program = signedIn.token("intake:run", "intake:view");
        Uploads.awaitEnd(
                program,
                Uploads.text(
                        program,
                        "/api/v1/imports?kind=products",
                        "Product code,Product name,Price\nGTX Pro,GTX Pro,100\n"));
        String sales = "Order number,Date,E-mail,Product code,Quantity,Unit price\n"
                + "1,2024-02-23,a@example.com,GTXPro,1,100\n2,2024-02-23,a@example.com,GTXPro,1,100\n";
        JsonNode told = Uploads.awaitEnd(program, Uploads.text(program, "/api/v1/imports?kind=purchases", sales));
        assertThat(told.path("rejected").asLong()).isEqualTo(2);
        assertThat(told.path("proposals").toString())
                .isEqualTo("[{\"field\":\"product_code\",\"from\":\"GTXPro\",\"to\":\"GTX Pro\","
                        + "\"name\":\"GTX Pro\",\"rows\":2}]");
        JsonNode done = Uploads.awaitEnd(
                program, Uploads.text(program, "/api/v1/imports?kind=purchases&plan=" + encoded("""
                {"createCustomers": true,
                 "replacements": [{"field": "product_code", "from": "GTXPro", "to": "GTX Pro"}]}"""), sales));
        assertThat(done.path("created").asLong()).isEqualTo(2);
        assertThat(done.path("proposals")).isEmpty();
        assertThat(done.path("replacements").toString())
                .isEqualTo("[{\"field\":\"product_code\",\"from\":\"GTXPro\",\"to\":\"GTX Pro\",\"rows\":2}]");
        for (String wrong :
                new String[] {"{\"from\": \"a\", \"to\": \"b\"}", "{\"field\": \"x\", \"from\": \"a\", \"to\": \"b\"}"
                }) {
            Answer refused = Uploads.text(
                    program, "/api/v1/imports?plan=" + encoded("{\"replacements\": [" + wrong + "]}"), sales);
            assertThat(refused.status()).isEqualTo(422);
        }
    }

    @Test
    void aFileIsTriedBeforeItIsBroughtIn() {
        Visitor program = signedIn.token("intake:run", "intake:view");
        Answer accepted = Uploads.text(program, "/api/v1/imports?kind=customers&rehearse=true", CUSTOMERS);
        JsonNode tried = Uploads.awaitEnd(program, accepted);
        assertThat(tried.path("state").asString()).isEqualTo("draft");
        assertThat(tried.path("wouldBe").path("created").asLong()).isEqualTo(1);
        assertThat(tried.path("wouldBe").path("rejected").asLong()).isEqualTo(1);
        assertThat(count("customers.customer")).isZero();
        assertThat(program.post(accepted.header("Location") + "/run").status()).isEqualTo(202);
        JsonNode done = Uploads.awaitEnd(program, accepted);
        assertThat(done.path("state").asString()).isEqualTo("done");
        assertThat(count("customers.customer")).isEqualTo(1);
        assertThat(program.post(accepted.header("Location") + "/run").status()).isEqualTo(422);
    }

    @Test
    void theSameRequestWithoutTheTrialBringsItIn() {
        Visitor program = signedIn.token("intake:run", "intake:view").with("Idempotency-Key", "trial-1");
        Answer tried = Uploads.text(program, "/api/v1/imports?kind=customers&rehearse=true", CUSTOMERS);
        assertThat(Uploads.awaitEnd(program, tried).path("state").asString()).isEqualTo("draft");
        Answer same = Uploads.text(program, "/api/v1/imports?kind=customers", CUSTOMERS);
        assertThat(same.header("Location")).isEqualTo(tried.header("Location"));
        assertThat(Uploads.awaitEnd(program, same).path("state").asString()).isEqualTo("done");
    }

    private long count(String table) {
        return database.sql("select count(*) from " + table).query(Long.class).single();
    }

    @Test
    void aFormBringsAFileInToo() {
        Visitor program = signedIn.token("intake:run", "intake:view");
        String form = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"clienti.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n" + CUSTOMERS + "\r\n--x--\r\n";
        Answer accepted = program.send(program.request("/api/v1/imports?kind=customers")
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
        JsonNode done = Uploads.awaitEnd(program, accepted);
        assertThat(done.path("name").asString()).isEqualTo("clienti.csv");
        assertThat(done.path("created").asLong()).isEqualTo(1);
        Answer without = program.send(program.request("/api/v1/imports")
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(HttpRequest.BodyPublishers.ofString("--x--\r\n")));
        assertThat(without.body()).contains("intake.error.noFile");
    }

    @Test
    void theSameRequestMakesOneImport() {
        Visitor program = signedIn.token("intake:run", "intake:view").with("Idempotency-Key", "night-42");
        Answer first = Uploads.text(program, "/api/v1/imports", CUSTOMERS);
        Answer second = Uploads.text(program, "/api/v1/imports", CUSTOMERS);
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(database.sql("select count(*) from intake.import")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whatIsWrongIsSaidWithItsReason() {
        Visitor program = signedIn.token("intake:run", "intake:view");
        assertThat(Uploads.text(program, "/api/v1/imports?kind=customers", "").body())
                .contains("intake.fault.empty");
        Answer unknownColumn = Uploads.text(
                program, "/api/v1/imports?plan=" + encoded("{\"columns\": {\"x\": \"email\"}}"), CUSTOMERS);
        assertThat(unknownColumn.status()).isEqualTo(422);
        assertThat(unknownColumn.body()).contains("intake.api.column");
        Answer ours = Uploads.text(program, "/api/v1/imports?source=sample", CUSTOMERS);
        assertThat(ours.status()).isEqualTo(422);
        assertThat(ours.body()).contains("intake.error.sourceTaken");
        assertThat(Uploads.text(program, "/api/v1/imports?source=" + "x".repeat(61), CUSTOMERS)
                        .body())
                .contains("intake.error.source");
        assertThat(program.get("/api/v1/imports/999999").status()).isEqualTo(404);
        assertThat(Uploads.text(signedIn.stranger(), "/api/v1/imports", CUSTOMERS)
                        .status())
                .isEqualTo(401);
        assertThat(Uploads.text(signedIn.token("customers:view"), "/api/v1/imports", CUSTOMERS)
                        .status())
                .isEqualTo(403);
        assertThat(database.sql("select count(*) from intake.import")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void factsAreRecordedOnceAndTheBadOnesAreNamed() throws Exception {
        Visitor program = signedIn.token();
        Uploads.awaitEnd(
                program, Uploads.text(program, "/api/v1/imports?source=api", "nr,email\n7,anna@example.com\n"));
        String facts = """
                [{"key": "v1", "kind": "visit", "customer": {"email": "Anna@example.com"}, "occurredAt": "2026-03-01T10:00:00+01:00",
                  "touchpoint": "Shop Milano", "channel": "shop", "summary": "Tried on coats"},
                 {"key": "o1", "kind": "purchase", "customer": {"number": "7"}, "occurredAt": "2026-03-01T10:15:00Z",
                  "channel": "shop", "lines": [{"quantity": 2, "unitPrice": 10.50}]},
                 {"key": "v2", "kind": "visit", "customer": {"email": "nobody@example.com"}, "occurredAt": "2026-03-01T10:00:00Z"},
                 {"key": "v3", "kind": "visit", "customer": {"email": "anna@example.com"}, "occurredAt": "yesterday"},
                 {"key": "o2", "kind": "purchase", "occurredAt": "2026-03-01T10:15:00Z", "lines": [{"unitPrice": -1}]},
                 7]
                """;
        JsonNode answer = json.readTree(
                program.json("POST", "/api/v1/interactions?source=api", facts).body());
        assertThat(answer.path("created").asLong()).as(answer.toString()).isEqualTo(2);
        assertThat(answer.path("rejected").asLong()).isEqualTo(4);
        assertThat(answer.path("results").get(2).path("field").asString()).isEqualTo("customer.email");
        assertThat(answer.path("results").get(3).path("reason").asString()).isEqualTo("intake.api.instant");
        assertThat(answer.path("results").get(4).path("field").asString()).isEqualTo("lines[0].unitPrice");
        assertThat(json.readTree(program.json("POST", "/api/v1/interactions?source=api", facts)
                                .body())
                        .path("unchanged")
                        .asLong())
                .isEqualTo(2);
    }

    @Test
    void tooManyFactsAndWhatIsNoJsonAreRefused() {
        Visitor program = signedIn.token("timeline:record");
        Answer tooMany = program.json("POST", "/api/v1/interactions", "[" + "{},".repeat(10_000) + "{}]");
        assertThat(tooMany.status()).isEqualTo(422);
        assertThat(tooMany.body()).contains("10,001").contains("10,000");
        Answer broken = program.json("POST", "/api/v1/interactions", "[{\"key\": \"v1\",\n  oops}]");
        assertThat(broken.status()).isEqualTo(400);
        assertThat(broken.body()).contains("line 2, column 3");
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }
}
