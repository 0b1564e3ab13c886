package io.legame.intake;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names of files that anybody may have given: as they are shown, and as we give them ourselves. */
final class FileNames {
    /** Most file systems end at 255 bytes; a number and an ending of ours must fit too. */
    private static final int LONGEST = 200;

    private static final int LONGEST_ENDING = 20;

    /** Line ends, and signs that turn the direction of what follows. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

    private static final Pattern NOT_ON_WINDOWS = Pattern.compile("[<>:\"/\\\\|?*\ufffd]");
    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");

    private FileNames() {}

    /** On one line, and nothing in it that is not seen. */
    static String shown(String name) {
        return UNSEEN.matcher(name).replaceAll("_");
    }

    /** As every system can keep it, with room for {@link #numbered} and an ending. */
    static String kept(String name) {
        String plain = NOT_ON_WINDOWS.matcher(shown(name)).replaceAll("_").replaceFirst("[. ]+$", "");
        if (plain.isEmpty() || DEVICE.matcher(plain).matches()) {
            plain = "_" + plain;
        }
        String ending = ending(plain);
        String stem = plain.substring(0, plain.length() - ending.length());
        int most = LONGEST - bytes(ending);
        while (bytes(stem) > most) {
            stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
        }
        return stem + ending;
    }

    /** The name itself for the first, {@code name (2).csv} for the second. */
    static String numbered(String name, int number) {
        String ending = ending(name);
        return number == 1 ? name : name.substring(0, name.length() - ending.length()) + " (" + number + ")" + ending;
    }

    /** Where the letters of the world cannot be written. */
    static String ascii(String name) {
        return name.replaceAll("[^ -~]", "_");
    }

    /** Whether a program calls a file so that it has not finished, or one that is none of ours. */
    static boolean isTemporary(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith("~$") || lower.matches("(?s).*\\.(tmp|temp|part|partial|filepart|crdownload)");
    }

    /** Files that systems leave in folders, and that nobody put there. */
    static boolean isNobodys(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith(".") || lower.equals("thumbs.db") || lower.equals("desktop.ini");
    }

    private static String ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot <= 0 || name.length() - dot > LONGEST_ENDING ? "" : name.substring(dot);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
