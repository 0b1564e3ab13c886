package io.legame.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Legame in a process of its own, which can be killed. */
public final class LegameProcess implements AutoCloseable {
    public static final String TOKEN = "lgm_token_of_the_test_process_0123456789";

    private static final Pattern READY = Pattern.compile("Legame is ready: open (http://localhost:\\d+)");
    private static final long LIMIT_SECONDS = 180;

    private final Process process;
    private final Path log;
    private String url = "";

    private LegameProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts it on the folder and waits until it is ready. */
    public static LegameProcess start(Path folder) {
        return start(folder, Map.of());
    }

    /** The same with further environment variables. */
    public static LegameProcess start(Path folder, Map<String, String> environment) {
        LegameProcess legame = launch(folder, environment);
        legame.awaitReady();
        return legame;
    }

    /** Starts the application as it is handed out, one jar, and waits until it is ready. */
    public static LegameProcess startPackaged(Path folder) {
        LegameProcess legame = launch(List.of(), List.of("-jar", "target/legame.jar"), folder, Map.of());
        legame.awaitReady();
        return legame;
    }

    /** Starts it with the folder on a disk of its own; see {@link #disk}. Only where {@link #canHaveDisks}. */
    public static LegameProcess startOnDisk(Path folder, int megabytes) {
        String mount = "mount -t tmpfs -o size=%dm tmpfs '%s' && exec \"$@\"".formatted(megabytes, folder);
        LegameProcess legame =
                launch(List.of("unshare", "-rm", "sh", "-c", mount, "sh"), fromClasses(), folder, Map.of());
        legame.awaitReady();
        return legame;
    }

    /** Whether the system lets us make small disks. */
    public static boolean canHaveDisks(Path folder) {
        try {
            var attempt = new ProcessBuilder("unshare", "-rm", "mount", "-t", "tmpfs", "tmpfs", folder.toString());
            return attempt.start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The folder as the process sees it, on the disk that only it has. */
    public Path disk(Path folder) {
        return Path.of("/proc/" + process.pid() + "/root" + folder.toAbsolutePath());
    }

    /** Starts it and does not wait. */
    public static LegameProcess launch(Path folder, Map<String, String> environment, String... arguments) {
        return launch(List.of(), fromClasses(), folder, environment, arguments);
    }

    private static List<String> fromClasses() {
        return List.of(
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), "io.legame.Legame");
    }

    private static LegameProcess launch(
            List<String> prefix,
            List<String> application,
            Path folder,
            Map<String, String> environment,
            String... arguments) {
        try {
            Path log = Files.createTempFile(Path.of("target"), "legame", ".log");
            var command = new ArrayList<>(prefix);
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.add("-Xmx1g");
            // it ends before a better compilation would pay
            command.add("-XX:TieredStopAtLevel=1");
            command.addAll(application);
            command.addAll(List.of(arguments));
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment()
                    .putAll(Map.of(
                            "LEGAME_DATA_FOLDER",
                            folder.toAbsolutePath().toString(),
                            "LEGAME_PORT",
                            "0",
                            "LEGAME_ADMIN_EMAIL",
                            "admin@legame.test",
                            "LEGAME_ADMIN_PASSWORD",
                            SignedIn.PASSWORD,
                            "LEGAME_API_TOKEN",
                            TOKEN));
            builder.environment().putAll(environment);
            return new LegameProcess(builder.start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (process.isAlive() && System.nanoTime() < deadline) {
            Matcher ready = READY.matcher(console());
            if (ready.find()) {
                url = ready.group(1);
                return;
            }
            waitFor(50, TimeUnit.MILLISECONDS);
        }
        process.destroyForcibly();
        throw new AssertionError("Legame did not become ready. It says:\n" + console());
    }

    /** All it has written so far. */
    public String console() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String get(String path) {
        return send(request(path).GET());
    }

    public String post(String path, String json) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).header("Authorization", "Bearer " + TOKEN);
    }

    public String send(HttpRequest.Builder request) {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Ends it as {@code kill -9} does: without a last word. */
    public void kill() {
        process.destroyForcibly();
        waitFor(30, TimeUnit.SECONDS);
    }

    /** Ends it as an operator does, and waits. */
    public void stop() {
        process.destroy();
        waitFor(60, TimeUnit.SECONDS);
    }

    public int exitCode() {
        if (!waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("Legame did not end. It says:\n" + console());
        }
        return process.exitValue();
    }

    private boolean waitFor(long time, TimeUnit unit) {
        try {
            return process.waitFor(time, unit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        stop();
        if (process.isAlive()) {
            kill();
        }
    }

    public static boolean isPostgresRunningIn(Path folder) {
        return postmaster(folder).isPresent();
    }

    /** Kills the server and its children at once, without a last word. */
    public static void killPostgresOf(Path folder) {
        postmaster(folder).ifPresent(server -> {
            List<ProcessHandle> all = new ArrayList<>(server.descendants().toList());
            all.add(server);
            all.forEach(ProcessHandle::destroyForcibly);
            all.forEach(each -> each.onExit().join());
        });
    }

    private static Optional<ProcessHandle> postmaster(Path folder) {
        Path file = folder.resolve("postgres/postmaster.pid");
        try {
            return Files.exists(file)
                    ? ProcessHandle.of(Long.parseLong(new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                            .lines()
                            .findFirst()
                            .orElseThrow()))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
