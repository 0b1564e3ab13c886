import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/** Folders with all that is in them. */
final class Trees {
    private Trees() {}

    /** Changes when a file comes, goes, or is written differently. */
    private static String digest(Path folder) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        for (Path file : files(folder)) {
            digest.update(folder.relativize(file).toString().getBytes());
            digest.update(Files.readAllBytes(file));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** What makes one folder out of another. */
    interface Work {
        void run() throws Exception;
    }

    /** Does the work unless its output is there and was made, in the same way, from what the source holds now. */
    static void remake(Path project, Path source, Path output, Work work) throws Exception {
        Path mark = project.resolve("target/made-" + output.getFileName() + ".sha256");
        String state = digest(source) + digest(project.resolve("src/build/java"));
        if (Files.exists(output) && Files.exists(mark) && Files.readString(mark).equals(state)) {
            return;
        }
        Files.createDirectories(mark.getParent());
        work.run();
        Files.writeString(mark, state);
    }

    /** Makes a folder like another and leaves alone what is the same already, so that nobody takes it for new. */
    static void mirror(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        for (Path old : files(to)) {
            if (!Files.exists(from.resolve(to.relativize(old)))) {
                Files.delete(old);
            }
        }
        for (Path file : files(from)) {
            Path target = to.resolve(from.relativize(file));
            if (!Files.exists(target) || Files.mismatch(file, target) >= 0) {
                Files.createDirectories(target.getParent());
                Files.copy(file, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    static void delete(Path root) throws IOException {
        if (Files.exists(root)) {
            try (var paths = Files.walk(root)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
