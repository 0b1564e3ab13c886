package io.legame.customers.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.legame.customers.CustomerDraft;
import io.legame.customers.CustomerField;
import io.legame.customers.Customers;
import io.legame.testing.Answer;
import io.legame.testing.LegameTest;
import io.legame.testing.SignedIn;
import io.legame.testing.TestDatabase;
import io.legame.testing.Visitor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What programs read of the quality of the data and do about it. */
@LegameTest
class QualityApiTests {
    private static final String CORRECTIONS = "/api/v1/customers/quality/corrections";

    @Autowired
    private Customers customers;

    @Autowired
    private SignedIn signedIn;

    @Autowired
    private JdbcClient database;

    @Autowired
    private JsonMapper json;

    @BeforeEach
    void begin() {
        TestDatabase.clear(database, "timeline", "customers");
        customers.upsert(
                "shop",
                List.of(
                        CustomerDraft.of(Map.of(CustomerField.NUMBER, "1", CustomerField.EMAIL, "anna@gmial.com")),
                        CustomerDraft.of(Map.of(CustomerField.NUMBER, "2", CustomerField.EMAIL, "luca@gmial.com")),
                        CustomerDraft.of(Map.of(CustomerField.NUMBER, "3", CustomerField.PHONE, "12"))));
    }

    private JsonNode read(Answer answer) {
        return json.readTree(answer.body());
    }

    @Test
    void aProgramReadsTheReportCorrectsAndTakesBack() throws InterruptedException {
        Visitor program = signedIn.token("customers:quality", "customers:correct");
        JsonNode report = read(program.get("/api/v1/customers/quality"));
        assertThat(report.at("/customers").asInt()).isEqualTo(3);
        assertThat(report.at("/keyed").asInt()).isEqualTo(2);
        assertThat(report.at("/reach/nothing").asInt()).isEqualTo(3);
        JsonNode flags = read(program.get("/api/v1/customers/quality/flags?source=shop"));
        assertThat(flags.get(0).toString()).isEqualTo("{\"field\":\"email\",\"kind\":\"typo\",\"customers\":2}");
        JsonNode page = read(program.get("/api/v1/customers/quality/flags/email/typo?limit=1"));
        assertThat(page.at("/customers/0/proposal").asString()).isEqualTo("anna@gmail.com");
        assertThat(read(program.get("/api/v1/customers/quality/flags/email/typo?after="
                                + page.at("/next").asInt()))
                        .at("/customers/0/written")
                        .asString())
                .isEqualTo("luca@gmial.com");
        assertThat(read(program.get("/api/v1/customers/quality/incomplete"))
                        .at("/customers/0/has/0")
                        .asString())
                .isEqualTo("number");
        JsonNode proposed = read(program.get(CORRECTIONS + "/proposed")).get(0);
        assertThat(proposed.at("/from").asString()).isEqualTo("gmial.com");

        Answer begun = program.json("POST", CORRECTIONS, proposed.toString());
        assertThat(begun.status()).isEqualTo(202);
        String path = begun.header("Location");
        assertThat(awaitState(program, path, "done").at("/corrected").asInt()).isEqualTo(2);
        assertThat(program.json("POST", path + "/undo", "").status()).isEqualTo(202);
        assertThat(awaitState(program, path, "undone").at("/undone").asInt()).isEqualTo(2);
        assertThat(program.json("POST", path + "/undo", "").status()).isEqualTo(422);
        assertThat(read(program.get(CORRECTIONS)).at("/corrections").size()).isEqualTo(1);

        int anna = page.at("/customers/0/id").asInt();
        assertThat(program.json("POST", "/api/v1/customers/" + anna + "/flags/email/correct", "")
                        .status())
                .isEqualTo(200);
        assertThat(program.json("POST", "/api/v1/customers/" + anna + "/flags/email/keep", "")
                        .status())
                .isEqualTo(404);
        assertThat(program.json("POST", CORRECTIONS, "{\"field\":\"town\"}").status())
                .isEqualTo(422);
        assertThat(program.json("POST", CORRECTIONS, "{\"rule\":\"no\"}").status())
                .isEqualTo(422);
    }

    private JsonNode awaitState(Visitor program, String path, String state) throws InterruptedException {
        for (int attempt = 0; attempt < 200; attempt++) {
            JsonNode correction = read(program.get(path));
            if (correction.at("/state").asString().equals(state)) {
                return correction;
            }
            Thread.sleep(Duration.ofMillis(100));
        }
        throw new AssertionError("never " + state + ": " + program.get(path));
    }

    @Test
    void aProgramChoosesTheUniqueKeyIfItMay() throws InterruptedException {
        assertThat(signedIn.token("customers:quality", "customers:correct")
                        .get("/api/v1/customers/key")
                        .status())
                .isEqualTo(403);
        Visitor program = signedIn.token("customers:rules");
        String key = "/api/v1/customers/key";
        assertThat(read(program.get(key)).at("/key").asString()).isEqualTo("email");
        JsonNode number = read(program.get(key + "/report")).get(3);
        assertThat(number.toString())
                .isEqualTo("{\"key\":\"number\",\"has\":3,\"lacking\":0,\"gained\":1,\"lost\":0,\"several\":0,"
                        + "\"shared\":0,\"leftOut\":0}");
        for (String wrong : List.of("{}", "{\"key\":\"details\"}", "{\"key\":\"email\"}", "{\"key\":\"x\"}")) {
            assertThat(program.json("PUT", key, wrong).status()).as(wrong).isEqualTo(422);
        }
        for (String next : List.of("number", "email")) {
            assertThat(program.json("PUT", key, "{\"key\":\"" + next + "\"}").status())
                    .isEqualTo(202);
            awaitChange(program, key);
            assertThat(read(program.get(key)).at("/key").asString()).isEqualTo(next);
        }
        assertThat(read(program.get(key)).at("/changes/1/gained").asInt()).isEqualTo(1);
    }

    private void awaitChange(Visitor program, String path) throws InterruptedException {
        for (int attempt = 0; attempt < 200; attempt++) {
            if (read(program.get(path)).at("/changes/0/state").asString().equals("done")) {
                return;
            }
            Thread.sleep(Duration.ofMillis(100));
        }
        throw new AssertionError("never done: " + program.get(path));
    }

    @Test
    void rulesAreSwitchedByWhoMay() {
        Visitor program = signedIn.token("customers:rules");
        assertThat(program.json("PUT", "/api/v1/customers/uniformity/towns", "{\"on\":false}")
                        .body())
                .contains("\"on\":false");
        assertThat(program.get("/api/v1/customers/uniformity").body()).contains("\"rule\":\"towns\",\"on\":false");
        assertThat(program.json("PUT", "/api/v1/customers/uniformity/genders", "{\"on\":false}")
                        .status())
                .isEqualTo(422);
        assertThat(program.json("PUT", "/api/v1/customers/uniformity/towns", "{}")
                        .status())
                .isEqualTo(422);
        assertThat(program.json("PUT", "/api/v1/customers/uniformity/towns", "{\"on\":true}")
                        .status())
                .isEqualTo(200);
    }
}
