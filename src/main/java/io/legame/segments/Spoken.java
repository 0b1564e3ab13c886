package io.legame.segments;

/** How people write sentences, and how they are read. */
final class Spoken {
    private Spoken() {}

    /** With a small letter first, single blanks but within quotation marks, and without its full stop. */
    static String tidy(String sentence) {
        var tidy = new StringBuilder();
        for (int i = 0; i < sentence.length(); i++) {
            char c = sentence.charAt(i);
            int end = Quotes.isOpening(c) ? Quotes.end(sentence, i) : -1;
            if (end > 0) {
                tidy.append(sentence, i, end);
                i = end - 1;
            } else if (!isBlank(c)) {
                tidy.append(c == '’' ? '\'' : c);
            } else if (!tidy.isEmpty() && tidy.charAt(tidy.length() - 1) != ' ') {
                tidy.append(' ');
            }
        }
        String text = tidy.toString().strip();
        text = text.endsWith(".") ? text.substring(0, text.length() - 1).strip() : text;
        return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }

    /** The blanks within amounts, which do not break lines, too. */
    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
