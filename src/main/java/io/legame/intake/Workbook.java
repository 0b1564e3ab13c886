package io.legame.intake;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An Excel workbook (ECMA-376, {@code .xlsx}): which sheets it has, and how to read their rows. */
final class Workbook implements Closeable {
    private static final int MOST_SHEETS = 1_000;

    private final Archive archive;
    private final List<Sheet> sheets = new ArrayList<>();
    private boolean since1904;
    private @Nullable String styles;
    private @Nullable String strings;
    private @Nullable SharedStrings shared;

    private record Sheet(String name, boolean hidden, String part) {}

    private record Relationship(String type, String part) {}

    Workbook(Archive archive) throws IOException {
        this.archive = archive;
        String part = relationships("").values().stream()
                .filter(each -> each.type().equals("officeDocument"))
                .map(Relationship::part)
                .findFirst()
                .orElse("xl/workbook.xml");
        Map<String, Relationship> relationships = relationships(part);
        for (Relationship each : relationships.values()) {
            switch (each.type()) {
                case "styles" -> styles = each.part();
                case "sharedStrings" -> strings = each.part();
                default -> {}
            }
        }
        readSheets(part, relationships);
        if (sheets.isEmpty()) {
            throw new FileFault("intake.fault.workbook");
        }
    }

    private void readSheets(String part, Map<String, Relationship> relationships) throws IOException {
        try (XmlPart xml = part(part)) {
            while (xml.next()) {
                if (xml.begins("workbookPr")) {
                    String value = xml.attribute("date1904");
                    since1904 = "1".equals(value) || "true".equals(value);
                } else if (xml.begins("sheet") && sheets.size() < MOST_SHEETS) {
                    String name = xml.attribute("name");
                    Relationship target = relationships.get(String.valueOf(xml.attributeOfAnyNamespace("id")));
                    String state = xml.attribute("state");
                    if (name != null && target != null && target.type().equals("worksheet")) {
                        sheets.add(new Sheet(name, state != null && !state.equals("visible"), target.part()));
                    }
                }
            }
        }
    }

    /** The parts that a part names, by the id it names them by. */
    private Map<String, Relationship> relationships(String part) throws IOException {
        int slash = part.lastIndexOf('/') + 1;
        var found = new HashMap<String, Relationship>();
        InputStream input = archive.part(part.substring(0, slash) + "_rels/" + part.substring(slash) + ".rels");
        if (input == null) {
            return found;
        }
        try (var xml = new XmlPart(input)) {
            while (xml.next()) {
                String id = xml.begins("Relationship") ? xml.attribute("Id") : null;
                String type = id == null ? null : xml.attribute("Type");
                String target = id == null ? null : xml.attribute("Target");
                if (id != null && type != null && target != null && found.size() < 2 * MOST_SHEETS) {
                    found.put(
                            id,
                            new Relationship(
                                    type.substring(type.lastIndexOf('/') + 1),
                                    resolved(part.substring(0, slash), target)));
                }
            }
        }
        return found;
    }

    private static String resolved(String folder, String target) {
        var path = new ArrayList<String>();
        for (String step : (target.startsWith("/") ? target : folder + target).split("/", -1)) {
            if (step.equals("..") && !path.isEmpty()) {
                path.removeLast();
            } else if (!step.isEmpty() && !step.equals(".") && !step.equals("..")) {
                path.add(step);
            }
        }
        return String.join("/", path);
    }

    private XmlPart part(String name) throws IOException {
        InputStream input = archive.part(name);
        if (input == null) {
            throw new FileFault("intake.fault.workbook");
        }
        return new XmlPart(input);
    }

    /** The names of the sheets that can be seen; of all when none can. */
    List<String> sheets() {
        List<Sheet> visible = sheets.stream().filter(sheet -> !sheet.hidden()).toList();
        return (visible.isEmpty() ? sheets : visible).stream().map(Sheet::name).toList();
    }

    /** The first sheet with a row in it. */
    String firstSheetWithRows() throws IOException {
        for (String name : sheets()) {
            try (TableRows rows = rows(new Dialect(Format.XLSX, "UTF-8", ',', false, 1, name), '.', null)) {
                if (rows.next() != null) {
                    return name;
                }
            }
        }
        throw new FileFault("intake.fault.empty");
    }

    /** @param decimalSign how to write numbers */
    TableRows rows(Dialect dialect, char decimalSign, boolean @Nullable [] wanted) {
        String part = sheets.stream()
                .filter(sheet -> sheet.name().equals(dialect.sheet()))
                .map(Sheet::part)
                .findFirst()
                .orElseThrow(() -> new FileFault("intake.fault.noSheet", String.valueOf(dialect.sheet())));
        try {
            var values = new SheetValues(strings(), formats(), since1904, decimalSign);
            return new SheetRows(part(part), values, dialect.firstLine(), wanted);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private NumberFormats formats() throws IOException {
        InputStream input = styles == null ? null : archive.part(styles);
        if (input == null) {
            return NumberFormats.NONE;
        }
        try (var xml = new XmlPart(input)) {
            return NumberFormats.read(xml);
        }
    }

    private SharedStrings strings() throws IOException {
        if (shared == null) {
            InputStream input = strings == null ? null : archive.part(strings);
            shared = new SharedStrings(input == null ? null : new XmlPart(input));
        }
        return shared;
    }

    @Override
    public void close() throws IOException {
        try {
            if (shared != null) {
                shared.close();
            }
        } finally {
            archive.close();
        }
    }
}
