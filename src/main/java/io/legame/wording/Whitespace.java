package io.legame.wording;

/** Blanks of any kind, the non-breaking one included, as one blank; none at the ends; no control characters. */
public final class Whitespace {
    /** A longer text is neither a name nor a street, and need not be read as one. */
    public static final int LONGEST_NAME = 200;

    private Whitespace() {}

    public static String collapse(String text) {
        var result = new StringBuilder(text.length());
        boolean pending = false;
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            if (Character.isWhitespace(one) || Character.isSpaceChar(one) || one == '\uFEFF') {
                pending = !result.isEmpty();
            } else if (!Character.isISOControl(one)) {
                if (pending) {
                    result.append(' ');
                    pending = false;
                }
                result.append(one);
            }
        }
        return result.toString();
    }

    /** Without any of the given characters at the end. */
    public static String withoutEnd(String text, String characters) {
        int end = text.length();
        while (end > 0 && characters.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(0, end);
    }
}
