package io.legame.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.legame.testing.LegameProcess;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The process is killed in the middle of an import, and started again. */
class KillTests {
    private static final int ROWS = 150_000;

    private final JsonMapper json = new JsonMapper();

    @Test
    void aKilledProcessGoesOnWhereItWasAndSaysSo(@TempDir Path folder) {
        var csv = new StringBuilder("Customer number,E-mail,First name,Last name\n");
        for (int i = 1; i <= ROWS; i++) {
            csv.append(i).append(",c").append(i).append("@example.com,Anna,Rossi\n");
        }
        String path;
        try (LegameProcess legame = LegameProcess.start(folder)) {
            JsonNode accepted = json.readTree(legame.send(legame.request("/api/v1/imports?kind=customers")
                    .header("Content-Type", "text/csv")
                    .POST(BodyPublishers.ofString(csv.toString()))));
            path = "/api/v1/imports/" + accepted.path("id").asLong();
            JsonNode middle = await(legame, path, now -> now.path("read").asLong() > 0);
            assertThat(middle.path("state").asString()).isEqualTo("applying");
            legame.kill();
        }
        try (LegameProcess legame = LegameProcess.start(folder)) {
            JsonNode done = await(legame, path, now -> !now.path("finishedAt").isNull());
            assertThat(done.path("state").asString()).isEqualTo("done");
            assertThat(done.path("resumed").asInt()).isEqualTo(1);
            assertThat(done.path("created").asLong()).isEqualTo(ROWS);
            assertThat(done.path("rejected").asLong()).isZero();
        }
    }

    private JsonNode await(LegameProcess legame, String path, Predicate<JsonNode> condition) {
        long deadline = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (System.nanoTime() < deadline) {
            JsonNode now = json.readTree(legame.get(path));
            if (condition.test(now)) {
                return now;
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        throw new AssertionError("It did not come to this: " + legame.get(path));
    }
}
