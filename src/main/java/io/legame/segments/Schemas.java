package io.legame.segments;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Pieces of JSON Schema (2020-12). */
final class Schemas {
    private Schemas() {}

    static Map<String, Object> type(String type) {
        return Map.of("type", type);
    }

    static Map<String, Object> words(List<String> words) {
        return Map.of("enum", words);
    }

    static Map<String, Object> list(Map<String, Object> items) {
        return Map.of("type", "array", "minItems", 1, "maxItems", JsonPlace.LONGEST_LIST, "items", items);
    }

    static Map<String, Object> pair(Map<String, Object> items) {
        return Map.of("type", "array", "minItems", 2, "maxItems", 2, "items", items);
    }

    static Map<String, Object> text() {
        return Map.of("type", "string", "minLength", 1, "maxLength", JsonPlace.LONGEST_TEXT);
    }

    static Map<String, Object> day() {
        return Map.of("type", "string", "format", "date");
    }

    static Map<String, Object> ref(String definition) {
        return Map.of("$ref", "#/$defs/" + definition);
    }

    static Map<String, Object> object(Map<String, Object> properties, String... required) {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("required", List.of(required));
        schema.put("additionalProperties", false);
        return schema;
    }

    /** The object with exactly one of the words besides its other properties. */
    static Map<String, Object> objectWithOne(
            Map<String, Object> properties, Map<String, Map<String, Object>> tests, String... required) {
        var all = new LinkedHashMap<>(properties);
        all.putAll(tests);
        var schema = object(all, required);
        var one = new ArrayList<Object>();
        tests.keySet().forEach(word -> one.add(Map.of("required", List.of(word))));
        schema.put("oneOf", one);
        return schema;
    }

    /** How the words compare values. */
    static Map<String, Map<String, Object>> comparisons(List<String> words, Map<String, Object> value) {
        var tests = new LinkedHashMap<String, Map<String, Object>>();
        words.forEach(word -> tests.put(
                word,
                switch (word) {
                    case "between" -> pair(value);
                    case "none" -> Map.of("const", true);
                    default -> value;
                }));
        return tests;
    }

    static Map<String, Object> window() {
        return Map.of(
                "oneOf",
                List.of(
                        object(
                                Map.of(
                                        "last",
                                        Map.of("type", "integer", "minimum", 1, "maximum", Window.MOST),
                                        "unit",
                                        words(Window.Unit.words())),
                                "last",
                                "unit"),
                        object(Map.of("from", day(), "to", day()), "from", "to")));
    }
}
