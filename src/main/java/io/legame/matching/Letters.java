package io.legame.matching;

import io.legame.wording.Folding;

/** Texts reduced to what is compared: small letters without accents, digits, and one blank between words. */
final class Letters {
    private Letters() {}

    static String of(String text) {
        String plain = Folding.isAscii(text) ? text : latin(Folding.fold(text));
        var result = new StringBuilder(plain.length());
        boolean pending = false;
        for (int i = 0; i < plain.length(); i++) {
            char one = plain.charAt(i);
            if (Character.isLetterOrDigit(one)) {
                if (pending && !result.isEmpty()) {
                    result.append(' ');
                }
                pending = false;
                result.append(Character.toLowerCase(one));
            } else if (one != '\'' && one != '’') {
                pending = true;
            }
        }
        return result.toString();
    }

    /** Letters that are no letter with a mark, so that folding leaves them. */
    private static String latin(String text) {
        return text.replace("ß", "ss")
                .replace("ø", "o")
                .replace("ł", "l")
                .replace("æ", "ae")
                .replace("œ", "oe")
                .replace("đ", "d")
                .replace("ı", "i");
    }
}
