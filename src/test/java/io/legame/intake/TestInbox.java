package io.legame.intake;

import io.legame.testing.TestClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Programs that write into the inbox, and the looks into it. */
@Component
@Lazy
class TestInbox {
    private final Inbox inbox;
    private final InboxFiles files;
    private final Imports imports;
    private final TestClock clock;
    private final JdbcClient database;

    TestInbox(Inbox inbox, InboxFiles files, Imports imports, TestClock clock, JdbcClient database) {
        this.inbox = inbox;
        this.files = files;
        this.imports = imports;
        this.clock = clock;
        this.database = database;
    }

    Path path() {
        return inbox.now().folder();
    }

    /** Nothing lies in it, nothing came through it. */
    void clear() {
        io.legame.testing.TestDatabase.clear(database, "intake", "timeline", "catalogue", "customers");
        io.legame.testing.TestDatabase.skipIds(database, "intake.import");
        remove(path());
        inbox.look();
    }

    static void remove(Path folder) {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (var all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path drop(String name, String content) {
        return drop(name, content.getBytes(StandardCharsets.UTF_8));
    }

    /** @param name with its folder, such as {@code shop/sales.csv} */
    Path drop(String name, byte[] content) {
        try {
            Path to = path().resolve(name);
            Files.createDirectories(to.getParent());
            return Files.write(to, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same, written so many minutes ago. */
    Path drop(String name, byte[] content, int minutesAgo) {
        Path file = drop(name, content);
        try {
            return Files.setLastModifiedTime(
                    file, FileTime.from(Instant.parse("2026-03-09T12:00:00Z").minus(Duration.ofMinutes(minutesAgo))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Looks, and looks again a while later. */
    void lookTwice() {
        inbox.look();
        clock.advance(Duration.ofSeconds(15));
        inbox.look();
    }

    /** The same, and again when a file that cannot be read is given up. */
    void lookUntilRefused() {
        lookTwice();
        clock.advance(Duration.ofMinutes(5));
        inbox.look();
    }

    /** The newest first. */
    List<InboxFile> files() {
        return files.list(null, 1_000);
    }

    InboxFile file(String name) {
        return files().stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not among " + files()));
    }

    Import importOf(String name) {
        return importOf(file(name));
    }

    Import importOf(InboxFile file) {
        return imports.get(Objects.requireNonNull(file.what(), file.name()).id());
    }

    /** What a person does with a file that is not recognised, done by the real job. */
    Import start(String name) {
        imports.start(importOf(name).id());
        return awaitEnd(name);
    }

    /** Waits until the job that nobody started by hand is over. */
    Import awaitEnd(String name) {
        long deadline = System.nanoTime() + Duration.ofSeconds(120).toNanos();
        while (System.nanoTime() < deadline) {
            Import now = importOf(name);
            if (now.state().ended()) {
                return now;
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        throw new AssertionError("The import does not end: " + importOf(name));
    }
}
