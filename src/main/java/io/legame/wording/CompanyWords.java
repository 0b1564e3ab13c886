package io.legame.wording;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The letter case of a company's name without its legal form. */
final class CompanyWords {
    private static final Pattern ENGLISH_GENITIVE = Pattern.compile("(?<=\\p{L})(['’])S(?=\\s|$)");
    private static final Pattern INITIALS = Pattern.compile("(?:\\p{L}\\.){2,}\\p{L}?");
    private static final Pattern ROMAN_NUMERAL = Pattern.compile("X{0,2}(?:IX|IV|V?I{1,3}|V)");

    /** Acronyms that could be read as words. */
    private static final Set<String> ACRONYMS = Set.of(
            "ABB", "ACEA", "ACI", "ACLI", "ADAC", "AEG", "AGIP", "AIG", "AMD", "APS", "ASD", "ASL", "ATI", "ATM",
            "AVIS", "AXA", "BASF", "BPER", "EDF", "EDP", "ENEL", "ENI", "EON", "ESA", "ETS", "FIAT", "IBM", "ICT",
            "IKEA", "INPS", "KIA", "NASA", "NEC", "OBI", "ODV", "OMV", "OVS", "RAI", "SAP", "SIAE", "TIM", "TUI", "UBI",
            "UBS", "UPS", "USA");

    /** Any other two capitals are initials: AC Milan, AS Roma. */
    private static final Set<String> WORDS_OF_TWO = Set.of(
            "AI", "AL", "AM", "AN", "AU", "BE", "BY", "CA", "DA", "DE", "DI", "DO", "DU", "ED", "EL", "EN", "ET", "GO",
            "IL", "IM", "IN", "LA", "LE", "LI", "LO", "LU", "ME", "MI", "MY", "NO", "OF", "OG", "OK", "ON", "OR", "PO",
            "RE", "SI", "SU", "TE", "TO", "TU", "UN", "UP", "WE", "ZU");

    /** Small inside a name, besides what is small inside that of a place. */
    private static final Set<String> SMALL =
            Set.of("and", "und", "et", "y", "en", "og", "och", "für", "for", "by", "du", "des", "der", "van", "von");

    /** Small in a place; in a company the article begins the name proper: Hotel La Pace. */
    private static final Set<String> ARTICLES = Set.of("la", "le");

    private static final String VOWELS = "AEIOUYÀÈÉÌÒÙÄÖÜÅØÆÂÊÎÔÛŒÁÍÓÚ";
    private static final int LONGEST_ACRONYM = 4;

    private CompanyWords() {}

    /** Capitals for a name in one case, but for what cannot be a word; one in mixed case is left as it is. */
    static String cased(String name) {
        if (!ProperNames.isOneCase(name)) {
            return name;
        }
        boolean capitals = name.equals(name.toUpperCase(Locale.ROOT));
        String[] written = name.split(" ", -1);
        String[] words = ProperNames.ofPlace(name).split(" ", -1);
        for (int i = 0; i < Math.min(words.length, written.length); i++) {
            String lower = written[i].toLowerCase(Locale.ROOT);
            if (isAcronym(written[i], capitals, written.length == 1)) {
                words[i] = written[i].toUpperCase(Locale.ROOT);
            } else if (i > 0 && SMALL.contains(lower)) {
                words[i] = lower;
            } else if (i > 0 && ARTICLES.contains(lower) && !words[i - 1].equals("de")) {
                words[i] = ProperNames.ofPerson(lower);
            }
        }
        return ENGLISH_GENITIVE.matcher(String.join(" ", words)).replaceAll("$1s");
    }

    /** Up to four letters that no word has: without a vowel, known, two of them, with a digit or with dots between them. */
    private static boolean isAcronym(String word, boolean capitals, boolean alone) {
        String upper = word.toUpperCase(Locale.ROOT);
        if (INITIALS.matcher(upper).matches() || ROMAN_NUMERAL.matcher(upper).matches()) {
            return true;
        }
        if (upper.isEmpty() || !upper.chars().allMatch(one -> Character.isLetterOrDigit(one) || one == '&')) {
            return false;
        }
        String letters = upper.replaceAll("[^\\p{L}]", "");
        if (letters.isEmpty() || letters.length() > LONGEST_ACRONYM) {
            return false;
        }
        if (letters.length() > 1 && letters.chars().noneMatch(one -> VOWELS.indexOf(one) >= 0)) {
            return true;
        }
        boolean initials = letters.length() == 2 ? !WORDS_OF_TWO.contains(letters) : alone && letters.length() == 3;
        return capitals && (initials || letters.length() != upper.length() || ACRONYMS.contains(letters));
    }
}
