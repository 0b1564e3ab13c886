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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A {@link Check} as the one property that stands beside what is asked about. */
final class CheckJson {
    private CheckJson() {}

    /**
     * The word of the one check that the place has; everything that does not belong there is refused.
     *
     * @param property what is asked about
     */
    static String word(JsonPlace place, String property, List<String> words) {
        String found = null;
        for (String each : place.properties()) {
            if (each.equals(property)) {
                continue;
            }
            if (!words.contains(each)) {
                throw place.get(each).unknown(each, words);
            }
            if (found != null) {
                throw place.wrong("segments.json.oneTest", found, each);
            }
            found = each;
        }
        if (found == null) {
            throw place.wrong("segments.json.noTest", place.get(property).text(), String.join(", ", words));
        }
        return found;
    }

    /** @param text reads one of several values */
    static Check read(Attribute.Type type, String word, JsonPlace value, Function<JsonPlace, String> text) {
        return switch (word) {
            case "isOneOf" -> new OneOf(value.values(text));
            case "isNoneOf" -> new NoneOf(value.values(text));
            case "hasAll" -> new AllOf(value.values(text));
            case "beginsWith" -> new BeginsWith(value.values(JsonPlace::text));
            case "contains" -> new Contains(value.text());
            case "isKnown" -> new Known(value.yesOrNo());
            case "is" -> new Flag(value.yesOrNo());
            default ->
                switch (type) {
                    case DAY -> new Day(Comparison.read(value, word, true, JsonPlace::day));
                    case AGE -> new Numeric(Comparison.read(value, word, false, Ages::read));
                    case COUNT, MONEY, CHOICE, TEXT, PART, MONTH, FLAG ->
                        new Numeric(Comparison.read(value, word, false, JsonPlace::number));
                };
        };
    }

    /** @param value writes one of several values */
    static void write(Map<String, Object> json, Check check, Function<String, Object> value) {
        switch (check) {
            case OneOf oneOf -> json.put("isOneOf", written(oneOf.values(), value));
            case NoneOf noneOf -> json.put("isNoneOf", written(noneOf.values(), value));
            case AllOf allOf -> json.put("hasAll", written(allOf.values(), value));
            case BeginsWith begins -> json.put("beginsWith", begins.beginnings());
            case Contains contains -> json.put("contains", contains.part());
            case Known known -> json.put("isKnown", known.known());
            case Flag flag -> json.put("is", flag.set());
            case Numeric numeric -> numeric.comparison().write(json, false, number -> number);
            case Day day -> day.comparison().write(json, true, LocalDate::toString);
        }
    }

    private static List<Object> written(List<String> values, Function<String, Object> value) {
        return values.stream().map(value).toList();
    }

    /** The JSON Schema of each word. */
    static Map<String, Map<String, Object>> schema(Attribute.Type type, List<String> words) {
        Map<String, Object> value = switch (type) {
            case CHOICE, TEXT, PART -> Schemas.text();
            case MONTH -> Map.of("type", "integer", "minimum", 1, "maximum", 12);
            case AGE -> Map.of("type", "integer", "minimum", 0);
            case COUNT, MONEY -> Schemas.type("number");
            case DAY -> Schemas.day();
            case FLAG -> Schemas.type("boolean");
        };
        var tests = Schemas.comparisons(words, value);
        for (String word : List.of("isOneOf", "isNoneOf", "hasAll", "beginsWith")) {
            tests.computeIfPresent(word, (key, single) -> Schemas.list(single));
        }
        tests.put("isKnown", Schemas.type("boolean"));
        return tests;
    }
}
