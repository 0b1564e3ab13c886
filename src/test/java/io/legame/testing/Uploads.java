package io.legame.testing;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files that a program sends to the API. */
public final class Uploads {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> ENDED = Set.of("draft", "done", "failed", "cancelled");

    private Uploads() {}

    public static Answer text(Visitor program, String path, String csv) {
        return send(program, path, BodyPublishers.ofString(csv));
    }

    public static Answer file(Visitor program, String path, Path file) throws FileNotFoundException {
        return send(program, path, BodyPublishers.ofFile(file));
    }

    private static Answer send(Visitor program, String path, BodyPublisher content) {
        return program.send(
                program.request(path).header("Content-Type", "text/csv").POST(content));
    }

    /** What the API says of the import once it has ended, or was tried. */
    public static JsonNode awaitEnd(Visitor program, Answer accepted) {
        String path = accepted.header("Location");
        long deadline = System.nanoTime() + Duration.ofSeconds(120).toNanos();
        while (System.nanoTime() < deadline) {
            JsonNode now = JSON.readTree(program.get(path).body());
            if (ENDED.contains(now.path("state").asString())) {
                return now;
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        throw new AssertionError("The import does not end: " + program.get(path).body());
    }
}
