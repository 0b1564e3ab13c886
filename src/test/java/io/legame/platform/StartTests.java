package io.legame.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.legame.testing.LegameProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Legame as an operator meets it: a process in a folder, started, killed and started again. */
class StartTests {
    private static final String MARIA = """
            {"source": "test", "customers": [{"email": "maria@esempio.it", "givenName": "Maria"}]}""";

    Path folder = Path.of("");

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createTempDirectory(Files.createDirectories(Path.of("target/test-data")), "start");
    }

    @AfterEach
    void endPostgres() {
        LegameProcess.killPostgresOf(folder);
    }

    @Test
    void everythingIsStillThereAfterAKillThatLeavesPostgresRunningAndOneThatTakesItAlong() {
        try (var legame = LegameProcess.start(folder)) {
            assertThat(legame.console()).contains("Legame is ready: open http://localhost:");
            assertThat(legame.post("/api/v1/customers", MARIA)).contains("\"created\":1");
            legame.kill();
        }
        assertThat(LegameProcess.isPostgresRunningIn(folder)).isTrue();
        try (var legame = LegameProcess.start(folder)) {
            assertThat(legame.post("/api/v1/customers", MARIA)).contains("\"unchanged\":1");
            legame.kill();
            LegameProcess.killPostgresOf(folder);
        }
        try (var legame = LegameProcess.start(folder)) {
            assertThat(legame.get("/api/v1/customers?q=maria")).contains("maria@esempio.it");
            legame.stop();
        }
        assertThat(LegameProcess.isPostgresRunningIn(folder)).isFalse();
    }

    @Test
    void aServerThatEndsByItselfIsStartedAgain() {
        try (var legame = LegameProcess.start(folder)) {
            assertThat(legame.post("/api/v1/customers", MARIA)).contains("\"created\":1");
            LegameProcess.killPostgresOf(folder);
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() ->
                            assertThat(legame.get("/api/v1/customers?q=maria")).contains("maria@esempio.it"));
            assertThat(legame.console()).contains("PostgreSQL has ended by itself and is started again");
            legame.stop();
            assertThat(legame.exitCode()).isEqualTo(143);
        }
        assertThat(LegameProcess.isPostgresRunningIn(folder)).isFalse();
    }

    @Test
    void aSecondLegameOnTheSameFolderIsRefusedInASentence() {
        try (var first = LegameProcess.start(folder);
                var second = LegameProcess.launch(folder, Map.of())) {
            assertThat(second.exitCode()).isNotZero();
            assertThat(second.console())
                    .contains("Another Legame is already running on the data folder")
                    .contains("LEGAME_DATA_FOLDER")
                    .doesNotContain("\tat ");
            assertThat(first.get("/actuator/health")).contains("UP");
        }
    }

    @Test
    void anOutsideServerOfTheOldestVersionIsUsedInstead() throws IOException {
        try (var server = OldestPostgres.start(folder.resolve("outside"))) {
            var environment = Map.of("LEGAME_DATABASE_URL", server.url());
            try (var legame = LegameProcess.start(folder, environment)) {
                assertThat(legame.post("/api/v1/customers", MARIA)).contains("\"created\":1");
            }
            try (var legame = LegameProcess.start(folder, environment)) {
                assertThat(legame.post("/api/v1/customers", MARIA)).contains("\"unchanged\":1");
            }
            assertThat(folder.resolve("postgres")).doesNotExist();
        }
    }

    @Test
    void whileTheDatabaseIsAwayEveryPageSaysSo() throws IOException {
        try (var server = OldestPostgres.start(folder.resolve("outside"));
                var legame = LegameProcess.start(folder, Map.of("LEGAME_DATABASE_URL", server.url()))) {
            String before = legame.console();
            server.kill();
            assertThat(legame.get("/api/v1/customers"))
                    .contains("\"status\":503", "The database does not answer", "platform.error.databaseAway");
            assertThat(legame.send(legame.request("/customers").setHeader("Cookie", "SESSION=bm90aGluZw==")))
                    .contains("</html>", "The database does not answer");
            assertThat(legame.console().substring(before.length())).doesNotContain("Servlet.service()", "ERROR Error");
        }
    }

    @Test
    void aServerThatDoesNotAnswerIsSaidInASentence() {
        var environment = Map.of("LEGAME_DATABASE_URL", "postgresql://nobody:nothing@127.0.0.1:1/nowhere");
        try (var legame = LegameProcess.launch(folder, environment)) {
            assertThat(legame.exitCode()).isNotZero();
            assertThat(legame.console())
                    .contains("does not answer")
                    .contains("LEGAME_DATABASE_URL")
                    .doesNotContain("\tat ");
        }
    }
}
