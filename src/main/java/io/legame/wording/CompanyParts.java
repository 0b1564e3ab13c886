package io.legame.wording;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A company's name without its legal form, the form and what is said after it.
 *
 * @param name as it was written
 * @param form as it is written everywhere, or empty
 * @param formAt before which word of the name the form stands; after the last in all countries but Italy, where there is
 *     {@code Mercato S.a.s. di Rossi Mario & C.}
 * @param state such as unipersonale, or empty
 */
public record CompanyParts(String name, String form, int formAt, String state) {
    private static final Pattern STATE = Pattern.compile(
            "(?i)[\\s,(-]+(unipersonale|(?:a|con) socio unico|in liquidazione|in fallimento|in liquidation"
                    + "|societ[aà] benefit|s\\.?b\\.?)\\)?$");

    private static final Pattern FORM_INSIDE =
            Pattern.compile("(?i)^(.+?) (s\\. ?n\\. ?c\\.?|snc|s\\. ?a\\. ?s\\.?|sas|s\\. ?s\\.) (di .+)$");

    public static CompanyParts of(String text, String country) {
        String name = Whitespace.collapse(text);
        if (name.length() > Whitespace.LONGEST_NAME) {
            return new CompanyParts(name, "", 0, "");
        }
        Matcher stated = STATE.matcher(name);
        String state = stated.find() && stated.start() > 0 ? stated.group(1).toLowerCase(Locale.ROOT) : "";
        if (!state.isEmpty()) {
            name = name.substring(0, stated.start());
        }
        state = state.matches("s\\.?b\\.?|societa benefit") ? "società benefit" : state;
        Matcher inside = FORM_INSIDE.matcher(name);
        if (country.equals("IT") && inside.matches()) {
            var form = LegalForms.atTheEnd(List.of("", inside.group(2)), country);
            if (form != null) {
                String before = inside.group(1);
                return new CompanyParts(
                        before + " " + inside.group(3),
                        form.writing(),
                        words(before).size(),
                        state);
            }
        }
        return withFormAtTheEnd(name, state, country);
    }

    private static CompanyParts withFormAtTheEnd(String name, String state, String country) {
        var words = words(name);
        var form = LegalForms.atTheEnd(words, country);
        int count = form == null ? words.size() : words.size() - form.words();
        String left = Whitespace.withoutEnd(String.join(" ", words.subList(0, count)), " ,;(-");
        return left.isEmpty() || form == null
                ? new CompanyParts(left.isEmpty() ? name : left, "", words.size(), state)
                : new CompanyParts(left, form.writing(), words(left).size(), state);
    }

    private static List<String> words(String name) {
        return new ArrayList<>(Arrays.asList(name.split(" ", -1)));
    }
}
