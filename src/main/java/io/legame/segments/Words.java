package io.legame.segments;

import io.legame.platform.Formats;
import io.legame.platform.Texts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;

/**
 * The language a filter is told in.
 *
 * @param product the name of a product by its id
 */
public record Words(Texts texts, Formats formats, LongFunction<String> product) {
    /** More values than this are counted, not told. */
    private static final int TOLD = 6;

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

    Locale locale() {
        return formats.locale();
    }

    String money(BigDecimal amount) {
        return formats.money(amount);
    }

    String decimal(BigDecimal number) {
        return formats.decimal(number);
    }

    String date(LocalDate date) {
        return formats.date(date);
    }

    String or(Collection<String> values) {
        return join(values, " " + text("sentence.or") + " ");
    }

    String and(Collection<String> values) {
        return join(values, " " + text("sentence.and") + " ");
    }

    private String join(Collection<String> values, String last) {
        List<String> told = List.copyOf(values);
        if (told.size() > TOLD) {
            int rest = told.size() - TOLD + 1;
            String begin = String.join(", ", told.subList(0, TOLD - 1));
            return begin + last + text("sentence.others", rest);
        }
        return told.size() < 2
                ? String.join("", told)
                : String.join(", ", told.subList(0, told.size() - 1)) + last + told.getLast();
    }
}
