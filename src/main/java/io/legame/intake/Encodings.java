package io.legame.intake;

import java.nio.charset.StandardCharsets;

/** Finds out in which encoding a text was written. */
final class Encodings {
    private Encodings() {}

    /** The encoding's name, one of {@link Dialect#ENCODINGS}; ends with a {@link FileFault} when it is no text. */
    static String of(byte[] bytes) {
        if (startsWith(bytes, 0xff, 0xfe)) {
            return "UTF-16LE";
        }
        if (startsWith(bytes, 0xfe, 0xff)) {
            return "UTF-16BE";
        }
        long nulsAtEven = nuls(bytes, 0);
        long nulsAtOdd = nuls(bytes, 1);
        if (nulsAtEven + nulsAtOdd > 0) {
            return byNuls(nulsAtEven, nulsAtOdd, bytes.length);
        }
        return isMostlyUtf8(bytes) ? StandardCharsets.UTF_8.name() : "windows-1252";
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length > 1 && (bytes[0] & 0xff) == first && (bytes[1] & 0xff) == second;
    }

    private static long nuls(byte[] bytes, int from) {
        long count = 0;
        for (int i = from; i < bytes.length; i += 2) {
            count += bytes[i] == 0 ? 1 : 0;
        }
        return count;
    }

    /** Western text in UTF-16 is half NULs, all on one side. */
    private static String byNuls(long even, long odd, int length) {
        if (odd > length / 4 && even < length / 50 + 1) {
            return "UTF-16LE";
        }
        if (even > length / 4 && odd < length / 50 + 1) {
            return "UTF-16BE";
        }
        throw new FileFault("intake.fault.binary");
    }

    /** A file of two encodings is read as the one that most of it is in, so that the message names the odd line. */
    private static boolean isMostlyUtf8(byte[] bytes) {
        int good = 0;
        int bad = 0;
        for (int i = 0; i < bytes.length; i++) {
            int lead = bytes[i] & 0xff;
            if (lead < 0x80) {
                continue;
            }
            int more = lead >= 0xc2 && lead < 0xe0
                    ? 1
                    : lead >= 0xe0 && lead < 0xf0 ? 2 : lead >= 0xf0 && lead < 0xf5 ? 3 : 0;
            if (more > 0 && continues(bytes, i, more)) {
                good++;
                i += more;
            } else {
                bad++;
            }
        }
        return bad == 0 || good > bad;
    }

    private static boolean continues(byte[] bytes, int at, int more) {
        // the sample may cut the last character
        for (int i = 1; i <= more && at + i < bytes.length; i++) {
            if ((bytes[at + i] & 0xc0) != 0x80) {
                return false;
            }
        }
        return true;
    }
}
