package io.legame.wording;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An Italian codice fiscale (Ministerial Decree of 23 December 1976): the 16 characters of a person, where letters may
 * stand for digits when two people would have the same (omocodia), or the 11 digits of an organisation or of a person's
 * provisional code, which are checked as a partita IVA is.
 */
public record FiscalCode(String value) {
    private static final Pattern PERSONAL =
            Pattern.compile("[A-Z]{6}[0-9L-NP-V]{2}[ABCDEHLMPRST][0-9L-NP-V]{2}[A-MZ][0-9L-NP-V]{3}[A-Z]");
    private static final String MONTHS = "ABCDEHLMPRST";
    private static final String OMOCODIA = "LMNPQRSTUV";
    private static final int[] DIGIT_POSITIONS = {6, 7, 9, 10, 12, 13, 14};

    /** What a character counts at an odd position (the first, the third…): 0–9 and A–J, then K–Z. */
    private static final int[] ODD = {
        1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23
    };

    /** A woman's day of birth is written with 40 added. */
    private static final int WOMEN = 40;

    public static @Nullable FiscalCode parse(String text) {
        return fault(text) == null ? new FiscalCode(compact(text)) : null;
    }

    /** Why the text is no fiscal code, or null when it is one. */
    public static @Nullable CodeFault fault(String text) {
        String code = compact(text);
        if (code.length() == 11) {
            // with the prefix, so that a German VAT number is none
            return VatNumber.fault("IT" + code, "IT");
        }
        if (code.length() != 16) {
            return CodeFault.LENGTH;
        }
        if (!PERSONAL.matcher(code).matches()) {
            return CodeFault.FORMAT;
        }
        if (checkCharacter(code) != code.charAt(15)) {
            return CodeFault.CHECK_DIGIT;
        }
        var parsed = new FiscalCode(code);
        return parsed.dateIn(1900) == null && parsed.dateIn(2000) == null ? CodeFault.DATE : null;
    }

    private static String compact(String text) {
        return text.replaceAll("[\\s\\p{Z}.-]", "").toUpperCase(Locale.ROOT);
    }

    /** False for 11 digits, which say nothing of a person: then birth date, gender and place are null. */
    public boolean isPersonal() {
        return value.length() == 16;
    }

    /** True when letters stand for digits. */
    public boolean isOmocode() {
        return isPersonal() && !plain().equals(value.substring(0, 15));
    }

    /** The code has two digits for the year: it is the latest one that lies not after today. */
    @Nullable
    public LocalDate birthDate(LocalDate today) {
        if (!isPersonal()) {
            return null;
        }
        LocalDate late = dateIn(2000);
        return late != null && !late.isAfter(today) ? late : dateIn(1900);
    }

    /** F or M. */
    @Nullable
    public String gender() {
        return isPersonal() ? (writtenDay() > WOMEN ? "F" : "M") : null;
    }

    /** The cadastral code of the comune of birth, or Z and three digits for a foreign country. */
    @Nullable
    public String placeCode() {
        return isPersonal() ? plain().substring(11) : null;
    }

    /** The name of the comune of birth; null for foreign countries and for comuni that no longer exist. */
    @Nullable
    public String place() {
        String code = placeCode();
        var town = code == null ? null : ItalianPlaces.townByCadastralCode(code);
        return town == null ? null : town.name();
    }

    /** False when the code cannot be that of somebody with this family name. */
    public boolean matchesFamilyName(String family) {
        return !isPersonal() || value.substring(0, 3).equals(familyPart(family));
    }

    /** False when the code cannot be that of somebody with these given names, all of them. */
    public boolean matchesGivenName(String given) {
        return !isPersonal() || value.substring(3, 6).equals(givenPart(given));
    }

    /** False when the date is another, whatever the century. */
    public boolean matchesBirthDate(LocalDate date) {
        return !isPersonal() || date.equals(dateIn(Math.floorDiv(date.getYear(), 100) * 100));
    }

    /** False when the gender, F or M, is the other one; of any other text the code says nothing. */
    public boolean matchesGender(String gender) {
        String own = gender();
        return own == null || !(gender.equals("F") || gender.equals("M")) || own.equals(gender);
    }

    /** The first three consonants, then vowels, then X. */
    public static String familyPart(String family) {
        String letters = letters(family);
        return (consonants(letters) + letters.replaceAll("[^AEIOU]", "") + "XXX").substring(0, 3);
    }

    /** As for the family name, but of four consonants or more the second is left out. */
    public static String givenPart(String given) {
        String consonants = consonants(letters(given));
        return consonants.length() > 3 ? consonants.charAt(0) + consonants.substring(2, 4) : familyPart(given);
    }

    /** Year, month and day, with the gender in the day: {@code 85D43} is a woman of 3 April 1985. */
    public static String birthPart(LocalDate date, String gender) {
        int day = date.getDayOfMonth() + (gender.equals("F") ? WOMEN : 0);
        return "%02d%c%02d".formatted(date.getYear() % 100, MONTHS.charAt(date.getMonthValue() - 1), day);
    }

    /** The last character, computed from the 15 before it. */
    public static char checkCharacter(String code) {
        int sum = 0;
        for (int i = 0; i < 15; i++) {
            char one = code.charAt(i);
            int ordinal = one <= '9' ? one - '0' : one - 'A';
            sum += i % 2 == 0 ? ODD[ordinal] : ordinal;
        }
        return (char) ('A' + sum % 26);
    }

    private static String letters(String name) {
        return Folding.fold(name).toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "");
    }

    private static String consonants(String letters) {
        return letters.replaceAll("[AEIOU]", "");
    }

    private @Nullable LocalDate dateIn(int century) {
        String plain = plain();
        var month = YearMonth.of(century + Integer.parseInt(plain, 6, 8, 10), MONTHS.indexOf(plain.charAt(8)) + 1);
        int day = writtenDay() > WOMEN ? writtenDay() - WOMEN : writtenDay();
        return month.isValidDay(day) ? month.atDay(day) : null;
    }

    private int writtenDay() {
        return Integer.parseInt(plain(), 9, 11, 10);
    }

    /** The 15 characters before the check character, with digits where digits belong. */
    private String plain() {
        char[] code = value.substring(0, 15).toCharArray();
        for (int position : DIGIT_POSITIONS) {
            int digit = OMOCODIA.indexOf(code[position]);
            if (digit >= 0) {
                code[position] = (char) ('0' + digit);
            }
        }
        return new String(code);
    }
}
