package io.legame.segments;

import io.legame.platform.Formats;
import io.legame.platform.Texts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.regex.Pattern;

/**
 * The language a filter is told in.
 *
 * @param product the name of a product by its id
 */
public record Words(Texts texts, Formats formats, LongFunction<String> product) {
    /** More values than this are counted, not told. */
    private static final int TOLD = 6;

    /** One word, or several that each begin as no word of a sentence does. */
    private static final Pattern PLAIN_NAME = Pattern.compile(
            "[\\p{L}\\p{N}][\\p{L}\\p{N}&'./-]*|[\\p{Lu}\\p{N}][\\p{L}\\p{N}&'./-]*( [\\p{Lu}\\p{N}&][\\p{L}\\p{N}&'./-]*)*");

    public String text(String key, Object... arguments) {
        return texts.get(formats.locale(), "segments." + key, arguments);
    }

    boolean has(String key) {
        return texts.has(formats.locale(), "segments." + key);
    }

    /** The value in the language, if it is one of those that have a name there; else as it is in the data. */
    String value(String list, String value) {
        String key = "value." + list + "." + value;
        return has(key) ? text(key) : value;
    }

    /** A name of the data; within quotation marks where it could be taken for the words around it. */
    String named(String name) {
        return PLAIN_NAME.matcher(name).matches() ? name : text("sentence.quoted", name);
    }

    Locale locale() {
        return formats.locale();
    }

    String money(BigDecimal amount) {
        return formats.money(amount);
    }

    String currencySign() {
        return formats.currency().getSymbol(formats.locale());
    }

    String decimal(BigDecimal number) {
        return formats.decimal(number);
    }

    String date(LocalDate date) {
        return formats.date(date);
    }

    /** "Milano, Roma or Torino"; of a long list, the first few and how many others there are. */
    <T> String or(List<T> values, Function<T, String> told) {
        return list(values, told, "sentence.or");
    }

    private <T> String list(List<T> values, Function<T, String> told, String last) {
        int shown = values.size() > TOLD ? TOLD - 1 : values.size();
        var all = new ArrayList<String>();
        values.subList(0, shown).forEach(value -> all.add(told.apply(value)));
        if (shown < values.size()) {
            all.add(text("sentence.others", values.size() - shown));
        }
        return join(all, text(last));
    }

    /** The same, all of them together. */
    <T> String and(List<T> values, Function<T, String> told) {
        return list(values, told, "sentence.and");
    }

    static String join(List<String> told, String last) {
        return told.size() < 2
                ? String.join("", told)
                : String.join(", ", told.subList(0, told.size() - 1)) + " " + last + " " + told.getLast();
    }
}
