package io.legame.segments;

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

/** Who the customer is. */
record AttributeCondition(Attribute attribute, Check check) implements Condition {
    static AttributeCondition read(JsonPlace place) {
        String word = place.get("attribute").oneOf(Attribute.words());
        Attribute attribute = Attribute.of(word).orElseThrow();
        List<String> words = attribute.type().words();
        String found = null;
        for (String property : place.properties()) {
            if (property.equals("attribute")) {
                continue;
            }
            if (!words.contains(property)) {
                throw place.get(property).unknown(property, words);
            }
            if (found != null) {
                throw place.wrong("segments.json.oneTest", found, property);
            }
            found = property;
        }
        if (found == null) {
            throw place.wrong("segments.json.noTest", word, String.join(", ", words));
        }
        return new AttributeCondition(attribute, check(attribute.type(), found, place.get(found)));
    }

    private static Check check(Attribute.Type type, String word, JsonPlace value) {
        return switch (word) {
            case "isOneOf" -> new OneOf(values(type, value));
            case "isNoneOf" -> new NoneOf(values(type, value));
            case "beginsWith" -> new BeginsWith(value.values(JsonPlace::text));
            case "contains" -> new Contains(value.text());
            case "isKnown" -> new Known(value.yesOrNo());
            case "is" -> new Flag(value.yesOrNo());
            default ->
                switch (type) {
                    case DAY -> new Day(Comparison.read(value, word, true, JsonPlace::day));
                    case AGE -> new Numeric(Comparison.read(value, word, false, Ages::read));
                    case COUNT, MONEY, CHOICE, TEXT, MONTH, FLAG ->
                        new Numeric(Comparison.read(value, word, false, JsonPlace::number));
                };
        };
    }

    private static List<String> values(Attribute.Type type, JsonPlace value) {
        return value.values(
                type == Attribute.Type.MONTH ? month -> Integer.toString(month.integer(1, 12)) : JsonPlace::text);
    }

    @Override
    public Map<String, Object> json() {
        Map<String, Object> json = Comparison.object("attribute", attribute.word());
        switch (check) {
            case OneOf oneOf -> json.put("isOneOf", written(oneOf.values()));
            case NoneOf noneOf -> json.put("isNoneOf", written(noneOf.values()));
            case BeginsWith begins -> json.put("beginsWith", begins.beginnings());
            case Contains contains -> json.put("contains", contains.part());
            case Known known -> json.put("isKnown", known.known());
            case Flag flag -> json.put("is", flag.set());
            case Numeric numeric -> numeric.comparison().write(json, false, number -> number);
            case Day day -> day.comparison().write(json, true, LocalDate::toString);
        }
        return json;
    }

    private List<?> written(List<String> values) {
        return attribute.type() == Attribute.Type.MONTH
                ? values.stream().map(Integer::valueOf).toList()
                : values;
    }

    @Override
    public org.jooq.Condition sql(LocalDate asOf) {
        return check.sql(attribute, asOf);
    }

    @Override
    public Phrase phrase(Words words) {
        return AttributePhrase.of(this, words);
    }
}
