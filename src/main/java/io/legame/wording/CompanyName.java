package io.legame.wording;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;

/** The name of a company: how it is written, and what two writings of the same one have in common. */
public final class CompanyName {
    private static final Pattern AND = Pattern.compile(" (?:e|ed|and|und|et|y|en|och|og) | ?\\+ ?| ?& ?");
    private static final Pattern AND_COMPANY = Pattern.compile(" & ?(?:c|co|cia|cie|comp|company|companie)?$");
    private static final Pattern BROTHERS = Pattern.compile("\\bf\\.? ?lli\\b\\.?");
    private static final Pattern FARM = Pattern.compile("\\baz\\.? ?agr\\b\\.?");

    /** Letters that are no letter with a mark, so that {@link Folding} leaves them. */
    private static final Map<String, String> LETTERS =
            Map.of("ß", "ss", "ø", "o", "ł", "l", "æ", "ae", "œ", "oe", "đ", "d", "ı", "i");

    private CompanyName() {}

    /**
     * The name with its legal form written in one way. A name in one case gets capitals, but for what cannot be a word
     * ({@code KPMG}); one in mixed case is left as it is.
     *
     * @param country where the company is, ISO 3166-1 alpha-2: {@code SAS} is S.a.s. in Italy and SAS in France
     */
    public static String uniform(String text, String country) {
        var parts = CompanyParts.of(text, country);
        var words =
                new ArrayList<>(Arrays.asList(CompanyWords.cased(parts.name()).split(" ", -1)));
        if (!parts.form().isEmpty()) {
            words.add(Math.min(parts.formAt(), words.size()), parts.form());
        }
        return String.join(" ", words) + (parts.state().isEmpty() ? "" : " " + parts.state());
    }

    /**
     * The wording that is the same for the same company: letters and digits without accents and case, without legal form
     * and "the"; "&amp;", "e" and "and" are one. Never empty unless the name is.
     */
    public static String key(String text, String country) {
        String key = wording(text, country).replace(" ", "");
        return key.isEmpty() ? Folding.fold(text).replace(" ", "") : key;
    }

    private static String wording(String text, String country) {
        String name = Folding.fold(CompanyParts.of(text, country).name());
        for (var letter : LETTERS.entrySet()) {
            name = name.replace(letter.getKey(), letter.getValue());
        }
        name = BROTHERS.matcher(name).replaceAll("fratelli");
        name = FARM.matcher(name).replaceAll("azienda agricola");
        name = AND.matcher(name).replaceAll(" & ");
        name = Whitespace.collapse(name.replaceAll("['’.]", "").replaceAll("[^\\p{L}\\p{N}&]+", " "));
        name = AND_COMPANY.matcher(name).replaceFirst("");
        return name.replaceFirst(" company$", "").replaceFirst("^(?:the|ditta) (?=\\S)", "");
    }
}
