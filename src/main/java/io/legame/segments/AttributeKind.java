package io.legame.segments;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** {@link AttributeCondition} in JSON and in the builder. */
@Component
final class AttributeKind implements ConditionKind {
    @Override
    public String property() {
        return "attribute";
    }

    @Override
    public Condition read(JsonPlace place) {
        return AttributeCondition.read(place);
    }

    @Override
    public Map<String, Object> schema() {
        var byType = new ArrayList<Object>();
        for (Attribute.Type type : Attribute.Type.values()) {
            var words = Arrays.stream(Attribute.values())
                    .filter(attribute -> attribute.type() == type)
                    .map(Attribute::word)
                    .toList();
            byType.add(Schemas.objectWithOne(Map.of("attribute", Schemas.words(words)), tests(type), "attribute"));
        }
        return Map.of("oneOf", byType);
    }

    private static Map<String, Map<String, Object>> tests(Attribute.Type type) {
        Map<String, Object> value = switch (type) {
            case CHOICE, TEXT -> Schemas.text();
            case MONTH -> Map.of("type", "integer", "minimum", 1, "maximum", 12);
            case AGE -> Map.of("type", "integer", "minimum", 0);
            case COUNT, MONEY -> Schemas.type("number");
            case DAY -> Schemas.day();
            case FLAG -> Schemas.type("boolean");
        };
        var tests = Schemas.comparisons(type.words(), value);
        for (String word : List.of("isOneOf", "isNoneOf", "beginsWith")) {
            tests.computeIfPresent(word, (key, single) -> Schemas.list(single));
        }
        tests.put("isKnown", Schemas.type("boolean"));
        return tests;
    }

    @Override
    public List<Offer> offers() {
        return Arrays.stream(Attribute.values())
                .map(attribute -> new Offer(
                        "person",
                        "attribute." + attribute.word(),
                        Fields.of(
                                "attribute",
                                attribute.word(),
                                "op",
                                words(attribute).getFirst())))
                .toList();
    }

    /** The operators of the form: known or not is two of them, so that one choice says all. */
    private static List<String> words(Attribute attribute) {
        var words = new ArrayList<>(attribute.type().words());
        if (attribute.type() == Attribute.Type.FLAG) {
            words.set(words.indexOf("is"), "isTrue");
            words.add(1, "isFalse");
        }
        words.add("isNotKnown");
        return words;
    }

    @Override
    public List<Slot> slots(Fields fields, Words words, Proposals proposals) {
        Attribute attribute = attribute(fields);
        String name = words.text("attribute." + attribute.word());
        var slots = new ArrayList<Slot>();
        slots.add(new Slot.Told(name));
        var operators = words(attribute);
        String operator = FactForm.operator(fields, operators, operators.getFirst());
        slots.addAll(FactForm.comparison(
                fields, words, operators, operator, attribute.type() == Attribute.Type.DAY, unit(attribute, words)));
        switch (operator) {
            case "isOneOf", "isNoneOf" -> {
                slots.subList(2, slots.size()).clear();
                slots.add(FactForm.values(fields, words, proposals, "v", attribute.word(), name));
            }
            case "beginsWith", "contains" -> {
                slots.subList(2, slots.size()).clear();
                slots.add(new Slot.Text("a", name, fields.one("a")));
            }
            case "isTrue", "isFalse", "isKnown", "isNotKnown" ->
                slots.subList(2, slots.size()).clear();
            default -> {}
        }
        return slots;
    }

    private static String unit(Attribute attribute, Words words) {
        return switch (attribute.type()) {
            case AGE -> words.text("unit.years");
            case MONEY -> words.formats().currency().getSymbol(words.locale());
            case CHOICE, TEXT, MONTH, DAY, COUNT, FLAG -> "";
        };
    }

    private static Attribute attribute(Fields fields) {
        return Attribute.of(fields.one("attribute", "")).orElse(Attribute.GENDER);
    }

    @Override
    public Map<String, Object> json(Fields fields) {
        Attribute attribute = attribute(fields);
        var json = new LinkedHashMap<String, Object>();
        json.put("attribute", attribute.word());
        var operators = words(attribute);
        String operator = FactForm.operator(fields, operators, operators.getFirst());
        String a = fields.one("a");
        switch (operator) {
            case "isOneOf", "isNoneOf" -> putValues(json, operator, attribute, fields.all("v"));
            case "beginsWith" -> putValues(json, operator, attribute, a == null ? List.of() : beginnings(a));
            case "contains" -> {
                if (a != null) {
                    json.put("contains", a);
                }
            }
            case "isTrue" -> json.put("is", true);
            case "isFalse" -> json.put("is", false);
            case "isKnown" -> json.put("isKnown", true);
            case "isNotKnown" -> json.put("isKnown", false);
            default ->
                FactForm.comparisonJson(fields, json, operators, operator, attribute.type() == Attribute.Type.DAY);
        }
        return json;
    }

    /** In the form, beginnings are one text with commas. */
    private static List<String> beginnings(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(beginning -> !beginning.isEmpty())
                .toList();
    }

    private static void putValues(Map<String, Object> json, String word, Attribute attribute, List<String> values) {
        if (!values.isEmpty()) {
            json.put(
                    word,
                    attribute.type() == Attribute.Type.MONTH
                            ? values.stream().map(Fields::number).toList()
                            : values);
        }
    }

    @Override
    public Fields fields(Map<String, Object> json) {
        Fields fields = Fields.of("attribute", String.valueOf(json.get("attribute")));
        for (String word : List.of("isOneOf", "isNoneOf")) {
            if (json.get(word) instanceof List<?> values) {
                return fields.with("op", word).with("v", values);
            }
        }
        if (json.get("beginsWith") instanceof List<?> beginnings) {
            var texts = beginnings.stream().map(String::valueOf).toList();
            return fields.with("op", "beginsWith").with("a", String.join(", ", texts));
        }
        if (json.get("is") instanceof Boolean set) {
            return fields.with("op", set ? "isTrue" : "isFalse");
        }
        if (json.get("isKnown") instanceof Boolean known) {
            return fields.with("op", known ? "isKnown" : "isNotKnown");
        }
        return FactForm.comparisonFields(fields, json, attribute(fields).type().words());
    }
}
