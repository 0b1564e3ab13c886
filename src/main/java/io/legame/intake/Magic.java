package io.legame.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;

/** Tells by how they begin which files are no tables, and what they are. */
final class Magic {
    private static final String OLE = "d0cf11e0";
    private static final Map<String, String> NO_TABLE = Map.of(
            "25504446", "pdf",
            "89504e47", "image",
            "ffd8ff", "image",
            "47494638", "image",
            "377abcaf", "archive",
            "52617221", "archive",
            "50415231", "binary");

    private static final int ENTRY = 128;
    private static final int ENTRIES = 32;

    private Magic() {}

    /**
     * Ends with a {@link FileFault} that says what the file is when it is no table.
     *
     * @param rest of the file, behind the bytes
     */
    static void refuse(byte[] bytes, InputStream rest) throws IOException {
        String start = HexFormat.of().formatHex(bytes, 0, Math.min(4, bytes.length));
        if (start.equals(OLE)) {
            throw new FileFault("intake.fault." + ole(bytes, rest));
        }
        NO_TABLE.forEach((magic, what) -> {
            if (start.startsWith(magic)) {
                throw new FileFault("intake.fault." + what);
            }
        });
        String text = Sample.beginning(bytes);
        if (text.startsWith("<!doctype html") || text.startsWith("<html")) {
            throw new FileFault("intake.fault.html");
        }
        if (text.startsWith("{\"") || text.startsWith("[{")) {
            throw new FileFault("intake.fault.json");
        }
    }

    /**
     * What a compound file of Microsoft holds ([MS-CFB]): its directory names the streams. A workbook with a password
     * is in one too.
     */
    private static String ole(byte[] bytes, InputStream rest) throws IOException {
        if (bytes.length < 512) {
            return "document";
        }
        var header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        long sector = 1L << Math.clamp(header.getShort(30), 7, 16);
        long directory = (header.getInt(48) + 1L) * sector;
        if (directory <= 0) {
            return "document";
        }
        try (var whole = new SequenceInputStream(new ByteArrayInputStream(bytes), rest)) {
            whole.skipNBytes(directory);
            String names = new String(whole.readNBytes(ENTRY * ENTRIES), StandardCharsets.UTF_16LE);
            return names.contains("EncryptedPackage")
                    ? "password"
                    : names.contains("Workbook") || names.contains("Book") ? "xls" : "document";
        } catch (java.io.EOFException cutOff) {
            return "document";
        }
    }
}
