package io.legame.segments;

import io.legame.segments.Check.AllOf;
import io.legame.segments.Check.BeginsWith;
import io.legame.segments.Check.Contains;
import io.legame.segments.Check.Day;
import io.legame.segments.Check.Flag;
import io.legame.segments.Check.Known;
import io.legame.segments.Check.NoneOf;
import io.legame.segments.Check.Numeric;
import io.legame.segments.Check.OneOf;
import java.math.BigDecimal;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An attribute and what it must be, in words. */
final class AttributePhrase {
    private AttributePhrase() {}

    static Phrase of(AttributeCondition condition, Words words) {
        Attribute attribute = condition.attribute();
        String name = attribute.word();
        return switch (condition.check()) {
            case OneOf oneOf -> oneOf(attribute, oneOf.values(), words);
            case NoneOf noneOf -> oneOf(attribute, noneOf.values(), words).negate();
            case AllOf allOf -> throw new IllegalStateException("No attribute is asked for " + allOf);
            case BeginsWith begins -> {
                String quoted = words.or(begins.beginnings(), each -> words.text("sentence.quoted", each));
                yield phrase(words, "beginsWith", words.text("thing." + name), quoted);
            }
            case Contains contains ->
                phrase(words, "contains", words.text("thing." + name), words.text("sentence.quoted", contains.part()));
            case Known known -> {
                Phrase isKnown = phrase(words, "known", words.text("thing." + name));
                yield known.known() ? isKnown : isKnown.negate();
            }
            case Flag flag -> phrase(words, name + "." + flag.set());
            case Numeric numeric -> number(attribute, numeric.comparison(), words);
            case Day day -> phrase(words, name, day.comparison().told(words, true, words::date));
        };
    }

    private static Phrase oneOf(Attribute attribute, List<String> values, Words words) {
        String name = attribute.word();
        String noun = values.size() == 1 ? "noun." + name + "." + values.getFirst() : "";
        Phrase phrase = phrase(words, name, words.or(values, value -> value(attribute, value, words)));
        return words.has(noun)
                ? new Phrase(words.text(noun), null, null, phrase.predicate(), phrase.negated())
                : phrase;
    }

    private static Phrase number(Attribute attribute, Comparison<BigDecimal> comparison, Words words) {
        String name = attribute.word();
        BigDecimal last = comparison.lastTold();
        return switch (attribute.type()) {
            case AGE ->
                phrase(
                        words,
                        name + "." + comparison.operator().word(false),
                        words.decimal(comparison.first()),
                        words.decimal(last));
            case MONEY -> phrase(words, name, comparison.told(words, false, words::money));
            case COUNT, CHOICE, TEXT, PART, MONTH, DAY, FLAG ->
                phrase(words, name, comparison.told(words, false, words::decimal), last);
        };
    }

    /** The predicate under the key, its {@code .not} and, if there is one, its {@code .modifier} or {@code .clause}. */
    static Phrase phrase(Words words, String key, Object... arguments) {
        String predicate = words.text("phrase." + key, arguments);
        return new Phrase(
                null,
                optional(words, key + ".modifier", arguments),
                optional(words, key + ".clause", arguments),
                predicate,
                negated(words, key, predicate, arguments));
    }

    private static @Nullable String optional(Words words, String key, Object... arguments) {
        return words.has("phrase." + key) ? words.text("phrase." + key, arguments) : null;
    }

    /** Italian negates everything with one word; English has its own text for each. */
    private static String negated(Words words, String key, String predicate, Object... arguments) {
        String not = "phrase." + key + ".not";
        return words.has(not) ? words.text(not, arguments) : words.text("sentence.not", predicate);
    }

    /** How a person reads a value of the data. */
    static String value(Attribute attribute, String value, Words words) {
        return switch (attribute) {
            case COUNTRY -> named(Locale.of("", value).getDisplayCountry(words.locale()), value);
            case LANGUAGE -> named(Locale.of(value).getDisplayLanguage(words.locale()), value);
            case BIRTH_MONTH -> month(value, words.locale());
            default -> words.value(attribute.word(), value);
        };
    }

    private static String month(String value, Locale locale) {
        return value.matches("[1-9]|1[0-2]")
                ? Month.of(Integer.parseInt(value)).getDisplayName(TextStyle.FULL, locale)
                : value;
    }

    private static String named(String name, String value) {
        return name.isEmpty() ? value : name;
    }

    /** A value as a control shows it: standing alone, not in a sentence. */
    static String label(Attribute attribute, String value, Words words) {
        String key = "label." + attribute.word() + "." + value;
        return words.has(key) ? words.text(key) : value(attribute, value, words);
    }
}
