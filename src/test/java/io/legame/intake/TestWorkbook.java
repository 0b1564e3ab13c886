package io.legame.intake;

import java.util.ArrayList;
import java.util.List;

/** Writes a workbook part by part, with whatever is right or wrong in it. */
final class TestWorkbook {
    private static final String MAIN = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final List<String> sheets = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<String> states = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private final List<String> formats = new ArrayList<>();
    private String properties = "";

    /** @param rows the XML inside of the sheet's data */
    TestWorkbook sheet(String name, String... rows) {
        return add(name, "visible", rows);
    }

    TestWorkbook hiddenSheet(String name, String... rows) {
        return add(name, "hidden", rows);
    }

    private TestWorkbook add(String name, String state, String... rows) {
        names.add(name);
        states.add(state);
        sheets.add("<worksheet " + MAIN + "><cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols><sheetData>"
                + String.join("", rows) + "</sheetData></worksheet>");
        return this;
    }

    TestWorkbook since1904() {
        properties = "<workbookPr date1904=\"1\"/>";
        return this;
    }

    /** The XML inside of a shared string. */
    TestWorkbook text(String xml) {
        texts.add("<si>" + xml + "</si>");
        return this;
    }

    /** The number format of the next style, which are numbered from one. */
    TestWorkbook style(String pattern) {
        formats.add(pattern.replace("\"", "&quot;"));
        return this;
    }

    byte[] bytes() {
        var parts = new ArrayList<Object>(List.of(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>",
                "_rels/.rels",
                relationships("<Relationship Id=\"rId1\" Type=\"" + OFFICE
                        + "/officeDocument\" Target=\"xl/workbook.xml\"/>")));
        var list = new StringBuilder();
        var relationships = new StringBuilder("<Relationship Id=\"rs\" Type=\"" + OFFICE
                + "/styles\" Target=\"styles.xml\"/>"
                + "<Relationship Id=\"rt\" Type=\"" + OFFICE + "/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/>");
        for (int i = 0; i < sheets.size(); i++) {
            list.append("<sheet name=\"%s\" sheetId=\"%d\" state=\"%s\" r:id=\"r%d\"/>"
                    .formatted(names.get(i), i + 1, states.get(i), i));
            relationships.append("<Relationship Id=\"r%d\" Type=\"%s/worksheet\" Target=\"worksheets/sheet%d.xml\"/>"
                    .formatted(i, OFFICE, i));
            parts.addAll(List.of("xl/worksheets/sheet" + i + ".xml", sheets.get(i)));
        }
        parts.addAll(List.of(
                "xl/workbook.xml",
                "<workbook " + MAIN + " xmlns:r=\"" + OFFICE + "\">" + properties + "<sheets>" + list
                        + "</sheets></workbook>",
                "xl/_rels/workbook.xml.rels",
                relationships(relationships.toString()),
                "xl/sharedStrings.xml",
                "<sst " + MAIN + ">" + String.join("", texts) + "</sst>",
                "xl/styles.xml",
                styles()));
        return TestArchives.zip(parts.toArray());
    }

    private static String relationships(String each) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + each
                + "</Relationships>";
    }

    private String styles() {
        var numbers = new StringBuilder();
        var cells = new StringBuilder("<xf numFmtId=\"0\"/>");
        for (int i = 0; i < formats.size(); i++) {
            numbers.append("<numFmt numFmtId=\"%d\" formatCode=\"%s\"/>".formatted(164 + i, formats.get(i)));
            cells.append("<xf numFmtId=\"%d\"/>".formatted(164 + i));
        }
        return "<styleSheet " + MAIN + "><numFmts>" + numbers
                + "</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>" + cells
                + "</cellXfs></styleSheet>";
    }

    /** Cells of texts inside of the row, from the first column on. */
    static String row(int number, String... cells) {
        var xml = new StringBuilder("<row r=\"" + number + "\">");
        for (String cell : cells) {
            xml.append(cell.startsWith("<") ? cell : "<c t=\"inlineStr\"><is><t>" + cell + "</t></is></c>");
        }
        return xml.append("</row>").toString();
    }

    static String number(String value, int style) {
        return "<c s=\"" + style + "\"><v>" + value + "</v></c>";
    }

    static String cell(String type, String value) {
        return "<c t=\"" + type + "\"><v>" + value + "</v></c>";
    }
}
