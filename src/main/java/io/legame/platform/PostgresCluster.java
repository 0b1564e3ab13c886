package io.legame.platform;

import io.legame.platform.EmbeddedPostgres.Durability;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/** The files of an embedded server, and the programs that work on them. */
final class PostgresCluster {
    static final String USER = "legame";

    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration A_MOMENT = Duration.ofMillis(20);
    private static final Duration STOP_LIMIT = Duration.ofMinutes(1);

    private final Path binaries;
    private final Path cluster;
    private final Path log;
    private final Durability durability;
    private final String password;

    private PostgresCluster(Path folder, Durability durability) {
        this.durability = durability;
        this.cluster = folder.resolve("postgres");
        this.log = folder.resolve("postgres.log");
        this.binaries = PostgresBinaries.unpack(folder);
        this.password = password(folder);
    }

    /** The cluster in the folder, made if there is none; a server that was left running in it is stopped. */
    static PostgresCluster in(Path folder, Durability durability) throws IOException {
        var found = new PostgresCluster(folder, durability);
        found.initialise(folder);
        found.stopOrphan();
        return found;
    }

    String password() {
        return password;
    }

    /** Built beside its place and moved in whole, so that a start killed half-way leaves no half-made cluster. */
    private void initialise(Path folder) throws IOException {
        if (Files.exists(cluster.resolve("PG_VERSION"))) {
            refuseOtherMajorVersion();
            return;
        }
        Path draft = folder.resolve("postgres.new");
        FileSystemUtils.deleteRecursively(draft);
        Path passwordFile = folder.resolve("postgres.password");
        run(
                "initdb",
                "--pgdata=" + draft,
                "--username=" + USER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                durability == Durability.FULL ? "--data-checksums" : "--no-sync");
        Files.move(draft, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    private void refuseOtherMajorVersion() throws IOException {
        String found = Files.readString(cluster.resolve("PG_VERSION")).strip();
        String ours = runAndRead("postgres", "--version")
                .replaceAll("\\D*(\\d+).*", "$1")
                .strip();
        if (!found.equals(ours)) {
            throw new IllegalStateException("The data folder was written by PostgreSQL " + found
                    + " but this Legame carries PostgreSQL " + ours
                    + ": dump it with the Legame that wrote it, or give the database in LEGAME_DATABASE_URL.");
        }
    }

    /** The folder is locked for us when this runs, so a live server in it was left by a killed application. */
    private void stopOrphan() throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        String firstLine =
                Files.readAllLines(pidFile).stream().findFirst().orElse("").strip();
        boolean alive = firstLine.matches("\\d{1,18}")
                && ProcessHandle.of(Long.parseLong(firstLine))
                        .flatMap(process -> process.info().command())
                        .filter(command -> command.contains("postgres"))
                        .isPresent();
        if (alive) {
            stop();
        }
    }

    /** Starts the server and returns once it accepts connections. */
    Process launch(int port) throws IOException {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (true) {
            Files.deleteIfExists(log);
            Process process = new ProcessBuilder(command("postgres", serverArguments(port)))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            while (process.isAlive()) {
                if (isReady(process)) {
                    return process;
                }
                if (System.nanoTime() > deadline) {
                    process.destroy();
                    throw new IllegalStateException("PostgreSQL did not start within " + START_LIMIT.toSeconds()
                            + " seconds. It says:\n" + logTail());
                }
                pause(A_MOMENT);
            }
            // the back ends of a killed server hold its shared memory for a moment longer
            if (!logTail().contains("shared memory block") || System.nanoTime() > deadline) {
                throw new IllegalStateException("PostgreSQL could not start. It says:\n" + logTail());
            }
            pause(A_MOMENT);
        }
    }

    private List<String> serverArguments(int port) {
        var settings = Map.ofEntries(
                Map.entry("port", Integer.toString(port)),
                Map.entry("listen_addresses", "127.0.0.1"),
                Map.entry("unix_socket_directories", ""),
                Map.entry("fsync", durability == Durability.FULL ? "on" : "off"),
                Map.entry("synchronous_commit", durability == Durability.FULL ? "on" : "off"),
                Map.entry("full_page_writes", durability == Durability.FULL ? "on" : "off"),
                // a run of tests has many applications on one server
                Map.entry("max_connections", durability == Durability.FULL ? "100" : "400"),
                Map.entry("shared_buffers", "128MB"),
                Map.entry("work_mem", "32MB"),
                Map.entry("maintenance_work_mem", "128MB"),
                Map.entry("max_wal_size", "4GB"),
                Map.entry("wal_compression", "on"),
                Map.entry("jit", "off"),
                Map.entry("timezone", "UTC"),
                Map.entry("log_timezone", "UTC"));
        var arguments = new ArrayList<>(List.of("-D", cluster.toString()));
        settings.forEach((name, value) -> arguments.addAll(List.of("-c", name + "=" + value)));
        return arguments;
    }

    /** The eighth line of postmaster.pid says "ready" once connections are accepted. */
    private boolean isReady(Process process) throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return false;
        }
        List<String> lines = Files.readAllLines(pidFile);
        return lines.size() >= 8
                && lines.getFirst().strip().equals(Long.toString(process.pid()))
                && lines.get(7).strip().equals("ready");
    }

    /** Stops the server after its running statements were cancelled and its data were flushed. */
    void stop() {
        String seconds = Long.toString(STOP_LIMIT.toSeconds());
        run("pg_ctl", "stop", "-D", cluster.toString(), "-m", "fast", "-w", "-t", seconds);
    }

    private void run(String program, String... arguments) {
        runAndRead(program, arguments);
    }

    private String runAndRead(String program, String... arguments) {
        try {
            Process process = new ProcessBuilder(command(program, List.of(arguments)))
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(STOP_LIMIT.toSeconds() * 2, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException("PostgreSQL's " + program + " failed. It says:\n" + output);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while PostgreSQL's " + program + " was running", e);
        }
    }

    /** PostgreSQL refuses to run as root; a user namespace of its own takes that identity away from it. */
    private List<String> command(String program, List<String> arguments) {
        var command = new ArrayList<String>();
        if (isRoot()) {
            command.addAll(List.of("unshare", "--user"));
        }
        command.add(binaries.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        return command;
    }

    private static boolean isRoot() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux")
                && "root".equals(System.getProperty("user.name"));
    }

    /** The last that the server wrote. */
    String logTail() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
        } catch (IOException e) {
            return "(nothing)";
        }
    }

    private static String password(Path folder) {
        Path file = folder.resolve("postgres.password");
        try {
            if (!Files.exists(file)) {
                byte[] bytes = new byte[24];
                new SecureRandom().nextBytes(bytes);
                writeSecret(file, HexFormat.of().formatHex(bytes));
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writeSecret(Path file, String secret) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(file, secret);
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while PostgreSQL was starting", e);
        }
    }
}
