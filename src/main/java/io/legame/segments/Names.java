package io.legame.segments;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values and names in a sentence: those that have a name in the language, and those of the data. */
final class Names {
    private static final Pattern LOWER_CASE = Pattern.compile("\\p{Ll}[\\p{L}\\p{N}&'./-]*");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}&][\\p{L}\\p{N}&'./-]*");
    private static final Pattern NUMBER = Pattern.compile("#([1-9]\\d{0,17})");

    private Names() {}

    /** Any name, with quotation marks or, where it is a plain one, without. */
    static Piece<String> any(Words words) {
        return any(words, words::named);
    }

    /** The same, told within quotation marks always. */
    static Piece<String> quoted(Words words) {
        return any(words, words::quoted, true);
    }

    /** The same, and never read without. */
    static Piece<String> marked(Words words) {
        Piece<String> quoted = quoted(words);
        return (hearing, place) -> place < hearing.text().length()
                        && Quotes.isOpening(hearing.text().charAt(place))
                ? quoted.at(hearing, place)
                : List.of();
    }

    /** The same, where some words have a meaning of their own unless they are quoted. */
    static Piece<String> anyBut(Words words, Collection<String> taken) {
        var all = List.copyOf(taken);
        return any(words, name -> words.named(name, all));
    }

    /** Any name as it is told; without quotation marks only where it is told without. */
    static Piece<String> any(Words words, UnaryOperator<String> told) {
        return any(words, told, false);
    }

    private static Piece<String> any(Words words, UnaryOperator<String> told, boolean alwaysQuoted) {
        return (hearing, place) -> {
            hearing.step(1);
            String text = hearing.text();
            if (place < text.length() && Quotes.isOpening(text.charAt(place))) {
                int end = Quotes.end(text, place);
                String name = end < 0 ? "" : Quotes.unquoted(text.substring(place, end));
                return name.isEmpty() ? List.of() : List.of(Heard.of(end, name, told.apply(name)));
            }
            var found = new ArrayList<Heard<String>>();
            for (int end : plainEnds(hearing, place)) {
                String name = text.substring(place, end);
                String said = told.apply(name);
                if (words.named(name).equals(name) && (alwaysQuoted || said.equals(name))) {
                    found.add(Heard.of(end, name, said));
                }
            }
            return found;
        };
    }

    /** Behind the first word, and behind each further one that may belong to the name. */
    private static List<Integer> plainEnds(Hearing hearing, int place) {
        var ends = new ArrayList<Integer>();
        Matcher word = Numbers.found(hearing, place, WORD);
        while (word != null) {
            ends.add(word.end());
            boolean more = word.end() < hearing.text().length()
                    && hearing.text().charAt(word.end()) == ' '
                    && word.end() - place < JsonPlace.LONGEST_TEXT
                    && !(ends.size() == 1 && LOWER_CASE.matcher(word.group()).matches());
            word = more ? Numbers.found(hearing, word.end() + 1, WORD) : null;
            if (word != null
                    && LOWER_CASE.matcher(word.group()).matches()
                    && word.group().indexOf('\'') < 0) {
                word = null;
            }
        }
        return ends;
    }

    /** One of the values, as the language calls it. */
    static <T> Piece<T> of(Map<T, String> told) {
        var values = new ArrayList<Piece<T>>();
        told.forEach((value, name) -> values.add((hearing, place) -> {
            int end = hearing.literal(place, name);
            return end < 0 ? List.of() : List.of(Heard.of(end, value, name));
        }));
        return Piece.anyOf(values);
    }

    /** The values of a list of {@link Words#told}. */
    static Piece<String> ofList(String list, Words words) {
        Map<String, String> told = words.values(list);
        return Piece.anyOf(List.of(of(told), anyBut(words, told.values())));
    }

    /**
     * What is called by its name, and by # and its number where several are called the same.
     *
     * @param called the numbers of a name
     * @param name of a number, told within quotation marks
     * @param known names to propose
     */
    static Piece<Object> numbered(
            Words words, Function<String, List<Long>> called, Function<Long, String> name, Collection<String> known) {
        Piece<String> quoted = quoted(words);
        return (hearing, place) -> {
            var found = new ArrayList<Heard<Object>>();
            for (Heard<String> heard : quoted.at(hearing, place)) {
                for (Long number : numbers(heard.value(), called)) {
                    found.add(Heard.of(heard.end(), number, words.quoted(name.apply(number))));
                }
            }
            Matcher bare = Numbers.found(hearing, place, NUMBER);
            if (bare != null) {
                Long number = Long.valueOf(bare.group(1));
                found.add(Heard.of(bare.end(), number, words.quoted(name.apply(number))));
            }
            if (found.isEmpty()) {
                hearing.expect(place, "");
                known.forEach(each -> hearing.expect(place, words.quoted(each)));
            }
            return found;
        };
    }

    private static List<Long> numbers(String name, Function<String, List<Long>> called) {
        List<Long> numbers = called.apply(name);
        Matcher number = NUMBER.matcher(name);
        return numbers.isEmpty() && number.matches() ? List.of(Long.valueOf(number.group(1))) : numbers;
    }

    /** By values, what each is told as. */
    static Map<String, String> told(Collection<String> values, UnaryOperator<String> told) {
        var names = new LinkedHashMap<String, String>();
        values.forEach(value -> names.put(value, told.apply(value)));
        return names;
    }
}
