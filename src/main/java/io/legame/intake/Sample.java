package io.legame.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The beginning of a file, unpacked: what detection and preview look at.
 *
 * @param whole whether it is all of the file
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares samples
record Sample(byte[] bytes, boolean whole) {
    static final int SIZE = 1 << 20;

    /** How files begin that are no text, and what to call them. */
    private static final Map<String, String> MAGIC = Map.of(
            "504b0304", "excel",
            "d0cf11e0", "excel",
            "25504446", "pdf",
            "89504e47", "image",
            "ffd8ff", "image",
            "47494638", "image",
            "377abcaf", "archive",
            "52617221", "archive",
            "50415231", "binary");

    /** Reads the beginning, or ends with a {@link FileFault} when this can be no table of texts. */
    static Sample read(InputStream stored) {
        try (InputStream content = unpacked(stored)) {
            byte[] bytes = content.readNBytes(SIZE);
            boolean whole = bytes.length < SIZE || content.read() < 0;
            if (isBlank(bytes)) {
                throw new FileFault("intake.fault.empty");
            }
            refuseBinary(bytes);
            return new Sample(bytes, whole);
        } catch (ZipException e) {
            throw new FileFault("intake.fault.gzip");
        } catch (IOException e) {
            throw new FileFault("intake.fault.removed");
        }
    }

    /** The stream, gunzipped when it is gzip, whatever the file is called. */
    static InputStream unpacked(InputStream stored) throws IOException {
        var input = new java.io.BufferedInputStream(stored, 1 << 16);
        input.mark(2);
        boolean gzip = input.read() == 0x1f && input.read() == 0x8b;
        input.reset();
        return gzip ? new GZIPInputStream(input, 1 << 16) : input;
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte b : bytes) {
            // blanks, line ends, the other half of them in UTF-16, and the byte order marks
            if (" \t\r\n\0\u00ef\u00bb\u00bf\u00fe\u00ff".indexOf(b & 0xff) < 0) {
                return false;
            }
        }
        return true;
    }

    private static void refuseBinary(byte[] bytes) {
        String start = java.util.HexFormat.of().formatHex(bytes, 0, Math.min(4, bytes.length));
        MAGIC.forEach((magic, what) -> {
            if (start.startsWith(magic)) {
                throw new FileFault("intake.fault." + what);
            }
        });
        String text = new String(bytes, 0, Math.min(200, bytes.length), java.nio.charset.StandardCharsets.ISO_8859_1)
                .stripLeading()
                .toLowerCase(java.util.Locale.ROOT);
        if (text.startsWith("<!doctype html") || text.startsWith("<html")) {
            throw new FileFault("intake.fault.html");
        }
        if (text.startsWith("{\"") || text.startsWith("[{")) {
            throw new FileFault("intake.fault.json");
        }
    }
}
