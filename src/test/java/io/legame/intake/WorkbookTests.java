package io.legame.intake;

import static io.legame.intake.TestWorkbook.cell;
import static io.legame.intake.TestWorkbook.number;
import static io.legame.intake.TestWorkbook.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Workbooks as spreadsheets and programs write them: every cell is what a person would have typed. */
class WorkbookTests {
    @Test
    void textsComeFromWhereverTheyAreKept() throws IOException {
        byte[] book = new TestWorkbook()
                .text("<t>Anna</t>")
                .text("<r><t>Anna </t></r><r><rPr><b/></rPr><t xml:space=\"preserve\">Maria</t></r>")
                .text("<t>山田</t><rPh sb=\"0\" eb=\"2\"><t>ヤマダ</t></rPh>")
                .text("<t>two_x000D_\nlines &amp; a _x005F_x0041_</t>")
                .sheet(
                        "S",
                        row(1, cell("s", "0"), cell("s", "1"), cell("s", "2"), cell("s", "3")),
                        row(
                                2,
                                "here",
                                cell("str", "a formula's"),
                                "<c t=\"inlineStr\"><is><r><t>in </t></r><r><t>runs</t></r></is></c>"),
                        row(3, cell("s", "99")))
                .bytes();
        assertThat(rows(book))
                .containsExactly(
                        List.of("Anna", "Anna Maria", "山田", "two\r\nlines & a _x0041_"),
                        List.of("here", "a formula's", "in runs"));
    }

    @Test
    void numbersAreAsTheyWereTyped() throws IOException {
        byte[] book = new TestWorkbook()
                .style("0.00")
                .style("00000")
                .style("[$-410]00000")
                .style("#,##0.00\\ \"euro days\"")
                .sheet(
                        "S",
                        row(1, number("17850", 0), number("17850.0", 0), number("0.10000000000000001", 0)),
                        row(2, number("2.5499999999999998", 1), number("1.5E-3", 0), number("1E+3", 0)),
                        row(3, number("2100", 2), number("2100", 3), number("1234.5", 4)),
                        row(4, number("-0", 0), number("3.9300123456789012E14", 0), number("12345678901234567890", 0)),
                        row(5, number("1E+999999999", 0), number("not a number", 0)))
                .bytes();
        assertThat(rows(book))
                .containsExactly(
                        List.of("17850", "17850", "0.1"),
                        List.of("2.55", "0.0015", "1000"),
                        List.of("02100", "02100", "1234.5"),
                        List.of("0", "393001234567890", "12345678901234567890"),
                        List.of("1E+999999999", "not a number"));
        assertThat(rows(book, ',').get(1)).containsExactly("2,55", "0,0015", "1000");
    }

    @Test
    void daysAndTimesFollowTheirFormatsInBothCalendars() throws IOException {
        TestWorkbook book = new TestWorkbook()
                .style("dd/mm/yyyy")
                .style("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy")
                .style("d/m/yy h:mm;@")
                .style("h:mm:ss AM/PM")
                .style("[h]:mm")
                .style("General")
                .style("0.00\" days\"")
                .sheet(
                        "S",
                        row(1, number("24206", 1), number("45413", 2), number("45413.520833333336", 3)),
                        row(2, number("0.75", 4), number("1.5", 5), number("45413", 6), number("45413", 7)),
                        row(3, number("1", 1), number("59", 1), number("61", 1), number("-1", 1)),
                        row(4, cell("d", "2024-05-01T00:00:00Z"), cell("d", "2024-05-01T12:30:00.000")));
        assertThat(rows(book.bytes()))
                .containsExactly(
                        List.of("1966-04-09", "2024-05-01", "2024-05-01 12:30:00"),
                        List.of("18:00:00", "36:00:00", "45413", "45413"),
                        List.of("1900-01-01", "1900-02-28", "1900-03-01", "-1"),
                        List.of("2024-05-01", "2024-05-01 12:30:00"));
        assertThat(rows(book.since1904().bytes()).getFirst())
                .containsExactly("1970-04-10", "2028-05-02", "2028-05-02 12:30:00");
    }

    @Test
    void yesAndNoAndFormulasAndTheirErrors() throws IOException {
        byte[] book = new TestWorkbook()
                .sheet(
                        "S",
                        row(1, cell("b", "1"), cell("b", "0"), "<c><f>1+1</f><v>2</v></c>"),
                        row(2, "x", cell("e", "#N/A")),
                        row(3, "x", cell("e", "#REF!")),
                        row(4, "x", "<c><f>A1</f></c>"),
                        row(5, "x", "<c t=\"str\"><f>\"\"</f><v></v></c>"))
                .bytes();
        assertThat(rows(book))
                .containsExactly(
                        List.of("true", "false", "2"),
                        List.of("x"),
                        List.of("x", "#REF!", "! intake.rejected.formula"),
                        java.util.Arrays.asList("x", null, "! intake.rejected.notCalculated"),
                        List.of("x"));
    }

    @Test
    void rowsAndCellsThatAreNotWrittenAreEmptyAndHiddenColumnsAreColumns() throws IOException {
        byte[] book = new TestWorkbook()
                .sheet(
                        "S",
                        "<row r=\"3\"><c r=\"B3\" t=\"inlineStr\"><is><t>hidden</t></is></c><c r=\"AB3\"><v>1</v></c></row>",
                        "<row r=\"4\"><c r=\"A4\" s=\"0\"/></row>",
                        "<row><c><v>5</v></c></row>")
                .bytes();
        try (Content content = open(book);
                TableRows rows = sheet(content, "S")) {
            TableRow row = next(rows);
            assertThat(row.line()).isEqualTo(3);
            assertThat(row.cell(0)).isNull();
            assertThat(row.cell(1)).isEqualTo("hidden");
            assertThat(row.cell(27)).isEqualTo("1");
            assertThat(next(rows).line()).isEqualTo(5);
            assertThat(rows.next()).isNull();
        }
    }

    @Test
    void theFirstSheetWithRowsIsTakenAndHiddenOnesAreNotOffered() {
        byte[] book = new TestWorkbook()
                .hiddenSheet("Secret", row(1, "no"))
                .sheet("Cover")
                .sheet("Clienti", row(1, "E-mail"), row(2, "a@example.com"))
                .sheet("Old", row(1, "E-mail"), row(2, "b@example.com"))
                .bytes();
        Sample sample = Sample.read(new ByteArrayInputStream(book), Long.MAX_VALUE, null, '.');
        assertThat(sample.sheets()).containsExactly("Cover", "Clienti", "Old");
        assertThat(sample.dialect().sheet()).isEqualTo("Clienti");
    }

    @Test
    void whatAnotherProgramWroteComesBackAsItWas() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new org.dhatim.fastexcel.Workbook(bytes, "Test", "1.0")) {
            Worksheet sheet = book.newWorksheet("Data");
            for (int row = 0; row < 500; row++) {
                sheet.value(row, 0, "Città " + row);
                sheet.value(row, 1, row / 100.0);
                sheet.value(row, 2, LocalDate.of(2024, 1, 1).plusDays(row));
                sheet.style(row, 2).format("dd/mm/yyyy").set();
                sheet.value(row, 3, LocalDateTime.of(2024, 1, 1, 8, 0).plusMinutes(row));
                sheet.style(row, 3).format("dd/mm/yyyy hh:mm").set();
                sheet.value(row, 4, row % 2 == 0);
            }
        }
        List<List<@Nullable String>> rows = rows(bytes.toByteArray());
        assertThat(rows).hasSize(500);
        assertThat(rows.get(101)).containsExactly("Città 101", "1.01", "2024-04-11", "2024-01-01 09:41:00", "false");
        assertThat(rows.get(400)).containsExactly("Città 400", "4", "2025-02-04", "2024-01-01 14:40:00", "true");
    }

    @Test
    void hostileXmlIsRefusedWithoutBeingFollowed() {
        String bomb = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]>";
        faulty(book("<worksheet><sheetData><row><c t=\"str\"><v>&b;</v></c></row></sheetData></worksheet>", bomb));
        String outside = "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>";
        faulty(book("<worksheet><sheetData><row><c t=\"str\"><v>&a;</v></c></row></sheetData></worksheet>", outside));
        faulty(book("<a>".repeat(100_000), ""));
        faulty(book("<worksheet><sheetData><row r=\"" + "1".repeat(1 << 20) + "\"/></sheetData></worksheet>", ""));
        faulty(book("<worksheet><sheetData><row><c r=\"ZZZZZZZ1\"><v>1</v></c></row></sheetData></worksheet>", ""));
        faulty(book("<worksheet><sheetData><row><c><v>1</v>", ""));
    }

    @Test
    void aSheetThatUnpacksToTooMuchIsRefused() {
        byte[] book = new TestWorkbook()
                .sheet("S", TestWorkbook.row(1, "x".repeat(3 << 20)))
                .bytes();
        assertThatExceptionOfType(FileFault.class)
                .isThrownBy(() -> Sample.read(new ByteArrayInputStream(book), 1 << 20, null, '.'))
                .satisfies(fault -> assertThat(fault.key()).isEqualTo("intake.fault.tooLong"));
    }

    private static byte[] book(String sheet, String beginning) {
        byte[] whole = new TestWorkbook().sheet("S").bytes();
        var parts = new ArrayList<Object>();
        try (var zip = new java.util.zip.ZipInputStream(new ByteArrayInputStream(whole))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.add(entry.getName());
                parts.add(
                        entry.getName().endsWith("sheet0.xml")
                                ? "<?xml version=\"1.0\"?>" + beginning + sheet
                                : zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return TestArchives.zip(parts.toArray());
    }

    private static void faulty(byte[] book) {
        assertThatExceptionOfType(FileFault.class)
                .isThrownBy(() -> rows(book))
                .satisfies(fault -> assertThat(fault.key()).isEqualTo("intake.fault.workbook"));
    }

    private static Content open(byte[] book) throws IOException {
        return Content.open(new ByteArrayInputStream(book), 1L << 30);
    }

    private static TableRows sheet(Content content, String name) {
        return TableRows.of(content, new Dialect(Format.XLSX, "UTF-8", ',', false, 1, name), '.', null);
    }

    private static TableRow next(TableRows rows) {
        return java.util.Objects.requireNonNull(rows.next());
    }

    private static List<List<@Nullable String>> rows(byte[] book) throws IOException {
        return rows(book, '.');
    }

    private static List<List<@Nullable String>> rows(byte[] book, char decimalSign) throws IOException {
        var found = new ArrayList<List<@Nullable String>>();
        try (Content content = open(book)) {
            String name = ((Content.Book) content).workbook().sheets().getFirst();
            var dialect = new Dialect(Format.XLSX, "UTF-8", ',', false, 1, name);
            try (TableRows rows = TableRows.of(content, dialect, decimalSign, null)) {
                for (TableRow row = rows.next(); row != null; row = rows.next()) {
                    var cells =
                            new ArrayList<@Nullable String>(Table.Line.of(row).cells());
                    if (row.fault() != null) {
                        cells.add("! " + row.fault());
                    }
                    found.add(cells);
                }
            }
        }
        return found;
    }
}
