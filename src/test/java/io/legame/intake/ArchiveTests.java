package io.legame.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables that come packed. */
class ArchiveTests {
    private static final String TABLE = "E-mail,Name\na@example.com,Anna\n";

    @Test
    void theOneTableIsFoundWhateverStandsBesideIt() {
        assertThat(text(TestArchives.zip("clienti.csv", TABLE))).isEqualTo(TABLE);
        assertThat(text(TestArchives.zip(
                        "export/", "",
                        "export/README.txt", "how to read this",
                        "export/clienti.CSV", TABLE,
                        "__MACOSX/export/._clienti.csv", "resource fork",
                        "export/.DS_Store", "folder",
                        "export/empty.csv", "")))
                .isEqualTo(TABLE);
        assertThat(text(TestArchives.zip("no-ending", TABLE))).isEqualTo(TABLE);
        assertThat(text(TestArchives.zip("a/../../etc/clienti.txt", TABLE, "logo.png", "png")))
                .isEqualTo(TABLE);
    }

    @Test
    void anArchiveInAnArchiveIsOpenedButNotOneMore() {
        byte[] once = TestArchives.zip("clienti.csv.gz", TestArchives.gzip(TABLE.getBytes(StandardCharsets.UTF_8)));
        assertThat(text(once)).isEqualTo(TABLE);
        fault("intake.fault.nested", TestArchives.zip("again.zip", TestArchives.gzip(TestArchives.gzip(new byte[5]))));
    }

    @Test
    void severalTablesAreListed() {
        assertThat(fault("intake.fault.zipSeveral", TestArchives.zip("a/clienti.csv", TABLE, "a/ordini.xlsx", "x")))
                .containsExactly("2", "clienti.csv, ordini.xlsx");
        Object[] many = new Object[40];
        for (int i = 0; i < many.length; i += 2) {
            many[i] = "\u0007" + "x".repeat(200) + i + ".csv";
            many[i + 1] = TABLE;
        }
        List<String> listed = fault("intake.fault.zipSeveral", TestArchives.zip(many));
        assertThat(listed.getFirst()).isEqualTo("20");
        assertThat(listed.getLast()).hasSizeLessThan(420).endsWith("…").doesNotContain("\u0007");
        fault("intake.fault.zipEmpty", TestArchives.zip("a.png", "x", "b.pdf", "y"));
        fault("intake.fault.zipEmpty", TestArchives.zip("folder/", ""));
    }

    @Test
    void damagedEncryptedAndEndlessOnesAreRefused() {
        byte[] good = TestArchives.zip("clienti.csv", TABLE.repeat(1000));
        fault("intake.fault.zip", Arrays.copyOf(good, good.length / 2));
        fault("intake.fault.encrypted", encrypted(good));
        byte[] longList = good.clone();
        longList[longList.length - 22 + 15] = 0x7f; // the length of the list, in its end record
        fault("intake.fault.zipEntries", longList);
        byte[] bomb = TestArchives.zip("clienti.csv", "0".repeat(3 << 20));
        assertThatExceptionOfType(FileFault.class)
                .isThrownBy(() -> text(bomb, 2 << 20))
                .satisfies(fault -> assertThat(fault.key()).isEqualTo("intake.fault.tooLong"));
        byte[] wrongSum = good.clone();
        wrongSum[60] ^= 0x55;
        fault("intake.fault.zip", wrongSum);
    }

    /** Says of the first entry that it is encrypted, in its header and in the list. */
    private static byte[] encrypted(byte[] zip) {
        byte[] changed = zip.clone();
        for (int i = 0; i < changed.length - 4; i++) {
            if (changed[i] == 'P' && changed[i + 1] == 'K' && (changed[i + 2] == 3 || changed[i + 2] == 1)) {
                changed[i + (changed[i + 2] == 3 ? 6 : 8)] |= 1;
            }
        }
        return changed;
    }

    @Test
    void otherOfficeFilesAreCalledByTheirName() {
        fault("intake.fault.document", TestArchives.zip("[Content_Types].xml", "<x/>", "word/document.xml", "<x/>"));
        fault("intake.fault.xlsb", TestArchives.zip("[Content_Types].xml", "<x/>", "xl/workbook.bin", "x"));
        fault("intake.fault.openDocument", TestArchives.zip("mimetype", "application/vnd", "content.xml", "<x/>"));
        fault("intake.fault.workbook", TestArchives.zip("[Content_Types].xml", "<x/>"));
    }

    @Test
    void nothingIsLeftBehind() throws IOException {
        long before = leftovers();
        text(TestArchives.zip("clienti.csv", TABLE));
        fault("intake.fault.zipEmpty", TestArchives.zip("a.png", "x", "b.png", "x"));
        assertThat(leftovers()).isEqualTo(before);
    }

    private static long leftovers() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("legame-import"))
                    .count();
        }
    }

    private static List<String> fault(String key, byte[] file) {
        var found = new Object() {
            List<String> arguments = List.of();
        };
        assertThatExceptionOfType(FileFault.class).isThrownBy(() -> text(file)).satisfies(fault -> {
            assertThat(fault.key()).isEqualTo(key);
            found.arguments = fault.arguments();
        });
        return found.arguments;
    }

    private static String text(byte[] file) {
        return text(file, 1L << 30);
    }

    private static String text(byte[] file, long limit) {
        try (Content content = Content.open(new ByteArrayInputStream(file), limit)) {
            InputStream bytes = ((Content.Text) content).bytes();
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
