package io.legame.customers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** The name of a company: how it is written, and what two writings of the same one have in common. */
final class CompanyName {
    private static final JaroWinklerSimilarity SIMILARITY = new JaroWinklerSimilarity();

    /** What may follow the legal form: it says something of the company, but is not its name. */
    private static final Pattern STATE = Pattern.compile(
            "(?i)[\\s,(-]+(unipersonale|uninominale|(?:a|con) (?:socio )?unico(?: socio)?|in liquidazione|in fallimento"
                    + "|societ[aà] benefit|s\\.?b\\.?|i\\.l\\.|in liquidation)\\)?$");

    private static final Pattern AND = Pattern.compile(" (?:e|ed|and|und|et|y|en|och|og) | ?\\+ ?| ?& ?");
    private static final Pattern AND_COMPANY = Pattern.compile(" & ?(?:c|co|cia|cie|comp|company|companie|figli)?$");
    private static final Pattern ENGLISH_GENITIVE = Pattern.compile("(?<=\\p{L})(['’])S(?=\\s|$)");
    private static final Pattern ROMAN_NUMERAL = Pattern.compile("X{0,2}(?:IX|IV|V?I{1,3}|V)");

    /** Letters that are no letter with a mark, so that {@link Folding} leaves them. */
    private static final Map<String, String> LETTERS =
            Map.of("ß", "ss", "ø", "o", "ł", "l", "æ", "ae", "œ", "oe", "đ", "d", "ı", "i");

    /** Acronyms that could be read as words. */
    private static final Set<String> ACRONYMS = Set.of(
            "ABB", "ACEA", "ADAC", "AEG", "AGIP", "AIG", "AMD", "ATAC", "ATM", "AXA", "BASF", "BNL", "BPER", "EDF",
            "ENEL", "ENI", "EON", "ESA", "FIAT", "IBM", "IKEA", "ING", "INPS", "IVECO", "KIA", "MAN", "NASA", "NEC",
            "OMV", "OVS", "RAI", "RAS", "SAP", "SEAT", "SIAE", "SKF", "SNAM", "TIM", "TUI", "UBI", "UBS", "UPS", "USA",
            "VISA", "EU", "UK", "US", "IT", "TV", "ICT", "HR", "EDP", "AIA", "OBI", "ACI");

    /** Small inside a name, besides those of places. */
    private static final Set<String> SMALL =
            Set.of("and", "und", "et", "y", "en", "og", "och", "für", "for", "by", "du", "des", "der", "van", "von");

    private static final String VOWELS = "AEIOUYÀÈÉÌÒÙÄÖÜÅØÆÂÊÎÔÛŒÁÍÓÚ";
    private static final int LONGEST_ACRONYM = 4;

    private CompanyName() {}

    /**
     * The name with its legal form written in one way. A name in one case gets capitals, but for what cannot be a word
     * ({@code KPMG}); one in mixed case is left as it is.
     *
     * @param country where the company is, ISO 3166-1 alpha-2: {@code SAS} is S.a.s. in Italy and SAS in France
     */
    static String uniform(String text, String country) {
        Parts parts = Parts.of(text, country);
        String name = cased(parts.name());
        return name
                + (parts.form().isEmpty() ? "" : " " + parts.form())
                + (parts.state().isEmpty() ? "" : " " + parts.state());
    }

    /**
     * The wording that is the same for the same company: letters and digits without accents and case, without legal form
     * and "the"; "&amp;", "e" and "and" are one. Never empty unless the name is.
     */
    static String key(String text, String country) {
        String key = wording(text, country).replace(" ", "");
        return key.isEmpty() ? Folding.fold(text).replace(" ", "") : key;
    }

    /** How near two names are, from 0 to 1 for the same key, by Jaro and Winkler's measure of their wording. */
    static double similarity(String one, String other, String country) {
        return key(one, country).equals(key(other, country))
                ? 1
                : SIMILARITY.apply(wording(one, country), wording(other, country));
    }

    private static String wording(String text, String country) {
        String name = Folding.fold(Parts.of(text, country).name());
        for (var letter : LETTERS.entrySet()) {
            name = name.replace(letter.getKey(), letter.getValue());
        }
        name = name.replaceAll("\\bf\\.? ?lli\\b\\.?", "fratelli")
                .replaceAll("\\baz\\.? ?agr\\b\\.?", "azienda agricola");
        name = AND.matcher(name).replaceAll(" & ");
        name = Whitespace.collapse(name.replaceAll("['’.]", "").replaceAll("[^\\p{L}\\p{N}&]+", " "));
        name = AND_COMPANY.matcher(name).replaceFirst("");
        name = name.replaceFirst(" company$", "");
        return name.replaceFirst("^(?:the|ditta) (?=\\S)", "");
    }

    private static String cased(String name) {
        if (!ProperNames.isOneCase(name)) {
            return name;
        }
        boolean capitals = name.equals(name.toUpperCase(Locale.ROOT));
        String[] written = name.split(" ", -1);
        String[] words = ProperNames.ofPlace(name).split(" ", -1);
        for (int i = 0; i < words.length; i++) {
            if (isAcronym(written[i], capitals, written.length == 1)) {
                words[i] = written[i].toUpperCase(Locale.ROOT);
            } else if (i > 0 && SMALL.contains(written[i].toLowerCase(Locale.ROOT))) {
                words[i] = written[i].toLowerCase(Locale.ROOT);
            }
        }
        String joined = String.join(" ", words).replaceAll("\\bF\\.? ?[Ll]li\\b\\.?", "F.lli");
        return ENGLISH_GENITIVE.matcher(joined).replaceAll("$1s");
    }

    /** Up to four letters that no word has: without a vowel, known, with a digit or with dots between them. */
    private static boolean isAcronym(String word, boolean capitals, boolean alone) {
        String upper = word.toUpperCase(Locale.ROOT);
        String letters = upper.replaceAll("[^\\p{L}]", "");
        if (letters.isEmpty() || upper.endsWith("LLI") || upper.endsWith("LLI.")) {
            return false;
        }
        if (upper.matches("(?:\\p{L}\\.){2,}\\p{L}?")
                || ROMAN_NUMERAL.matcher(upper).matches()) {
            return true;
        }
        if (upper.chars().anyMatch(Character::isDigit)) {
            return capitals && letters.length() < LONGEST_ACRONYM;
        }
        if (letters.length() > LONGEST_ACRONYM
                || letters.length() != upper.replaceAll("[&.]", "").length()) {
            return false;
        }
        boolean vowel = letters.chars().anyMatch(one -> VOWELS.indexOf(one) >= 0);
        if (!vowel) {
            return letters.length() > 1;
        }
        return capitals
                && (ACRONYMS.contains(letters) || upper.contains("&") || (alone && letters.length() < LONGEST_ACRONYM));
    }

    /** @param form as it is written everywhere, or empty */
    private record Parts(String name, String form, String state) {
        static Parts of(String text, String country) {
            String name = Whitespace.collapse(text);
            String state = "";
            var stated = STATE.matcher(name);
            if (stated.find() && stated.start() > 0) {
                state = stated.group(1).toLowerCase(Locale.ROOT);
                name = name.substring(0, stated.start());
            }
            List<String> words = new ArrayList<>(Arrays.asList(name.split(" ", -1)));
            var form = LegalForms.atTheEnd(words, country);
            if (form != null) {
                words = words.subList(0, words.size() - form.words());
            }
            String left = String.join(" ", words).replaceAll("[\\s,;(-]+$", "");
            return left.isEmpty()
                    ? new Parts(name, "", state)
                    : new Parts(left, form == null ? "" : form.writing(), state);
        }
    }
}
