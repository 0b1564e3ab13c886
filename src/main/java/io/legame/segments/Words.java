package io.legame.segments;

import io.legame.platform.Formats;
import io.legame.platform.Texts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.regex.Pattern;

/**
 * The language a filter is told in.
 *
 * @param product the name of a product by its id
 * @param productsCalled the ids of the products of a name
 * @param whole whether long lists are told whole, so that the sentence can be read back
 */
public record Words(
        Texts texts,
        Formats formats,
        LongFunction<String> product,
        Function<String, List<Long>> productsCalled,
        boolean whole) {
    /** More values than this are counted, not told. */
    private static final int TOLD = 6;

    /** The rest of a word; a full stop may be the sentence's own, so none ends with one. */
    private static final String LETTERS = "(?:[\\p{L}\\p{N}&'./-]*[\\p{L}\\p{N}&'/-])?";

    /** One word, or several that each begin as no word of a sentence does, but for "d'Ampezzo" and the like. */
    static final Pattern PLAIN_NAME = Pattern.compile("[\\p{L}\\p{N}]" + LETTERS
            + "|[\\p{Lu}\\p{N}]" + LETTERS
            + "(?: (?:[\\p{Lu}\\p{N}&]" + LETTERS + "|\\p{Ll}{1,5}'\\p{Lu}" + LETTERS + "))*");

    Words(Texts texts, Formats formats, LongFunction<String> product, Function<String, List<Long>> productsCalled) {
        this(texts, formats, product, productsCalled, false);
    }

    /** The same, which counts nothing that it could tell. */
    Words toldWhole() {
        return new Words(texts, formats, product, productsCalled, true);
    }

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

    /** As {@link #value} within a sentence: what has no name there is told as a name of the data. */
    String told(String list, String value) {
        String key = "value." + list + "." + value;
        return has(key) ? text(key) : named(value, values(list).values());
    }

    /** The names that values of a list have in the language, by the values. */
    Map<String, String> values(String list) {
        return texts("value." + list + ".");
    }

    /** The texts without arguments whose keys begin so, by what follows there. */
    Map<String, String> texts(String beginning) {
        var told = new LinkedHashMap<String, String>();
        texts.under(locale(), "segments." + beginning).keySet().forEach(rest -> told.put(rest, text(beginning + rest)));
        return told;
    }

    /** The pattern of a text. */
    String pattern(String key) {
        return texts.pattern(locale(), "segments." + key);
    }

    /** A name of the data; within quotation marks where it could be taken for the words around it. */
    String named(String name) {
        return isPlain(name) ? name : quoted(name);
    }

    /** The same where some words have a meaning of their own. */
    String named(String name, Collection<String> taken) {
        return isPlain(name) && !taken.contains(name) ? name : quoted(name);
    }

    private boolean isPlain(String name) {
        return PLAIN_NAME.matcher(name).matches()
                && !name.equals(text("sentence.and"))
                && !name.equals(text("sentence.or"));
    }

    /**
     * What the company calls something itself: as it is if it begins as no word of a sentence does, for readers know their
     * own names.
     */
    String titled(String name) {
        boolean plain = Character.isUpperCase(name.codePointAt(0)) || Character.isDigit(name.codePointAt(0));
        return plain && Quotes.AWAY.matcher(name).matches() ? name : quoted(name);
    }

    /** Always within quotation marks. */
    String quoted(String name) {
        return Quotes.isSafe(name, this) ? text("sentence.quoted", name) : Quotes.straight(name);
    }

    Locale locale() {
        return formats.locale();
    }

    String money(BigDecimal amount) {
        return formats.exactMoney(amount);
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
        int shown = values.size() > TOLD && !whole ? TOLD - 1 : values.size();
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
