package io.legame.segments;

import io.legame.segments.Slot.Option;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@link InteractionCondition} in JSON and in the builder. */
@Component
final class InteractionKind implements ConditionKind {
    @Override
    public String property() {
        return "interactions";
    }

    @Override
    public Condition read(JsonPlace place) {
        return InteractionCondition.read(place);
    }

    @Override
    public Map<String, Object> schema() {
        var byMeasure = new ArrayList<Object>();
        for (ContactMeasure measure : ContactMeasure.values()) {
            Map<String, Object> properties = new LinkedHashMap<>();
            properties.put("interactions", Schemas.words(List.of(measure.word())));
            properties.put("during", Schemas.ref("window"));
            restrictions(properties);
            byMeasure.add(Schemas.objectWithOne(
                    properties,
                    Schemas.comparisons(
                            measure.comparisonWords(),
                            measure.ofDates() ? Schemas.day() : Map.of("type", "integer", "minimum", 0)),
                    "interactions"));
        }
        return Map.of("oneOf", byMeasure);
    }

    /** The JSON Schema of what restricts interactions. */
    static void restrictions(Map<String, Object> properties) {
        properties.put("kinds", Schemas.list(Schemas.text()));
        properties.put(Details.PROPERTY, Details.schema());
        properties.put("channels", Schemas.list(Schemas.words(Where.CHANNELS)));
        properties.put("touchpoints", Schemas.list(Schemas.text()));
    }

    @Override
    public void wordings(Wordings wordings) {
        InteractionCondition.wordings(wordings);
    }

    @Override
    public List<Offer> offers() {
        Fields fields = Fields.of("measure", "number", "during", "last", "n", "90", "unit", "days", "a", "1");
        return List.of(
                new Offer("did", "offer.interactions.some", fields.with("op", "atLeast")),
                new Offer("did", "offer.interactions.none", fields.with("op", "none")),
                new Offer(
                        "did",
                        "offer.interactions.daysSinceLast",
                        Fields.of("measure", "daysSinceLast", "op", "atMost", "during", "ever")));
    }

    @Override
    public List<Slot> slots(Fields fields, Words words, Proposals proposals) {
        ContactMeasure measure = measure(fields);
        var measures = ContactMeasure.words().stream()
                .map(word -> Option.of(word, words.text("contactMeasure." + word)))
                .toList();
        var slots = new ArrayList<Slot>();
        slots.add(new Slot.Told(words.text("builder.interactions")));
        slots.add(FactForm.values(fields, words, proposals, "kinds", "interaction", words.text("restriction.kinds")));
        slots.add(new Slot.Choice("measure", words.text("builder.measure"), measures, measure.word()));
        slots.addAll(FactForm.comparison(
                fields, words, measure.comparisonWords(), otherwise(measure), measure.ofDates(), unit(measure, words)));
        slots.addAll(FactForm.window(fields, words));
        slots.addAll(FactForm.restrictions(fields, words, proposals, offered(fields, words, proposals)));
        return slots;
    }

    /** What can restrict interactions in the builder. */
    static List<FactForm.Offered> offered(Fields fields, Words words, Proposals proposals) {
        var offered = new ArrayList<FactForm.Offered>();
        offered.add(FactForm.offered("channels", "channel", words));
        offered.add(FactForm.offered("touchpoints", "touchpoint", words));
        offered.addAll(Details.offered(fields, words, proposals));
        return offered;
    }

    private static ContactMeasure measure(Fields fields) {
        return ContactMeasure.of(fields.one("measure", "number")).orElse(ContactMeasure.NUMBER);
    }

    private static String otherwise(ContactMeasure measure) {
        return measure.ofDates() ? "after" : "atLeast";
    }

    private static @Nullable String unit(ContactMeasure measure, Words words) {
        return switch (measure) {
            case NUMBER -> words.text("unit.times");
            case DAYS, DAYS_SINCE_LAST -> words.text("unit.days");
            case LAST_DATE, FIRST_DATE -> null;
        };
    }

    @Override
    public Map<String, Object> json(Fields fields) {
        ContactMeasure measure = measure(fields);
        var json = new LinkedHashMap<String, Object>();
        json.put("interactions", measure.word());
        FactForm.comparisonJson(fields, json, measure.comparisonWords(), otherwise(measure), measure.ofDates());
        FactForm.windowJson(fields, json);
        restrictionsJson(fields, json);
        return json;
    }

    static void restrictionsJson(Fields fields, Map<String, Object> json) {
        for (String property : InteractionCondition.RESTRICTIONS) {
            if (!fields.all(property).isEmpty()) {
                json.put(property, fields.all(property));
            }
        }
        Details.json(fields, json);
    }

    @Override
    public Fields fields(Map<String, Object> json) {
        ContactMeasure measure =
                ContactMeasure.of(String.valueOf(json.get("interactions"))).orElseThrow();
        Fields fields =
                FactForm.comparisonFields(Fields.of("measure", measure.word()), json, measure.comparisonWords());
        return restrictionsFields(FactForm.windowFields(fields, json), json);
    }

    static Fields restrictionsFields(Fields fields, Map<String, Object> json) {
        Fields restricted = fields;
        for (String property : InteractionCondition.RESTRICTIONS) {
            if (json.get(property) instanceof List<?> values) {
                restricted = restricted.with(property, values);
            }
        }
        return Details.fields(restricted, json);
    }
}
