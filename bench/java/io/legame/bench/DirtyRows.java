package io.legame.bench;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Customers as careless hands write them, so that every rule has something to do with each of them. */
final class DirtyRows {
    static final List<String> HEADER = List.of(
            "Customer number",
            "Title",
            "First name",
            "Last name",
            "Company",
            "VAT number",
            "Birth date",
            "Gender",
            "E-mail",
            "Phone",
            "Street",
            "Postcode",
            "Town",
            "Province",
            "Country",
            "Language",
            "Marital status",
            "Annual income",
            "IBAN");

    private static final List<String> TITLES = List.of("DOTT.", "sig.ra", "ing", "", "");
    private static final List<String> PARTICLES = List.of("DE ", "D'", "", "", "VON ");
    private static final List<String> STREETS = List.of("V. ROMA", "c.so garibaldi,", "P.ZZA DEL DUOMO", "viale monza");
    private static final List<String> TOWNS =
            List.of("REGGIO NELL'EMILIA", "milano", "s. giovanni rotondo", "FORLI'", "Torino", "ROMA");
    private static final List<String> PROVINCES = List.of("RE", "mi", "Foggia", "(FC)", "prov. di Torino", "RM");
    private static final List<String> DOMAINS = List.of("EXAMPLE.COM", "gmail.com", "gmial.com", "libero.it");
    private static final List<String> SYLLABLES =
            List.of("BRA", "CO", "DEL", "FI", "GRAN", "LO", "MER", "NO", "PIR", "SA", "TRE", "VAL", "ZU", "RI", "CHE");
    private static final List<String> FORMS = List.of(" SRL", " s.p.a.", "", " SNC");

    private DirtyRows() {}

    static List<String> row(int i) {
        boolean company = i % 10 == 0;
        return List.of(
                Integer.toString(i),
                of(TITLES, i),
                "GIVEN" + letters(i % 1000),
                of(PARTICLES, i) + "FAMILY" + letters(i % 50_000),
                company ? company(i % 70_000 / 10) : "",
                company ? "IT " + vat(i) : "",
                "%d/%02d/%d".formatted(i % 28 + 1, i % 12 + 1, 1940 + i % 65),
                i % 2 == 0 ? "Femmina" : "m",
                "C" + i + "@" + of(DOMAINS, i),
                "347 %07d".formatted(i % 10_000_000),
                of(STREETS, i) + " " + (i % 200 + 1),
                "20121 ",
                of(TOWNS, i),
                of(PROVINCES, i),
                "Italia",
                "Italiano",
                i % 2 == 0 ? "Coniugata" : "celibe",
                "%d.000,00".formatted(10 + i % 90),
                i % 3 == 0 ? "it60 x054 2811 1010 0000 0123 456" : "");
    }

    private static String of(List<String> values, int i) {
        return values.get(i % values.size());
    }

    private static String letters(int number) {
        return Integer.toString(number, 26)
                .chars()
                .map(digit -> digit < 'a' ? digit - '0' + 'a' : digit - 'a' + 'k')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String company(int number) {
        var name = new StringBuilder();
        for (int left = number + 15 * 15; left > 0; left /= SYLLABLES.size()) {
            name.append(of(SYLLABLES, left));
        }
        return name + of(FORMS, number);
    }

    private static String vat(int i) {
        String digits = "%010d".formatted(i + 1_000_000);
        int sum = 0;
        for (int place = 0; place < 10; place++) {
            int digit = digits.charAt(place) - '0';
            sum += place % 2 == 0 ? digit : digit < 5 ? digit * 2 : digit * 2 - 9;
        }
        return digits + (10 - sum % 10) % 10;
    }

    /** As spreadsheets write them, with texts in their cells. */
    static void workbook(Path file, int count) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.setLevel(Deflater.BEST_SPEED);
            var writer = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
            entry(zip, writer, "[Content_Types].xml", """
                    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
                    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
                    <Override PartName="/xl/workbook.xml" \
                    ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>\
                    <Override PartName="/xl/worksheets/sheet1.xml" \
                    ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>""");
            entry(zip, writer, "_rels/.rels", """
                    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
                    <Relationship Id="rId1" Target="xl/workbook.xml" \
                    Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>\
                    </Relationships>""");
            entry(zip, writer, "xl/workbook.xml", """
                    <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" \
                    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">\
                    <sheets><sheet name="Customers" sheetId="1" r:id="rId1"/></sheets></workbook>""");
            entry(zip, writer, "xl/_rels/workbook.xml.rels", """
                    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
                    <Relationship Id="rId1" Target="worksheets/sheet1.xml" \
                    Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"/>\
                    </Relationships>""");
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            writer.write("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
            write(writer, 1, HEADER);
            for (int i = 1; i <= count; i++) {
                write(writer, i + 1, row(i));
            }
            writer.write("</sheetData></worksheet>");
            writer.flush();
            zip.closeEntry();
        }
    }

    private static void entry(ZipOutputStream zip, Writer writer, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        writer.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + text);
        writer.flush();
        zip.closeEntry();
    }

    private static void write(Writer writer, int row, List<String> cells) throws IOException {
        writer.write("<row r=\"" + row + "\">");
        for (int column = 0; column < cells.size(); column++) {
            writer.write(String.format(
                    Locale.ROOT,
                    "<c r=\"%c%d\" t=\"inlineStr\"><is><t>%s</t></is></c>",
                    'A' + column,
                    row,
                    cells.get(column).replace("&", "&amp;")));
        }
        writer.write("</row>");
    }
}
