package io.legame.notebook;

import java.util.regex.Pattern;

/** Names of files as people give them, and as they can be shown and given back without misleading anybody. */
final class FileNames {
    /** In characters; file systems take 255 bytes. */
    private static final int LONGEST = 120;

    private static final int LONGEST_ENDING = 12;

    /** Control and format characters: line breaks, and marks that turn the order of letters around. */
    private static final Pattern HIDDEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]");

    private FileNames() {}

    static String of(String given) {
        String name = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        name = HIDDEN.matcher(name)
                .replaceAll("")
                .replaceAll("[<>:\"|?*]", "_")
                .replaceAll("\\s+", " ")
                .strip();
        name = name.replaceFirst("^\\.+", "");
        return name.isEmpty() ? "file" : shortened(name);
    }

    /** What a name ends with says what opens the file: it stays. */
    private static String shortened(String name) {
        int length = name.codePointCount(0, name.length());
        if (length <= LONGEST) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && name.length() - dot <= LONGEST_ENDING ? name.substring(dot) : "";
        int kept = LONGEST - 1 - ending.codePointCount(0, ending.length());
        return name.substring(0, name.offsetByCodePoints(0, kept)) + "…" + ending;
    }
}
