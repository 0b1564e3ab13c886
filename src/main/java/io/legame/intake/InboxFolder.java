package io.legame.intake;

import io.legame.intake.InboxEntry.Why;
import io.legame.platform.LegameProperties;
import io.legame.platform.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The watched folder in the file system: what lies in it, and the boxes that files are moved into. */
@Component
class InboxFolder {
    /** Box, day and name; between the last two lies the source of a file from a subfolder. */
    private static final int TOP_DEPTH = 3;

    private final Path path;
    /** Somebody else's folder that is missing may be a network drive that is away: it is not made anew. */
    private final boolean ours;

    InboxFolder(LegameProperties properties) {
        Path given = properties.inbox();
        this.ours = given == null || given.toString().isBlank();
        this.path = (given == null || ours ? properties.dataFolder().resolve("inbox") : given)
                .toAbsolutePath()
                .normalize();
    }

    /** Where files are moved to. */
    enum Box {
        TAKEN,
        REFUSED;

        String folder() {
            return name().toLowerCase(Locale.ROOT);
        }

        static boolean is(String name) {
            return List.of(values()).stream().anyMatch(box -> box.folder().equalsIgnoreCase(name));
        }
    }

    Path path() {
        return path;
    }

    /** All that lies there, the boxes left out, in no order. */
    List<Arrival> list() throws IOException {
        if (ours) {
            create();
        }
        if (!Files.isDirectory(path)) {
            throw Files.exists(path)
                    ? new NotDirectoryException(path.toString())
                    : new NoSuchFileException(path.toString());
        }
        if (!Files.isWritable(path)) {
            throw new AccessDeniedException(path.toString());
        }
        var found = new ArrayList<Arrival>();
        for (Path each : children(path)) {
            if (!Box.is(each.getFileName().toString())) {
                look(each, Imports.MAIN, true, found);
            }
        }
        return found;
    }

    /** What is in it are people's data: nobody else on the machine shall read them. */
    private void create() throws IOException {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] onlyUs = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
        Files.createDirectories(path, onlyUs);
    }

    private static List<Path> children(Path folder) throws IOException {
        try (var children = Files.newDirectoryStream(folder)) {
            var all = new ArrayList<Path>();
            children.forEach(all::add);
            return all;
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    private static void look(Path path, String source, boolean top, List<Arrival> found) throws IOException {
        String name = FileNames.shown(path.getFileName().toString());
        if (FileNames.isNobodys(name)) {
            return;
        }
        BasicFileAttributes is;
        try {
            is = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException gone) {
            return;
        }
        Instant modified = is.lastModifiedTime().toInstant().truncatedTo(ChronoUnit.MICROS);
        if (is.isSymbolicLink()) {
            found.add(new Arrival(path, source, name, 0, modified, Why.LINK));
        } else if (is.isDirectory()) {
            found.addAll(
                    top ? inFolder(path, name, modified) : List.of(folder(path, source, name, modified, Why.NESTED)));
        } else if (!is.isRegularFile()) {
            found.add(new Arrival(path, source, name, 0, modified, Why.SPECIAL));
        } else {
            Why stays = FileNames.isTemporary(name) ? Why.TEMPORARY : null;
            found.add(new Arrival(path, source, name, is.size(), modified, stays));
        }
    }

    private static List<Arrival> inFolder(Path folder, String name, Instant modified) {
        var found = new ArrayList<Arrival>();
        try {
            String source = SourceName.checked(folder.getFileName().toString());
            for (Path each : children(folder)) {
                look(each, source, false, found);
            }
        } catch (Refusal noSource) {
            return List.of(folder(folder, Imports.MAIN, name, modified, Why.FOLDER_NAME));
        } catch (IOException unreadable) {
            found.add(folder(folder, Imports.MAIN, name, modified, Why.UNREADABLE));
        }
        return found;
    }

    private static Arrival folder(Path path, String source, String name, Instant modified, Why why) {
        return new Arrival(path, source, name + "/", 0, modified, why);
    }

    static InputStream open(Arrival arrival) throws IOException {
        return Files.newInputStream(arrival.path(), LinkOption.NOFOLLOW_LINKS);
    }

    /** Moves the file at once or not at all, over no other. Returns where it lies now, seen from the inbox. */
    Path put(Arrival arrival, Box box, LocalDate day) throws IOException {
        Path folder = into(into(path, box.folder()), day.toString());
        if (!path.equals(arrival.path().getParent())) {
            folder = into(folder, FileNames.kept(arrival.source()));
        }
        Path to = free(folder, FileNames.kept(arrival.name()));
        Files.move(arrival.path(), to, StandardCopyOption.ATOMIC_MOVE);
        return path.relativize(to);
    }

    /** Whether a program went on writing into a file after it was moved: an open file may be moved away under it. */
    boolean hasGrown(InboxTable.Moved moved) throws IOException {
        try {
            return Files.size(path.resolve(moved.to())) > moved.bytes();
        } catch (NoSuchFileException gone) {
            return false;
        }
    }

    void putBack(InboxTable.Moved moved) throws IOException {
        Path from = path.resolve(moved.to());
        boolean fromTop = moved.to().getNameCount() == TOP_DEPTH;
        Path to = free(fromTop ? path : into(path, moved.source()), FileNames.kept(moved.name()));
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Writes a text beside a file that was moved. */
    void explain(Path moved, String text) throws IOException {
        Path beside = path.resolve(moved);
        Path to = free(Objects.requireNonNull(beside.getParent()), beside.getFileName() + ".txt");
        Files.writeString(to, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    private static Path into(Path folder, String name) throws IOException {
        Path inner = resolved(folder, name);
        try {
            Files.createDirectory(inner);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(inner, LinkOption.NOFOLLOW_LINKS)) {
                throw new NotDirectoryException(inner.toString());
            }
        }
        return inner;
    }

    /** Moving is atomic but overwrites; only we put files into the boxes, one at a time. */
    private static Path free(Path folder, String name) {
        for (int number = 1; ; number++) {
            Path to = resolved(folder, FileNames.numbered(name, number));
            if (!Files.exists(to, LinkOption.NOFOLLOW_LINKS)) {
                return to;
            }
        }
    }

    private static Path resolved(Path folder, String name) {
        try {
            return folder.resolve(name);
        } catch (InvalidPathException notInThisSystemsLetters) {
            return folder.resolve(FileNames.ascii(name));
        }
    }
}
