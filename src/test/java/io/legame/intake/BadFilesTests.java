package io.legame.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.legame.platform.Refusal;
import io.legame.platform.StoredFiles;
import io.legame.testing.LegameTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files as they should not be: each ends with a clear reason and nothing half-written. */
@LegameTest
class BadFilesTests {
    private static final String HEADER = "Customer number,E-mail,First name,Birth date\n";
    private static final String SALES = "Order number,Line,Date,Customer number,Product code,Quantity,Unit price\n";

    @Autowired
    private TestImports files;

    @Autowired
    private Imports imports;

    @Autowired
    private Rejections rejections;

    @Autowired
    private StoredFiles storedFiles;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void nothingThere() {
        files.clear();
    }

    @Test
    void anEmptyFileIsRefused() {
        refused("empty.csv", new byte[0], "intake.fault.empty");
        refused("blank.csv", "\ufeff \n\n".getBytes(StandardCharsets.UTF_8), "intake.fault.empty");
    }

    @Test
    void aBinaryFileIsRefusedWithWhatItIs() {
        long before = storedFiles();
        refused("customers.csv", new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0}, "intake.fault.zip");
        refused("customers.xls", compoundFile("Workbook"), "intake.fault.xls");
        refused("customers.xlsx", compoundFile("EncryptedPackage"), "intake.fault.password");
        refused("customers.doc", compoundFile("WordDocument"), "intake.fault.document");
        refused("customers.csv", "%PDF-1.7\n%".getBytes(StandardCharsets.US_ASCII), "intake.fault.pdf");
        refused("customers.csv", new byte[] {1, 2, 0, 3, 0, 0, 7, 9, 0, 1}, "intake.fault.binary");
        refused("customers.csv", "<!DOCTYPE html><html>".getBytes(StandardCharsets.US_ASCII), "intake.fault.html");
        assertThat(storedFiles()).isEqualTo(before);
    }

    /** As Microsoft's programs before 2007 wrote, and still do around what has a password. */
    private static byte[] compoundFile(String stream) {
        byte[] file = new byte[512 * 5];
        byte[] magic = HexFormat.of().parseHex("d0cf11e0a1b11ae1");
        System.arraycopy(magic, 0, file, 0, magic.length);
        file[30] = 9; // sectors of 512 bytes
        file[48] = 2; // the directory's
        byte[] name = stream.getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, file, 512 * 3 + 128, name.length);
        return file;
    }

    @Test
    void aHeaderAloneIsRefused() {
        refused("customers.csv", HEADER.getBytes(StandardCharsets.UTF_8), "intake.fault.headerOnly");
    }

    @Test
    void aFileAboveTheLimitIsRefusedWhileItComes() {
        var endless = new java.io.InputStream() {
            @Override
            public int read() {
                return 'x';
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                java.util.Arrays.fill(target, offset, offset + length, (byte) 'x');
                return length;
            }
        };
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> storedFiles.store("huge.csv", endless, 5 << 20))
                .satisfies(refusal -> assertThat(refusal.key()).isEqualTo("platform.error.fileTooLarge"));
    }

    @Test
    void rowsWithTooFewOrTooManyCellsAreRejectedAndTheOthersTaken() {
        Import done = bring(HEADER
                + "1,a@example.com,Anna,\n2,b@example.com\n3,c@example.com,Carla,,9,9\n4,d@example.com,Dario,,,\n");
        assertThat(done.counts().created()).isEqualTo(2);
        assertThat(files.reasons(done))
                .extracting(Reason::key, reason -> reason.examples().getFirst().line())
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("intake.rejected.tooFewCells", 3L),
                        org.assertj.core.groups.Tuple.tuple("intake.rejected.tooManyCells", 4L));
    }

    @Test
    void anUnclosedQuoteEndsTheImportWithItsLineAndWritesNothing() {
        failed(
                HEADER + "1,a@example.com,Anna,\n2,b@example.com,\"Berta,\n3,c@example.com,Carla,\n",
                "intake.fault.quote",
                "3");
        failed(HEADER + "1,a@example.com,\"Anna\" x,\n", "intake.fault.afterQuote", "2");
    }

    @Test
    void twoEncodingsInOneFileEndTheImportWithTheLine() {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(
                (HEADER + "1,a@example.com,Niccolò,\n2,b@example.com,Zoë,\n").getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes("3,c@example.com,Cesàre,\n".getBytes(StandardCharsets.ISO_8859_1));
        failed(files.receive("customers.csv", bytes.toByteArray()), "intake.fault.encoding", "4");
    }

    @Test
    void windowsAndUtf16FilesAreReadAsTheyAre() {
        byte[] windows =
                (HEADER + "1,a@example.com,Niccolò,\n").getBytes(java.nio.charset.Charset.forName("windows-1252"));
        assertThat(files.receive("w.csv", windows).plan().dialect().encoding()).isEqualTo("windows-1252");
        Import utf16 = files.receive(
                "u.csv",
                ("\ufeff" + HEADER.replace(',', ';') + "1;a@example.com;Niccolò;\n")
                        .getBytes(StandardCharsets.UTF_16LE));
        assertThat(utf16.plan().dialect()).isEqualTo(Dialect.csv("UTF-16LE", ';', true));
        assertThat(files.run(utf16).counts().created()).isEqualTo(1);
        assertThat(database.sql("select given_name from customers.customer")
                        .query(String.class)
                        .single())
                .isEqualTo("Niccolò");
    }

    @Test
    void anImpossibleDateIsLeftOutAndANegativePriceRejectedWithFieldAndValue() {
        Import customers = bring(HEADER + "1,a@example.com,Anna,31/02/1990\n2,b@example.com,Berta,28/02/1990\n");
        assertThat(customers.counts().created()).isEqualTo(2);
        assertThat(customers.counts().flagged()).isEqualTo(1);
        assertThat(files.flags(customers)).singleElement().satisfies(reason -> {
            assertThat(reason.key()).isEqualTo("customers.flag.impossible");
            assertThat(reason.field()).isEqualTo(Field.BIRTH_DATE);
            assertThat(reason.examples()).containsExactly(new Reason.Example(2, "31/02/1990"));
        });
        Import sales = files.run(
                files.receive("sales.csv", SALES + "S1,1,2024-05-01,2,X,1,-4.50\nS1,2,2024-05-01,2,X,1,4.50\n"),
                plan -> change(plan, true));
        assertThat(sales.counts().created()).isEqualTo(1);
        assertThat(sales.counts().amounts().rejected()).isEqualByComparingTo("-4.50");
        assertThat(files.reasons(sales)).singleElement().satisfies(reason -> {
            assertThat(reason.key()).isEqualTo("intake.rejected.negative");
            assertThat(reason.field()).isEqualTo(Field.UNIT_PRICE);
        });
    }

    @Test
    void ofTwoRowsWithOneKeyTheFirstCounts() {
        Import done = bring(HEADER + "1,a@example.com,Anna,\n2,A@Example.com ,Berta,\n1,c@example.com,Carla,\n");
        assertThat(done.counts().created()).isEqualTo(1);
        assertThat(files.reasons(done)).singleElement().satisfies(reason -> {
            assertThat(reason.key()).isEqualTo("intake.rejected.repeated");
            assertThat(reason.rows()).isEqualTo(2);
            assertThat(reason.examples()).containsExactly(new Reason.Example(3, "2"), new Reason.Example(4, "2"));
        });
    }

    @Test
    void aWrongDelimiterIsSeenBeforeAndEvenAfter() {
        Import draft = files.receive("customers.csv", HEADER + "1,a@example.com,Anna,\n");
        Import wrong = imports.change(
                draft.id(),
                new PlanChange(
                        null, null, null, ';', null, null, null, null, null, null, null, null, null, null, null, null));
        assertThat(wrong.plan().missing()).isNotEmpty();
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> imports.start(draft.id()));
    }

    @Test
    void theWholeFileMayContradictTheOrderOfDatesThatItsBeginningLeftOpen() {
        Import draft = files.receive(
                "customers.csv", HEADER + "1,a@example.com,Anna,01/02/1990\n2,b@example.com,Berta,5/14/1965\n");
        assertThat(draft.plan().dateOrder()).isEqualTo(DateOrder.MONTH_FIRST);
        Import otherwise = imports.change(
                draft.id(),
                new PlanChange(
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        DateOrder.DAY_FIRST,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null));
        failed(otherwise, "intake.fault.day_first", "3");
    }

    @Test
    void aFileRemovedWhileItWaitsOrIsReadEndsTheImport() {
        Import draft = files.receive("customers.csv", HEADER + "1,a@example.com,Anna,\n");
        storedFiles.remove(Objects.requireNonNull(draft.file()));
        failed(draft, "intake.fault.removed");
        String rows = "1,a@example.com,Anna,\n".repeat(200_000);
        Import large = files.receive("large.csv", HEADER + rows);
        database.sql("delete from platform.stored_file_chunk where file_id = ? and position = 2")
                .param(Objects.requireNonNull(large.file()).value())
                .update();
        failed(large, "intake.fault.removed");
    }

    @Test
    void aDamagedGzipAndACellOfTenMegabytesAreNamed() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            for (int i = 0; i < 300_000; i++) {
                gzip.write((i == 0 ? HEADER : i + ",a" + i + "@example.com,Anna" + (i * 7919L) + ",\n")
                        .getBytes(StandardCharsets.UTF_8));
            }
        }
        byte[] half = java.util.Arrays.copyOf(packed.toByteArray(), packed.size() * 3 / 4);
        failed(files.receive("customers.csv.gz", half), "intake.fault.gzip");

        Import done = bring(HEADER + "1,a@example.com," + "x".repeat(10 << 20) + ",\n2,b@example.com,Berta,\n");
        assertThat(done.counts().created()).isEqualTo(1);
        assertThat(files.reasons(done)).extracting(Reason::key).containsExactly("intake.rejected.longCell");
    }

    @Test
    void namesThatArePrograms() throws IOException {
        Import done = bring(HEADER + "1,a@example.com,<script>alert(1)</script>,\n,bad,\"=cmd|' /C calc'!A0\",\n");
        assertThat(done.counts().created()).isEqualTo(1);
        var csv = new ByteArrayOutputStream();
        rejections.write(done, Locale.ITALIAN, csv);
        assertThat(csv.toString(StandardCharsets.UTF_8))
                .isEqualTo("\ufeffCustomer number,E-mail,First name,Birth date,Motivo\r\n"
                        + ",bad,'=cmd|' /C calc'!A0,,E-mail: Non è un indirizzo e-mail a cui si possa scrivere\r\n");
    }

    @Test
    void aMissingOrderNumberAndAFutureDateAreRejected() {
        bring(HEADER + "2,b@example.com,Berta,\n");
        Import sales = files.run(
                files.receive(
                        "sales.csv",
                        SALES + ",1,2024-05-01,2,X,1,4\nS1,2,2027-05-01,2,X,1,4\nS2,1,2024-05-01,2,X,uno,4\n"),
                plan -> change(plan, true));
        assertThat(files.reasons(sales))
                .extracting(Reason::key)
                .containsExactlyInAnyOrder(
                        "intake.rejected.missing", "intake.rejected.future", "intake.rejected.number");
    }

    private long storedFiles() {
        return database.sql("select count(*) from platform.stored_file")
                .query(Long.class)
                .single();
    }

    static Plan change(Plan plan, boolean createProducts) {
        return new PlanChange(
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        createProducts,
                        null)
                .applyTo(plan);
    }

    private Import bring(String csv) {
        Import done = files.run(files.receive("customers.csv", csv));
        assertThat(done.state()).as(done.toString()).isEqualTo(ImportState.DONE);
        return done;
    }

    private void failed(String csv, String fault, String... firstArguments) {
        failed(files.receive("customers.csv", csv), fault, firstArguments);
    }

    private void failed(Import draft, String fault, String... firstArguments) {
        Import failed = files.run(draft);
        assertThat(failed.state()).isEqualTo(ImportState.FAILED);
        assertThat(failed.fault()).isEqualTo(fault);
        if (firstArguments.length > 0) {
            assertThat(failed.faultArguments()).startsWith(firstArguments);
        }
        assertThat(database.sql("select count(*) from customers.customer")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(database.sql(
                                "select count(*) from pg_tables where schemaname = 'intake' and tablename like 'staging%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private void refused(String name, byte[] content, String fault) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> files.receive(name, content))
                .satisfies(refusal -> assertThat(refusal.key()).isEqualTo(fault));
    }
}
