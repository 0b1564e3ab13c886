package io.legame.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The packaged application as a process: how soon it is ready, what it holds at rest, what its first page weighs. */
public final class StartBench {
    private static final Pattern READY = Pattern.compile("Legame is ready: open (http://localhost:\\d+)");
    private static final Pattern ASSET = Pattern.compile("(?:src|href)=\"(/assets/[^\"#]+)");

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("legame-start");
        for (String which : List.of("first start, ready", "second start, ready")) {
            Path log = Files.createTempFile("legame-start", ".log");
            var builder = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-jar",
                            "target/legame.jar")
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().putAll(Map.of("LEGAME_DATA_FOLDER", folder.toString(), "LEGAME_PORT", "0"));
            long begin = System.nanoTime();
            Process process = builder.start();
            try {
                String url = awaitReady(process, log);
                Report.atMost(which + ", seconds", (System.nanoTime() - begin) / 1e9, 10);
                if (which.startsWith("second")) {
                    Thread.sleep(20_000);
                    Report.atMost("memory at rest, MB, PostgreSQL included", memory(process.toHandle()), 600);
                    weigh(url);
                }
            } finally {
                process.destroy();
                process.waitFor();
            }
        }
    }

    private static String awaitReady(Process process, Path log) throws IOException, InterruptedException {
        while (process.isAlive()) {
            Matcher ready = READY.matcher(Files.readString(log));
            if (ready.find()) {
                return ready.group(1);
            }
            Thread.sleep(20);
        }
        throw new AssertionError(Files.readString(log));
    }

    /** Proportional set size: what PostgreSQL's processes share is counted once. */
    private static double memory(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToDouble(StartBench::megabytes)
                .sum();
    }

    private static double megabytes(ProcessHandle process) {
        try {
            return Files.readAllLines(Path.of("/proc/" + process.pid() + "/smaps_rollup")).stream()
                            .filter(line -> line.startsWith("Pss:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .sum()
                    / 1024.0;
        } catch (IOException e) {
            return 0;
        }
    }

    private static void weigh(String url) throws Exception {
        try (var client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            byte[] page = get(client, url + "/");
            long bytes = page.length;
            String html = new String(unzip(page), java.nio.charset.StandardCharsets.UTF_8);
            var assets = new TreeSet<String>();
            ASSET.matcher(html)
                    .results()
                    .forEach(match -> assets.add(match.group(1).replace("&amp;", "&")));
            for (String asset : assets) {
                bytes += get(client, url + asset).length;
            }
            Report.atMost("first page over the wire, KB", bytes / 1024.0, 200);
            Report.atMost("the page without what is cached, KB", page.length / 1024.0, 25);
        }
    }

    private static byte[] get(HttpClient client, String url) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url))
                .header("Accept-Encoding", "gzip")
                .build();
        return client.send(request, BodyHandlers.ofByteArray()).body();
    }

    private static byte[] unzip(byte[] bytes) throws IOException {
        if (bytes.length < 2 || bytes[0] != 0x1f) {
            return bytes;
        }
        try (var stream = new java.util.zip.GZIPInputStream(new java.io.ByteArrayInputStream(bytes))) {
            return stream.readAllBytes();
        }
    }
}
