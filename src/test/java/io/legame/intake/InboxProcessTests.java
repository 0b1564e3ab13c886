package io.legame.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.legame.testing.LegameProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The inbox of a process as an operator starts it: it looks by itself, and again after it was killed. */
class InboxProcessTests {
    private static final String CUSTOMERS = "id,email,first name\n1,anna@example.com,Anna\n";

    private final JsonMapper json = new JsonMapper();

    @Test
    void filesAreTakenByThemselvesBeforeAndAfterAKill(@TempDir Path folder, @TempDir Path drop) throws IOException {
        var environment = Map.of("LEGAME_INBOX", drop.toString(), "LEGAME_INBOX_EVERY", "500ms");
        try (LegameProcess legame = LegameProcess.start(folder, environment)) {
            Files.createDirectory(drop.resolve("till"));
            Files.writeString(drop.resolve("till/monday.csv"), CUSTOMERS);
            JsonNode waiting =
                    await(legame, now -> now.path("attention").path("waiting").asLong() == 1);
            assertThat(waiting.path("folder").asString()).isEqualTo(drop.toString());
            assertThat(waiting.path("files").get(0).path("source").asString()).isEqualTo("till");
            Files.writeString(drop.resolve("till/tuesday.csv"), CUSTOMERS.replace("Anna", "Berta"));
            legame.kill();
        }
        try (LegameProcess legame = LegameProcess.start(folder, environment)) {
            JsonNode both = await(
                    legame,
                    now -> now.path("files").size() == 2 && now.path("entries").isEmpty());
            assertThat(both.path("attention").path("waiting").asLong()).isEqualTo(2);
            assertThat(drop.resolve("till")).isEmptyDirectory();
        }
    }

    private JsonNode await(LegameProcess legame, Predicate<JsonNode> condition) {
        long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (System.nanoTime() < deadline) {
            JsonNode now = json.readTree(legame.get("/api/v1/inbox"));
            if (condition.test(now)) {
                return now;
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        throw new AssertionError("It did not come to this: " + legame.get("/api/v1/inbox"));
    }
}
