package io.legame.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.legame.testing.LegameProcess;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that really fills up, under the database and all. */
class FullDiskTests {
    private static final int ROWS = 200_000;

    @Test
    void aFullDiskIsSaidAndNothingIsLost(@TempDir Path folder) throws IOException {
        assumeTrue(LegameProcess.canHaveDisks(folder), "this system does not let us mount a small disk (unshare -rm)");
        try (LegameProcess legame = LegameProcess.startOnDisk(folder, 2_500)) {
            Path disk = legame.disk(folder);
            assertThat(upload(legame, "id,email\n1,anna@example.com\n".getBytes(StandardCharsets.UTF_8)))
                    .contains("\"state\":\"queued\"");
            await("the first import", () -> legame.get("/api/v1/imports").contains("\"state\":\"done\""));

            Path ballast = disk.resolve("ballast");
            fill(ballast, disk, 4 << 20);
            String refused = upload(legame, noise(12 << 20));
            assertThat(refused).contains("\"status\":5");

            Files.delete(ballast);
            fill(ballast, disk, 70 << 20);
            String accepted = upload(legame, customers());
            assertThat(accepted).contains("\"state\":\"queued\"");
            String path = "/api/v1/imports/" + accepted.replaceAll("(?s).*?\"id\":(\\d+).*", "$1");
            await(
                    "the import to meet the full disk",
                    () -> free(disk) < 1 << 20 || legame.get(path).contains("intake.fault.diskFull"));
            Files.delete(ballast);
            await(
                    "the first customer to be found again",
                    () -> legame.get("/api/v1/customers?q=anna@example.com").contains("anna@example.com"));
            await("an end", () -> legame.get(path).matches("(?s).*\"state\":\"(done|failed)\".*"));
            if (legame.get(path).contains("intake.fault.diskFull")) {
                assertThat(legame.post(path + "/run", "")).contains("\"state\":\"queued\"");
                await("the second attempt", () -> legame.get(path).contains("\"state\":\"done\""));
            }
            assertThat(legame.get(path)).contains("\"created\":" + ROWS);
        }
    }

    private static String upload(LegameProcess legame, byte[] file) {
        return legame.send(legame.request("/api/v1/imports?kind=customers&name=customers.csv")
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(file)));
    }

    /** Packed, so that the stored file is small and what is read from it large. */
    private static byte[] customers() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("id,email,first name\n".getBytes(StandardCharsets.UTF_8));
            for (int i = 1000; i < 1000 + ROWS; i++) {
                gzip.write(
                        (i + ",c" + i + "@example.com," + "Anna ".repeat(20) + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        return packed.toByteArray();
    }

    private static byte[] noise(int bytes) {
        var random = new Random(1);
        var text = new StringBuilder("id,email\n");
        while (text.length() < bytes) {
            text.append(random.nextLong())
                    .append(",c")
                    .append(random.nextLong())
                    .append("@example.com\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static long free(Path disk) {
        return disk.toFile().getUsableSpace();
    }

    private static void fill(Path ballast, Path disk, long left) throws IOException {
        byte[] block = new byte[1 << 20];
        try (OutputStream out = Files.newOutputStream(ballast)) {
            while (free(disk) > left + block.length) {
                out.write(block);
            }
        }
    }

    private static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (System.nanoTime() < deadline) {
            if (condition.getAsBoolean()) {
                return;
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
        throw new AssertionError("It never came: " + what);
    }
}
