package io.legame.wording;

import java.math.BigInteger;
import java.time.YearMonth;

/** The check digits of VAT numbers; each is given a number that has the right form. */
final class VatChecks {
    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);
    private static final int[] CYPRUS_ODD = {1, 0, 5, 7, 9, 13, 15, 17, 19, 21};
    private static final String SPANISH_PERSON = "TRWAGMYFPDXBNJZSQVHLCKE";
    private static final String SPANISH_COMPANY = "JABCDEFGHI";
    private static final String FRENCH = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final String IRISH = "WABCDEFGHIJKLMNOPQRSTUV";

    private VatChecks() {}

    /** The digits, each multiplied by its weight. */
    static int sum(String digits, int... weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += digit(digits, i) * weights[i];
        }
        return sum;
    }

    /** ISO/IEC 7812-1: every second digit from the right counts double, the digits of the product added. */
    static boolean luhn(String digits) {
        return luhnSum(digits) % 10 == 0;
    }

    /** ISO 7064, MOD 11,10. */
    static boolean mod11And10(String digits) {
        int product = 10;
        for (int i = 0; i < digits.length() - 1; i++) {
            int sum = (digit(digits, i) + product) % 10;
            product = 2 * (sum == 0 ? 10 : sum) % 11;
        }
        return (product + digit(digits, digits.length() - 1)) % 10 == 1;
    }

    static boolean austria(String number) {
        return (luhnSum(number.substring(1, 8)) + 4 + digit(number, 8)) % 10 == 0;
    }

    static boolean belgium(String number) {
        return 97 - Long.parseLong(number.substring(0, 8)) % 97 == Long.parseLong(number.substring(8));
    }

    /** Companies have nine digits; people ten: citizens, foreigners and others. */
    static boolean bulgaria(String number) {
        if (number.length() == 9) {
            int rest = sum(number, 1, 2, 3, 4, 5, 6, 7, 8) % 11;
            return (rest == 10 ? sum(number, 3, 4, 5, 6, 7, 8, 9, 10) % 11 % 10 : rest) == digit(number, 8);
        }
        int last = digit(number, 9);
        int month = pair(number, 2);
        int century = month > 40 ? 2000 : month > 20 ? 1800 : 1900;
        return (isDate(century + pair(number, 0), month % 20, pair(number, 4))
                        && sum(number, 2, 4, 8, 5, 10, 9, 7, 3, 6) % 11 % 10 == last)
                || sum(number, 21, 19, 17, 13, 11, 9, 7, 3, 1) % 10 == last
                || (11 - sum(number, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11) % 11 == last;
    }

    static boolean cyprus(String number) {
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += i % 2 == 0 ? CYPRUS_ODD[digit(number, i)] : digit(number, i);
        }
        return 'A' + sum % 26 == number.charAt(8);
    }

    /** Companies have eight digits, people nine or ten, mostly their birth number. */
    static boolean czechia(String number) {
        if (number.length() == 8) {
            int check = (11 - sum(number, 8, 7, 6, 5, 4, 3, 2) % 11) % 11;
            return (check == 0 ? 1 : check % 10) == digit(number, 7);
        }
        if (number.length() == 9 && number.startsWith("6")) {
            int rest = sum(number.substring(1), 8, 7, 6, 5, 4, 3, 2) % 11;
            return (18 - (21 - rest) % 11) % 10 == digit(number, 8) || isCzechBirthNumber(number);
        }
        return isCzechBirthNumber(number);
    }

    static boolean greece(String number) {
        return sum(number, 256, 128, 64, 32, 16, 8, 4, 2) % 11 % 10 == digit(number, 8);
    }

    /** Citizens have eight digits and a letter, foreigners X, Y or Z first, companies another letter. */
    static boolean spain(String number) {
        char first = number.charAt(0);
        char last = number.charAt(8);
        if (Character.isDigit(first)) {
            return spanishPerson(number.substring(0, 8)) == last;
        }
        if ("XYZ".indexOf(first) >= 0) {
            return spanishPerson("XYZ".indexOf(first) + number.substring(1, 8)) == last;
        }
        if ("KLM".indexOf(first) >= 0) {
            return spanishPerson(number.substring(1, 8)) == last;
        }
        int check = (10 - luhnSum(number.substring(1, 8) + "0") % 10) % 10;
        boolean digit = "ABEH".indexOf(first) >= 0 || "CDFGJUV".indexOf(first) >= 0;
        boolean letter = "NPQRSW".indexOf(first) >= 0 || "CDFGJUV".indexOf(first) >= 0;
        return (digit && last == '0' + check) || (letter && last == SPANISH_COMPANY.charAt(check));
    }

    /** Two characters computed from the SIREN; those of Monaco begin with 000 and are no SIREN. */
    static boolean france(String number) {
        String siren = number.substring(2);
        if (!siren.startsWith("000") && !luhn(siren)) {
            return false;
        }
        char first = number.charAt(0);
        char second = number.charAt(1);
        if (Character.isDigit(first) && Character.isDigit(second)) {
            return Long.parseLong(siren + "12") % 97 == pair(number, 0);
        }
        int check = Character.isDigit(first)
                ? FRENCH.indexOf(first) * 24 + FRENCH.indexOf(second) - 10
                : FRENCH.indexOf(first) * 34 + FRENCH.indexOf(second) - 100;
        return (Long.parseLong(siren) + 1 + check / 11) % 11 == check % 11;
    }

    static boolean ireland(String number) {
        boolean old = !Character.isDigit(number.charAt(1));
        String digits = old ? "0" + number.substring(2, 7) + number.charAt(0) : number.substring(0, 7);
        int second = number.length() == 9 ? IRISH.indexOf(number.charAt(8)) : 0;
        return IRISH.charAt((sum(digits, 8, 7, 6, 5, 4, 3, 2) + 9 * second) % 23) == number.charAt(7);
    }

    static boolean lithuania(String number) {
        int last = number.length() - 1;
        int first = 0;
        int second = 0;
        for (int i = 0; i < last; i++) {
            first += (1 + i % 9) * digit(number, i);
            second += (1 + (i + 2) % 9) * digit(number, i);
        }
        int rest = first % 11;
        return (rest == 10 ? second % 11 % 10 : rest) == digit(number, last);
    }

    static boolean luxembourg(String number) {
        return Long.parseLong(number.substring(0, 6)) % 89 == pair(number, 6);
    }

    /** Companies begin with 4 or more; people with their birth date, or since 2017 with 32. */
    static boolean latvia(String number) {
        if (number.charAt(0) > '3') {
            return sum(number, 9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1) % 11 == 3;
        }
        int year = 1800 + 100 * digit(number, 6) + pair(number, 4);
        return (number.startsWith("32") || isDate(year, pair(number, 2), pair(number, 0)))
                && (1 + sum(number, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9)) % 11 % 10 == digit(number, 10);
    }

    /** Companies are numbered as people are; the one-man firms since 2020 are not, but the whole obeys MOD 97-10. */
    static boolean netherlands(String number) {
        // N, L and B as two digits: ISO 7064 counts A as 10
        return sum(number, 9, 8, 7, 6, 5, 4, 3, 2, -1) % 11 == 0
                || new BigInteger("2321" + number.replace("B", "11"))
                        .mod(NINETY_SEVEN)
                        .equals(BigInteger.ONE);
    }

    static boolean portugal(String number) {
        return (11 - sum(number, 9, 8, 7, 6, 5, 4, 3, 2) % 11) % 11 % 10 == digit(number, 8);
    }

    /** Companies have up to ten digits, people thirteen with their birth date. */
    static boolean romania(String number) {
        if (number.length() <= 10) {
            String padded = "0".repeat(10 - number.length()) + number;
            return 10 * sum(padded, 7, 5, 3, 2, 1, 7, 5, 3, 2) % 11 % 10 == digit(padded, 9);
        }
        int check = sum(number, 2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9) % 11;
        int century = "34".indexOf(number.charAt(0)) >= 0 ? 1800 : "56".indexOf(number.charAt(0)) >= 0 ? 2000 : 1900;
        return isDate(century + pair(number, 1), pair(number, 3), pair(number, 5))
                && (check == 10 ? 1 : check) == digit(number, 12);
    }

    static boolean slovenia(String number) {
        int check = 11 - sum(number, 8, 7, 6, 5, 4, 3, 2) % 11;
        return (check == 10 ? 0 : check) == digit(number, 7);
    }

    /** Government departments (GD) and health authorities (HA) have no check digits. */
    static boolean unitedKingdom(String number) {
        if (number.length() == 5) {
            return true;
        }
        int rest = sum(number, 8, 7, 6, 5, 4, 3, 2, 10, 1) % 97;
        return rest == 0 || (number.compareTo("100") >= 0 && (rest == 42 || rest == 55));
    }

    private static int luhnSum(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int one = digit(digits, digits.length() - 1 - i);
            sum += i % 2 == 0 ? one : one / 5 + 2 * one % 10;
        }
        return sum;
    }

    private static char spanishPerson(String digits) {
        return SPANISH_PERSON.charAt(Integer.parseInt(digits) % 23);
    }

    /** Women have 50 added to the month, and 20 more when a day's numbers ran out; nine digits were given before 1954. */
    private static boolean isCzechBirthNumber(String number) {
        int year = 1900 + pair(number, 0);
        if (number.length() == 9 && year > 1953) {
            return false;
        }
        if (number.length() == 10) {
            year = year < 1954 ? year + 100 : year;
            // until 1985 a rest of 10 was written 0
            long rest = Long.parseLong(number.substring(0, 9)) % 11;
            if ((year < 1985 ? rest % 10 : rest) != digit(number, 9)) {
                return false;
            }
        }
        return isDate(year, pair(number, 2) % 50 % 20, pair(number, 4));
    }

    private static boolean isDate(int year, int month, int day) {
        return month >= 1 && month <= 12 && YearMonth.of(year, month).isValidDay(day);
    }

    private static int digit(String digits, int index) {
        return digits.charAt(index) - '0';
    }

    private static int pair(String digits, int index) {
        return digit(digits, index) * 10 + digit(digits, index + 1);
    }
}
