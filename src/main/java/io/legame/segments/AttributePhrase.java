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
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** An attribute and what it must be, in words. */
final class AttributePhrase {
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    /** Without the codes that were replaced: two codes would have the same name. */
    private static final Set<String> LANGUAGES = Arrays.stream(Locale.getISOLanguages())
            .filter(code -> Locale.of(code).getLanguage().equals(code))
            .collect(Collectors.toUnmodifiableSet());

    private static final List<String> MONTHS =
            IntStream.rangeClosed(1, 12).mapToObj(Integer::toString).toList();

    private AttributePhrase() {}

    static Phrase of(AttributeCondition condition, Words words) {
        Attribute attribute = condition.attribute();
        String name = attribute.word();
        return switch (condition.check()) {
            case OneOf oneOf -> oneOf(attribute, oneOf.values(), words);
            case NoneOf noneOf -> oneOf(attribute, noneOf.values(), words).negate();
            case AllOf allOf -> throw new IllegalStateException("No attribute is asked for " + allOf);
            case BeginsWith begins -> {
                String quoted = words.or(begins.beginnings(), words::quoted);
                yield phrase(words, "beginsWith", words.text("thing." + name), quoted);
            }
            case Contains contains ->
                phrase(words, "contains", words.text("thing." + name), words.quoted(contains.part()));
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
        Phrase phrase = phrase(words, name, words.or(values, value -> told(attribute, value, words)));
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

    /** How a sentence says a value of the data: what has no name in the language is told as one of the data's own. */
    private static String told(Attribute attribute, String value, Words words) {
        String told = value(attribute, value, words);
        if (words.has("value." + attribute.word() + "." + value) || !told.equals(value)) {
            return told;
        }
        boolean quoted = isNoun(attribute) || (isPlace(attribute) && Character.isLowerCase(value.codePointAt(0)));
        return quoted
                ? words.quoted(value)
                : words.named(value, names(attribute, words).values());
    }

    /** What can be told before "who", where other words with small letters follow. */
    private static boolean isPlace(Attribute attribute) {
        return switch (attribute) {
            case TOWN, PROVINCE, REGION, COUNTRY -> true;
            default -> false;
        };
    }

    /** "are women": what else they are, such as "lost", is told in the same words, so that names are always quoted. */
    private static boolean isNoun(Attribute attribute) {
        return attribute == Attribute.GENDER || attribute == Attribute.KIND;
    }

    /** The values that have a name in the language. */
    private static Map<String, String> names(Attribute attribute, Words words) {
        return switch (attribute) {
            case COUNTRY -> Names.told(COUNTRIES, each -> value(attribute, each, words));
            case LANGUAGE -> Names.told(LANGUAGES, each -> value(attribute, each, words));
            case BIRTH_MONTH -> Names.told(MONTHS, each -> month(each, words.locale()));
            default -> words.values(attribute.word());
        };
    }

    /** All that tells attributes. */
    static void wordings(Wordings wordings) {
        var known = new LinkedHashMap<String, Attribute>();
        for (Attribute attribute : Attribute.values()) {
            known.put(wordings.words().text("thing." + attribute.word()), attribute);
            wordings(attribute, wordings);
        }
        // age and the month of birth are known when the birth date is
        known.values().forEach(attribute -> {
            var meaning = Map.<String, Object>of("attribute", attribute.word(), "isKnown", true);
            wordings.phraseOr("known", meaning, Wordings.saying("isKnown", false), thing(attribute, wordings.words()));
        });
    }

    private static Piece<Map<String, Object>> thing(Attribute attribute, Words words) {
        return TextPiece.of(words, "thing." + attribute.word());
    }

    private static void wordings(Attribute attribute, Wordings wordings) {
        Words words = wordings.words();
        String name = attribute.word();
        var meaning = Map.<String, Object>of("attribute", name);
        switch (attribute.type()) {
            case CHOICE, TEXT, MONTH -> values(attribute, wordings);
            case DAY -> wordings.phrase(name, meaning, Comparison.piece(words, true, Days.of(words)));
            case COUNT -> wordings.phrase(name, meaning, Comparison.piece(words, false, Numbers.decimal(words)));
            case MONEY -> wordings.phrase(name, meaning, Comparison.piece(words, false, Numbers.money(words)));
            case AGE -> ages(attribute, wordings);
            case FLAG ->
                List.of(true, false)
                        .forEach(set -> wordings.phrase(name + "." + set, Piece.together(meaning, Map.of("is", set))));
            case PART -> {}
        }
        if (attribute.type().words().contains("contains")) {
            Piece<String> quoted = Names.quoted(words);
            Piece<Map<String, Object>> thing = thing(attribute, words);
            wordings.phrase(
                    "beginsWith", meaning, thing, ListPiece.or(words, quoted).as("beginsWith"));
            wordings.phrase("contains", meaning, thing, quoted.as("contains"));
        }
    }

    private static void values(Attribute attribute, Wordings wordings) {
        Words words = wordings.words();
        String name = attribute.word();
        var meaning = Map.<String, Object>of("attribute", name);
        Map<String, String> names = names(attribute, words);
        boolean months = attribute.type() == Attribute.Type.MONTH;
        Piece<String> others =
                isNoun(attribute) ? Names.marked(words) : Names.any(words, each -> told(attribute, each, words));
        Piece<String> value = months ? Names.of(names) : Piece.anyOf(List.of(Names.of(names), others));
        wordings.phraseOr(
                name,
                meaning,
                Wordings.instead("isOneOf", "isNoneOf"),
                ListPiece.or(words, value.map(each -> months ? Integer.valueOf(each) : each))
                        .as("isOneOf"));
        words.texts("noun." + name + ".")
                .keySet()
                .forEach(each -> wordings.noun(
                        "noun." + name + "." + each, Piece.together(meaning, Map.of("isOneOf", List.of(each)))));
    }

    private static void ages(Attribute attribute, Wordings wordings) {
        Piece<BigDecimal> years = Numbers.decimal(wordings.words());
        for (String operator : Comparison.Operator.words(false)) {
            String key = attribute.word() + "." + operator;
            var meaning = Map.<String, Object>of("attribute", attribute.word());
            if (operator.equals("between")) {
                wordings.phraseOf(
                        key,
                        ends -> Piece.together(
                                meaning,
                                Map.of(
                                        operator,
                                        List.of(
                                                Objects.requireNonNull(ends.get("low")),
                                                Objects.requireNonNull(ends.get("high"))))),
                        years.as("low"),
                        years.as("high"));
            } else {
                wordings.phrase(key, meaning, years.as(operator));
            }
        }
    }

    /** How a person reads a value of the data. */
    static String value(Attribute attribute, String value, Words words) {
        return switch (attribute) {
            case COUNTRY -> COUNTRIES.contains(value) ? Locale.of("", value).getDisplayCountry(words.locale()) : value;
            case LANGUAGE -> LANGUAGES.contains(value) ? Locale.of(value).getDisplayLanguage(words.locale()) : value;
            case BIRTH_MONTH -> month(value, words.locale());
            default -> words.value(attribute.word(), value);
        };
    }

    private static String month(String value, Locale locale) {
        return value.matches("[1-9]|1[0-2]")
                ? Month.of(Integer.parseInt(value)).getDisplayName(TextStyle.FULL, locale)
                : value;
    }

    /** A value as a control shows it: standing alone, not in a sentence. */
    static String label(Attribute attribute, String value, Words words) {
        String key = "label." + attribute.word() + "." + value;
        return words.has(key) ? words.text(key) : value(attribute, value, words);
    }
}
