package io.legame.intake;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads numbers as people and systems write them: {@code 1,234.56}, {@code "$90,000 "}, {@code (12,50 €)}, {@code 5-}. */
record Decimals(char sign) {
    private static final int LONGEST = 40;

    /** Null when the text is not a number. */
    @Nullable
    BigDecimal parse(String text) {
        if (sign == '.') {
            BigDecimal plain = plain(text);
            if (plain != null) {
                return plain;
            }
        }
        return text.length() > LONGEST ? null : written(text);
    }

    /** What nearly every cell is: digits with perhaps a minus and a point. */
    private static @Nullable BigDecimal plain(String text) {
        int length = text.length();
        int start = length > 0 && text.charAt(0) == '-' ? 1 : 0;
        if (length == start || length - start > 18) {
            return null;
        }
        long digits = 0;
        int point = -1;
        for (int i = start; i < length; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits = digits * 10 + (c - '0');
            } else if (c == '.' && point < 0 && i > start && i < length - 1) {
                point = i;
            } else {
                return null;
            }
        }
        return BigDecimal.valueOf(start == 1 ? -digits : digits, point < 0 ? 0 : length - point - 1);
    }

    private @Nullable BigDecimal written(String text) {
        var digits = new StringBuilder(text.length());
        boolean negative = false;
        boolean decimals = false;
        int sinceGroup = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
                sinceGroup += sinceGroup >= 0 && !decimals ? 1 : 0;
            } else if (c == sign) {
                if (decimals || (sinceGroup >= 0 && sinceGroup != 3)) {
                    return null;
                }
                decimals = true;
                digits.append('.');
            } else if (isGroup(c)) {
                if (decimals || digits.isEmpty() || (sinceGroup >= 0 && sinceGroup != 3)) {
                    return null;
                }
                sinceGroup = 0;
            } else if (c == '-' || c == '−' || c == '(') {
                if (negative) {
                    return null;
                }
                negative = true;
            } else if (!isDecoration(c)) {
                return null;
            }
        }
        if (sinceGroup >= 0 && !decimals && sinceGroup != 3) {
            return null;
        }
        if (digits.isEmpty() || digits.toString().equals(".") || !lettersAreCurrency(text)) {
            return null;
        }
        var number = new BigDecimal(digits.charAt(digits.length() - 1) == '.' ? digits + "0" : digits.toString());
        return negative ? number.negate() : number;
    }

    /** The sign or code that stands beside a number, {@code $} or {@code USD}; null when there is none. */
    static @Nullable String beside(String text) {
        StringBuilder beside = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetter(c) || Character.getType(c) == Character.CURRENCY_SYMBOL) {
                beside = beside == null ? new StringBuilder() : beside;
                beside.append(c);
            }
        }
        return beside == null ? null : beside.toString();
    }

    private boolean isGroup(char c) {
        return c == (sign == '.' ? ',' : '.') || c == '\'' || c == '’';
    }

    private static boolean isDecoration(char c) {
        return c == ')'
                || c == '+'
                || Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.getType(c) == Character.CURRENCY_SYMBOL
                || (c >= 'A' && c <= 'Z');
    }

    /** A code such as EUR, before or after the number. */
    private static boolean lettersAreCurrency(String text) {
        int letters = 0;
        for (int i = 0; i < text.length(); i++) {
            letters += Character.isLetter(text.charAt(i)) ? 1 : 0;
        }
        String bare = text.strip();
        return letters == 0
                || (letters == 3
                        && bare.length() > 3
                        && (allLetters(bare.substring(0, 3)) || allLetters(bare.substring(bare.length() - 3))));
    }

    private static boolean allLetters(String text) {
        return text.chars().allMatch(Character::isLetter);
    }
}
