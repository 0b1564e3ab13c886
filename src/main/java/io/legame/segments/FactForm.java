package io.legame.segments;

import io.legame.segments.Slot.Option;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The controls that conditions share: a comparison, a window, restrictions; from and to their JSON. */
final class FactForm {
    static final int PROPOSED = 8;
    /** What is added of a restriction before a value is chosen. */
    static final String WITH = "with";

    /** The one restriction that is no list of values but a choice. */
    static final String DISCOUNTED = "discounted";

    private FactForm() {}

    /** @param unit shown after the value, such as a currency */
    static List<Slot> comparison(
            Fields fields, Words words, List<String> operators, String otherwise, boolean days, @Nullable String unit) {
        String chosen = operator(fields, operators, otherwise);
        var slots = new ArrayList<Slot>();
        var options = operators.stream()
                .map(word -> Option.of(word, words.text("operator." + word)))
                .toList();
        slots.add(new Slot.Choice("op", words.text("builder.comparison"), options, chosen));
        if (chosen.equals("none")) {
            return slots;
        }
        slots.add(value(fields, words, "a", days, chosen.equals("between") ? null : unit));
        if (chosen.equals("between")) {
            slots.add(new Slot.Told(words.text("sentence.and")));
            slots.add(value(fields, words, "b", days, unit));
        }
        return slots;
    }

    static String operator(Fields fields, List<String> operators, String otherwise) {
        String chosen = fields.one("op", otherwise);
        return operators.contains(chosen) ? chosen : otherwise;
    }

    private static Slot value(Fields fields, Words words, String name, boolean days, @Nullable String unit) {
        String label = words.text("builder.value." + name);
        return days
                ? new Slot.Day(name, label, fields.one(name))
                : new Slot.Quantity(name, label, fields.one(name), unit);
    }

    static void comparisonJson(
            Fields fields, Map<String, Object> json, List<String> operators, String otherwise, boolean days) {
        String operator = operator(fields, operators, otherwise);
        if (operator.equals("none")) {
            json.put("none", true);
            return;
        }
        String a = fields.one("a");
        String b = fields.one("b");
        if (a == null || (operator.equals("between") && b == null)) {
            return;
        }
        Object first = days ? a : Fields.number(a);
        json.put(
                operator,
                b != null && operator.equals("between") ? List.of(first, days ? b : Fields.number(b)) : first);
    }

    static Fields comparisonFields(Fields fields, Map<String, Object> json, List<String> operators) {
        for (String operator : operators) {
            Object value = json.get(operator);
            if (value instanceof List<?> ends) {
                return fields.with("op", operator).with("a", ends.getFirst()).with("b", ends.getLast());
            }
            if (value != null) {
                return operator.equals("none")
                        ? fields.with("op", operator)
                        : fields.with("op", operator).with("a", value);
            }
        }
        return fields;
    }

    static List<Slot> window(Fields fields, Words words) {
        String during = fields.one("during", "ever");
        var slots = new ArrayList<Slot>();
        var options = List.of("ever", "last", "between").stream()
                .map(word -> Option.of(word, words.text("window." + word)))
                .toList();
        slots.add(new Slot.Choice("during", words.text("builder.window"), options, during));
        if (during.equals("last")) {
            slots.addAll(last(fields, words));
        } else if (during.equals("between")) {
            slots.add(new Slot.Day("from", words.text("builder.from"), fields.one("from")));
            slots.add(new Slot.Told(words.text("sentence.and")));
            slots.add(new Slot.Day("to", words.text("builder.to"), fields.one("to")));
        }
        return slots;
    }

    /** So many days, weeks, months or years. */
    static List<Slot> last(Fields fields, Words words) {
        var units = Window.Unit.words().stream()
                .map(unit -> Option.of(unit, words.text("unit." + unit)))
                .toList();
        return List.of(
                new Slot.Quantity("n", words.text("builder.count"), fields.one("n"), null),
                new Slot.Choice("unit", words.text("builder.unit"), units, fields.one("unit", "days")));
    }

    static void windowJson(Fields fields, Map<String, Object> json) {
        String n = fields.one("n");
        String from = fields.one("from");
        String to = fields.one("to");
        switch (fields.one("during", "ever")) {
            case "last" ->
                json.put(
                        "during",
                        n == null ? Map.of() : Map.of("last", Fields.number(n), "unit", fields.one("unit", "days")));
            case "between" ->
                json.put("during", from == null || to == null ? Map.of() : Map.of("from", from, "to", to));
            default -> {}
        }
    }

    static Fields windowFields(Fields fields, Map<String, Object> json) {
        if (!(json.get("during") instanceof Map<?, ?> during)) {
            return fields.with("during", "ever");
        }
        Fields known = fields.with("during", during.containsKey("last") ? "last" : "between");
        for (String property : List.of("last", "unit", "from", "to")) {
            if (during.get(property) != null) {
                known = known.with(property.equals("last") ? "n" : property, during.get(property));
            }
        }
        return known;
    }

    /**
     * A restriction that can be added.
     *
     * @param property the field of the form
     * @param source what {@link Proposals} calls its values
     */
    record Offered(String property, String source, String label) {}

    /** @param sources by the property of JSON what {@link Proposals} calls its values */
    static List<Offered> offered(Map<String, String> sources, Words words) {
        return sources.entrySet().stream()
                .map(each -> offered(each.getKey(), each.getValue(), words))
                .toList();
    }

    static Offered offered(String property, String source, Words words) {
        return new Offered(property, source, words.text("restriction." + property));
    }

    static List<Slot> restrictions(Fields fields, Words words, Proposals proposals, List<Offered> offered) {
        var slots = new ArrayList<Slot>();
        var more = new ArrayList<Option>();
        offered.forEach(each -> {
            String property = each.property();
            if (fields.all(property).isEmpty() && !fields.all(WITH).contains(property)) {
                more.add(Option.of(property, each.label()));
            } else {
                Slot values = property.equals(DISCOUNTED)
                        ? discounted(fields, words, each.label())
                        : values(fields, words, proposals, property, each.source(), each.label());
                slots.add(new Slot.Restriction(property, each.label(), values));
            }
        });
        if (!more.isEmpty()) {
            slots.add(new Slot.More(WITH, words.text("builder.restrict"), more));
        }
        return slots;
    }

    private static Slot discounted(Fields fields, Words words, String label) {
        var answers = List.of(
                Option.of("true", words.text("sentence.discounted.true")),
                Option.of("false", words.text("sentence.discounted.false")));
        return new Slot.Choice(DISCOUNTED, label, answers, fields.one(DISCOUNTED, "true"));
    }

    /** Whoever adds the restriction means the first answer until they choose the other. */
    static void discountedJson(Fields fields, Map<String, Object> json) {
        if (fields.one(DISCOUNTED) != null || fields.all(WITH).contains(DISCOUNTED)) {
            json.put(DISCOUNTED, fields.one(DISCOUNTED, "true").equals("true"));
        }
    }

    /** Few values are all shown with a box each; many are searched. */
    static Slot values(Fields fields, Words words, Proposals proposals, String name, String source, String label) {
        List<String> chosen = fields.all(name);
        boolean few = List.of("channel", "interaction", "mainChannel").contains(source) || isChoice(source);
        var proposed = proposals.of(source, "", few ? 20 : PROPOSED + chosen.size());
        if (few) {
            var options = new ArrayList<Option>();
            proposed.forEach(each ->
                    options.add(new Option(each.value(), each.label(), each.count(), chosen.contains(each.value()))));
            chosen.stream()
                    .filter(value ->
                            proposed.stream().noneMatch(each -> each.value().equals(value)))
                    .forEach(value -> options.add(new Option(value, label(source, value, words), null, true)));
            return new Slot.Checks(name, label, options);
        }
        return new Slot.Values(
                name,
                label,
                source,
                chosen.stream()
                        .map(value -> new Option(value, label(source, value, words), null, true))
                        .toList(),
                proposed.stream()
                        .filter(each -> !chosen.contains(each.value()))
                        .limit(PROPOSED)
                        .map(each -> new Option(each.value(), each.label(), each.count(), false))
                        .toList());
    }

    private static boolean isChoice(String source) {
        return Attribute.of(source)
                .filter(attribute ->
                        attribute.type() == Attribute.Type.CHOICE || attribute.type() == Attribute.Type.MONTH)
                .isPresent();
    }

    /** How a person reads a value of the source. */
    static String label(String source, String value, Words words) {
        return switch (source) {
            case "channel", "mainChannel" -> words.value("channel", value);
            case "interaction" -> words.value("interaction", value);
            case "product" -> value.matches("\\d{1,18}") ? words.product().apply(Long.parseLong(value)) : value;
            case "touchpoint", "category", "brand", "mainCategory" -> value;
            case "tier", "stage" -> words.text("label." + source + "." + value);
            case "tierMonth" -> value.matches("\\d{4}-\\d\\d-\\d\\d") ? words.date(LocalDate.parse(value)) : value;
            default ->
                Attribute.of(source)
                        .map(attribute -> AttributePhrase.label(attribute, value, words))
                        .orElse(value);
        };
    }
}
