package io.legame.duplicates.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.legame.customers.Customers;
import io.legame.duplicates.TestPeople;
import io.legame.testing.Answer;
import io.legame.testing.LegameTest;
import io.legame.testing.SignedIn;
import io.legame.testing.TestClock;
import io.legame.testing.TestDatabase;
import io.legame.testing.Visitor;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that finds and merges duplicates. */
@LegameTest
class DuplicatesApiTests {
    private static final String API = "/api/v1/duplicates";

    @Autowired
    private Customers customers;

    @Autowired
    private SignedIn signedIn;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TestClock clock;

    @Autowired
    private JsonMapper json;

    @BeforeEach
    void begin() {
        TestDatabase.clear(database, "timeline", "customers", "duplicates");
        TestDatabase.skipIds(database, "duplicates.scan");
        TestDatabase.skipIds(database, "duplicates.automatic_merge");
        TestPeople.italian(customers, 600, 14);
        clock.advance(Duration.ofMinutes(1));
    }

    private JsonNode read(Answer answer) {
        return json.readTree(answer.body());
    }

    private JsonNode awaitState(Visitor program, String path, String state) throws InterruptedException {
        for (int attempt = 0; attempt < 300; attempt++) {
            JsonNode answer = read(program.get(path));
            if (answer.at("/state").asString().equals(state)) {
                return answer;
            }
            Thread.sleep(Duration.ofMillis(100));
        }
        throw new AssertionError("never " + state + ": " + program.get(path));
    }

    @Test
    void aProgramSearchesReadsWhyAndSaysWhoIsNotTheSame() throws InterruptedException {
        Visitor program = signedIn.token("duplicates:review", "duplicates:scan");
        assertThat(program.get(API + "/scans/latest").status()).isEqualTo(404);
        Answer begun = program.json("POST", API + "/scans", "");
        assertThat(begun.status()).isEqualTo(202);
        JsonNode done = awaitState(program, begun.header("Location"), "done");
        assertThat(done.at("/customers").asLong()).isEqualTo(customers.count().all());
        assertThat(done.at("/progress").asDouble()).isEqualTo(1);

        JsonNode page = read(program.get(API + "?limit=1"));
        assertThat(page.at("/open").asLong()).isEqualTo(done.at("/proposals").asLong());
        JsonNode first = page.at("/proposals/0");
        assertThat(first.at("/pairs/0/fields/0/level").asString()).isNotEmpty();
        assertThat(first.at("/probability").asDouble()).isGreaterThan(0.99);
        JsonNode next =
                read(program.get(API + "?limit=1&after=" + page.at("/next").asLong()));
        assertThat(next.at("/proposals/0/id").asLong())
                .isNotEqualTo(first.at("/id").asLong());
        String path = API + "/" + first.at("/id").asLong();
        assertThat(read(program.get(path))).isEqualTo(first);

        assertThat(program.json("POST", API + "/different", "{\"customers\":" + first.at("/customers") + "}")
                        .status())
                .isEqualTo(204);
        assertThat(read(program.get(path)).at("/state").asString()).isEqualTo("different");
        JsonNode said = read(program.get(API + "/different")).get(0);
        assertThat(said.at("/saidBy").asString()).isEqualTo("test");
        assertThat(program.json(
                                "DELETE",
                                API + "/different?customer=" + said.at("/low").asLong() + "&customer="
                                        + said.at("/high").asLong(),
                                "")
                        .status())
                .isEqualTo(204);
        assertThat(read(program.get(path)).at("/state").asString()).isEqualTo("open");
        assertThat(program.json("POST", API + "/different", "{\"customers\":[1]}")
                        .status())
                .isEqualTo(422);
        assertThat(program.json("POST", API + "/different", "{}").status()).isEqualTo(422);
    }

    @Test
    void aProgramMergesWhatIsSureAndTakesItBack() throws InterruptedException {
        Visitor program = signedIn.token("duplicates:review", "duplicates:scan");
        awaitState(program, program.json("POST", API + "/scans", "").header("Location"), "done");
        long before = customers.count().all();
        JsonNode bands = read(program.get(API + "/automatic-merges/likelihoods"));
        assertThat(bands.at("/bands").size()).isEqualTo(7);
        for (String wrong : new String[] {"{}", "{\"threshold\":0.1}", "{\"threshold\":1}"}) {
            assertThat(program.json("POST", API + "/automatic-merges", wrong).status())
                    .isEqualTo(422);
        }
        clock.advance(Duration.ofMinutes(1));
        Answer begun = program.json("POST", API + "/automatic-merges", "{\"threshold\":0.99}");
        assertThat(begun.status()).isEqualTo(202);
        String path = begun.header("Location");
        JsonNode done = awaitState(program, path, "done");
        assertThat(done.at("/merged").asLong())
                .isEqualTo(done.at("/proposals").asLong())
                .isPositive();
        assertThat(customers.count().all())
                .isEqualTo(before - done.at("/customers").asLong());
        assertThat(program.json("POST", path + "/undo", "").status()).isEqualTo(202);
        awaitState(program, path, "undone");
        assertThat(customers.count().all()).isEqualTo(before);
        assertThat(program.json("POST", path + "/undo", "").status()).isEqualTo(422);
        assertThat(read(program.get(API + "/automatic-merges")).size()).isEqualTo(1);
        assertThat(signedIn.token("duplicates:review")
                        .get(API + "/automatic-merges")
                        .status())
                .isEqualTo(403);
    }
}
