package io.legame.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.legame.testing.LegameProcess;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The one jar that operators get: its libraries are nested in it, native ones too, and found in other ways. */
class PackagedIT {
    @TempDir
    private Path folder;

    @Test
    void theJarStartsAnswersFromBothStoresAndStops() {
        try (var legame = LegameProcess.startPackaged(folder)) {
            assertThat(legame.post("/api/v1/customers", """
                            {"source": "test", "customers": [{"email": "maria@esempio.it", "gender": "F"}]}""")).contains("\"created\":1");
            assertThat(legame.get("/sign-in")).contains("</html>", "/assets/");
            assertThat(legame.post("/api/v1/segments/preview", """
                            {"filter": {"attribute": "gender", "isOneOf": ["F"]}}""")).contains("\"sentence\"");
            assertThat(legame.get("/api/openapi.json")).contains("\"openapi\"");
            legame.stop();
            assertThat(legame.exitCode()).isEqualTo(143);
            assertThat(legame.console()).doesNotContain("\tat ", "ERROR", "WARN");
        }
        assertThat(LegameProcess.isPostgresRunningIn(folder)).isFalse();
    }
}
