package io.legame.intake;

import org.jspecify.annotations.Nullable;

/** What is true of the text of every cell, whatever file it is in. */
final class CellText {
    private CellText() {}

    static boolean isBlank(char c) {
        return c <= ' ' ? c == ' ' || c == '\t' || c == '\n' || c == '\r' : c == '\u00a0' || c == '\u202f';
    }

    /** A character that no text has. */
    static boolean isControl(char c) {
        return c < ' ' && c != '\n' && c != '\r' && c != '\t';
    }

    /** Without the blanks around it; null when nothing is left. */
    static @Nullable String stripped(@Nullable CharSequence text) {
        if (text == null) {
            return null;
        }
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return start == end ? null : text.subSequence(start, end).toString();
    }

    /** Puts the text into the row, or the reason why it cannot be there. */
    static void put(TableRow row, int column, @Nullable CharSequence text, boolean wanted) {
        String bare = stripped(text);
        if (bare == null) {
            return;
        }
        if (bare.length() > TableRow.LONGEST_CELL) {
            row.skip(column);
            row.blame("intake.rejected.longCell");
        } else if (!wanted) {
            row.skip(column);
        } else {
            row.put(column, bare);
            if (bare.chars().anyMatch(c -> isControl((char) c))) {
                row.blame("intake.rejected.control");
            }
        }
    }
}
