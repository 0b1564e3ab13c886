package io.legame.intake;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * A zip file. Its list of entries is at its end, so it is copied into a temporary file first, which the operating
 * system forgets when the archive is closed or the process ends.
 */
final class Archive implements Closeable {
    /** The list is read into memory: this much names more entries than any table's archive has. */
    private static final int LONGEST_LIST = 4 << 20;

    private static final int LISTED = 5;
    private static final List<String> TABLES = List.of("csv", "tsv", "tab", "xlsx", "xlsm", "vcf");
    private static final List<String> PERHAPS = List.of("txt", "gz", "zip");

    private final ZipFile zip;
    private final long limit;

    private Archive(ZipFile zip, long limit) {
        this.zip = zip;
        this.limit = limit;
    }

    /** @param limit the most bytes that each entry may unpack to */
    static Archive of(InputStream packed, long limit) throws IOException {
        Path copy = Files.createTempFile("legame-import", ".zip");
        try {
            try (packed;
                    var target = Files.newOutputStream(copy)) {
                packed.transferTo(target);
            }
            return new Archive(opened(copy), limit);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(copy);
            throw e;
        }
    }

    private static ZipFile opened(Path copy) throws IOException {
        refuseLongList(copy);
        try {
            return new ZipFile(copy.toFile(), ZipFile.OPEN_READ | ZipFile.OPEN_DELETE);
        } catch (ZipException e) {
            String message = e.getMessage() == null ? "" : e.getMessage();
            throw new FileFault(message.contains("encrypted") ? "intake.fault.encrypted" : "intake.fault.zip");
        }
    }

    /** Looks for the end record, which says how long the list is: the last 22 bytes and a comment. */
    private static void refuseLongList(Path copy) throws IOException {
        try (var file = new RandomAccessFile(copy.toFile(), "r")) {
            byte[] tail = new byte[(int) Math.min(file.length(), 22 + 0xffff)];
            file.seek(file.length() - tail.length);
            file.readFully(tail);
            for (int at = tail.length - 22; at >= 0; at--) {
                if (tail[at] == 'P' && tail[at + 1] == 'K' && tail[at + 2] == 5 && tail[at + 3] == 6) {
                    long length = (tail[at + 12] & 0xffL)
                            | (tail[at + 13] & 0xffL) << 8
                            | (tail[at + 14] & 0xffL) << 16
                            | (tail[at + 15] & 0xffL) << 24;
                    // all ones: the length is in another record, as it is for lists of more than four gigabytes
                    if (length > LONGEST_LIST) {
                        throw new FileFault("intake.fault.zipEntries");
                    }
                    return;
                }
            }
        }
        throw new FileFault("intake.fault.zip");
    }

    boolean isWorkbook() {
        refuseOthers();
        return zip.getEntry("[Content_Types].xml") != null;
    }

    private void refuseOthers() {
        boolean office = zip.getEntry("[Content_Types].xml") != null;
        if (office && zip.getEntry("xl/workbook.bin") != null) {
            throw new FileFault("intake.fault.xlsb");
        }
        if (office && (zip.getEntry("word/document.xml") != null || zip.getEntry("ppt/presentation.xml") != null)) {
            throw new FileFault("intake.fault.document");
        }
        if (zip.getEntry("mimetype") != null && zip.getEntry("content.xml") != null) {
            throw new FileFault("intake.fault.openDocument");
        }
    }

    /** The one entry that is a table, unpacked; folders and what a Mac puts beside it do not matter. */
    InputStream onlyTable() throws IOException {
        List<? extends ZipEntry> files = zip.stream().filter(Archive::isFile).toList();
        List<? extends ZipEntry> tables =
                files.stream().filter(entry -> TABLES.contains(ending(entry))).toList();
        if (tables.isEmpty()) {
            tables = files.size() == 1
                    ? files
                    : files.stream()
                            .filter(entry -> PERHAPS.contains(ending(entry)))
                            .toList();
        }
        if (tables.isEmpty()) {
            throw new FileFault("intake.fault.zipEmpty");
        }
        if (tables.size() > 1) {
            throw new FileFault("intake.fault.zipSeveral", tables.size(), names(tables));
        }
        return open(tables.getFirst(), "intake.fault.zip");
    }

    private static boolean isFile(ZipEntry entry) {
        String name = entry.getName();
        String last = name.substring(name.lastIndexOf('/') + 1);
        return !entry.isDirectory()
                && entry.getSize() != 0
                && !name.startsWith("__MACOSX/")
                && !last.startsWith(".")
                && !last.equalsIgnoreCase("thumbs.db")
                && !last.equalsIgnoreCase("desktop.ini");
    }

    private static String ending(ZipEntry entry) {
        return entry.getName().substring(entry.getName().lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static String names(List<? extends ZipEntry> entries) {
        String names = entries.stream()
                .limit(LISTED)
                .map(entry -> entry.getName().substring(entry.getName().lastIndexOf('/') + 1))
                .map(name -> name.substring(0, Math.min(name.length(), 80)).replaceAll("\\p{Cntrl}", ""))
                .collect(java.util.stream.Collectors.joining(", "));
        return entries.size() > LISTED ? names + " …" : names;
    }

    /** Null when there is none of the name, in whatever case. */
    @Nullable
    InputStream part(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            entry = zip.stream()
                    .filter(each -> each.getName().equalsIgnoreCase(name))
                    .findFirst()
                    .orElse(null);
        }
        return entry == null ? null : open(entry, "intake.fault.workbook");
    }

    private InputStream open(ZipEntry entry, String damaged) throws IOException {
        try {
            return new Bounded(zip.getInputStream(entry), limit, damaged);
        } catch (ZipException e) {
            throw new FileFault(damaged);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
