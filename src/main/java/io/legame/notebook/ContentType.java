package io.legame.notebook;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a file is, by how it begins, whatever its name says. */
public enum ContentType {
    JPEG("image/jpeg", true),
    PNG("image/png", true),
    GIF("image/gif", true),
    WEBP("image/webp", false),
    PDF("application/pdf", false),
    ZIP("application/zip", false),
    TEXT("text/plain", false),
    OTHER("application/octet-stream", false);

    /** How much of a file tells what it is, in bytes. */
    static final int TELLING = 512;

    private final String mediaType;
    private final boolean drawable;

    ContentType(String mediaType, boolean drawable) {
        this.mediaType = mediaType;
        this.drawable = drawable;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Whether a small picture of it can be drawn. */
    public boolean drawable() {
        return drawable;
    }

    static ContentType ofMediaType(String mediaType) {
        return Arrays.stream(values())
                .filter(each -> each.mediaType.equals(mediaType))
                .findFirst()
                .orElse(OTHER);
    }

    static ContentType of(byte[] beginning) {
        if (begins(beginning, 0, 0xff, 0xd8, 0xff)) {
            return JPEG;
        }
        if (begins(beginning, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n')) {
            return PNG;
        }
        if (begins(beginning, 0, 'G', 'I', 'F', '8')) {
            return GIF;
        }
        if (begins(beginning, 0, 'R', 'I', 'F', 'F') && begins(beginning, 8, 'W', 'E', 'B', 'P')) {
            return WEBP;
        }
        if (begins(beginning, 0, '%', 'P', 'D', 'F', '-')) {
            return PDF;
        }
        // also the documents of today's office programs
        if (begins(beginning, 0, 'P', 'K', 3, 4)) {
            return ZIP;
        }
        return isText(beginning) ? TEXT : OTHER;
    }

    private static boolean begins(byte[] content, int at, int... expected) {
        if (content.length < at + expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((content[at + i] & 0xff) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isText(byte[] content) {
        if (content.length == 0) {
            return false;
        }
        for (byte each : content) {
            if (each >= 0 && each < ' ' && each != '\n' && each != '\r' && each != '\t') {
                return false;
            }
        }
        // a character that is cut off at the end is no fault
        String text = new String(content, StandardCharsets.UTF_8);
        int fault = text.indexOf('\ufffd');
        return fault < 0 || fault >= text.length() - 3;
    }
}
