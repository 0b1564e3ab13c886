package io.legame.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;

/** A server that is none of ours: of the oldest version that we promise to run on, with its defaults. */
final class OldestPostgres implements AutoCloseable {
    private final Process server;
    private final int port;

    private OldestPostgres(Process server, int port) {
        this.server = server;
        this.port = port;
    }

    static OldestPostgres start(Path folder) throws IOException {
        Path binaries = Files.createDirectories(folder.resolve("binaries"));
        try (var jar = new JarFile("target/oldest-postgres.jar")) {
            var archive = jar.stream()
                    .filter(entry -> entry.getName().endsWith(".txz"))
                    .findFirst()
                    .orElseThrow();
            PostgresBinaries.unpackInto(binaries, jar.getInputStream(archive));
        }
        Path data = folder.resolve("data");
        end(run(binaries, folder, "initdb", "-D", data.toString(), "-U", "postgres", "-A", "trust", "-E", "UTF8"));
        int port = freePort();
        Process server = run(
                binaries,
                folder,
                "postgres",
                "-D",
                data.toString(),
                "-p",
                Integer.toString(port),
                "-h",
                "127.0.0.1",
                "-k",
                "");
        var started = new OldestPostgres(server, port);
        started.createDatabase();
        return started;
    }

    private static Process run(Path binaries, Path folder, String program, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "--user"));
        }
        command.add(binaries.resolve("bin").resolve(program).toAbsolutePath().toString());
        command.addAll(Arrays.asList(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(program + ".log").toFile())
                .start();
    }

    private static void end(Process process) {
        try {
            if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new AssertionError("initdb failed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Tries until the server accepts connections. */
    private void createDatabase() {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (true) {
            try (var connection = DriverManager.getConnection(
                            "jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", "");
                    var statement = connection.createStatement()) {
                statement.execute("create role legame login password 'secret'");
                statement.execute("create database crm owner legame");
                return;
            } catch (SQLException e) {
                if (!server.isAlive() || System.nanoTime() > deadline) {
                    throw new AssertionError(e);
                }
                Thread.onSpinWait();
            }
        }
    }

    /** The address of a database of an ordinary user's, not a superuser's. */
    String url() {
        return "postgresql://legame:secret@127.0.0.1:" + port + "/crm";
    }

    /** Ends it under those who are connected. */
    void kill() {
        server.descendants().forEach(ProcessHandle::destroyForcibly);
        server.destroyForcibly();
        awaitEnd();
    }

    @Override
    public void close() {
        server.destroy();
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            server.waitFor(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
