package io.legame.segments;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** The controls of a {@link Check}; from and to its JSON. */
final class CheckForm {
    private static final List<String> OF_VALUES = List.of("isOneOf", "isNoneOf", "hasAll");

    private CheckForm() {}

    /** The operators of the form: yes or no, and known or not, are two of them, so that one choice says all. */
    static List<String> operators(List<String> words) {
        var operators = new ArrayList<>(words);
        if (words.contains("is")) {
            operators.set(operators.indexOf("is"), "isTrue");
            operators.add(1, "isFalse");
        }
        operators.add("isNotKnown");
        return operators;
    }

    /**
     * @param name what is asked about, as people call it
     * @param unit shown after a number
     * @param values the control that chooses several values
     */
    static List<Slot> slots(
            Fields fields,
            Words words,
            List<String> operators,
            String name,
            boolean days,
            String unit,
            Supplier<Slot> values) {
        var slots = new ArrayList<Slot>();
        slots.add(new Slot.Told(name));
        String operator = FactForm.operator(fields, operators, operators.getFirst());
        slots.addAll(FactForm.comparison(fields, words, operators, operator, days, unit));
        switch (operator) {
            case "isOneOf", "isNoneOf", "hasAll" -> {
                slots.subList(2, slots.size()).clear();
                slots.add(values.get());
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

    /** @param value writes one of several values */
    static void json(
            Fields fields,
            Map<String, Object> json,
            List<String> operators,
            boolean days,
            Function<String, Object> value) {
        String operator = FactForm.operator(fields, operators, operators.getFirst());
        String a = fields.one("a");
        switch (operator) {
            case "isOneOf", "isNoneOf", "hasAll" ->
                putAll(json, operator, fields.all("v").stream().map(value).toList());
            case "beginsWith" -> putAll(json, operator, a == null ? List.of() : beginnings(a));
            case "contains" -> {
                if (a != null) {
                    json.put("contains", a);
                }
            }
            case "isTrue" -> json.put("is", true);
            case "isFalse" -> json.put("is", false);
            case "isKnown" -> json.put("isKnown", true);
            case "isNotKnown" -> json.put("isKnown", false);
            default -> FactForm.comparisonJson(fields, json, operators, operator, days);
        }
    }

    /** In the form, beginnings are one text with commas. */
    private static List<String> beginnings(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(beginning -> !beginning.isEmpty())
                .toList();
    }

    private static void putAll(Map<String, Object> json, String word, List<?> values) {
        if (!values.isEmpty()) {
            json.put(word, values);
        }
    }

    /** Adds what the JSON says to what is asked about. */
    static Fields fields(Fields fields, Map<String, Object> json, List<String> words) {
        for (String word : OF_VALUES) {
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
        return FactForm.comparisonFields(fields, json, words);
    }
}
