package io.legame.segments;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** {@link InteractionCondition} in JSON and in the builder. */
@Component
final class InteractionKind implements ConditionKind {
    private static final Map<String, String> RESTRICTIONS = new LinkedHashMap<>();

    static {
        RESTRICTIONS.put("channels", "channel");
        RESTRICTIONS.put("touchpoints", "touchpoint");
    }

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
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("interactions", Map.of("const", "number"));
        properties.put("kinds", Schemas.list(Schemas.text()));
        properties.put("during", Schemas.ref("window"));
        properties.put("channels", Schemas.list(Schemas.words(Where.CHANNELS)));
        properties.put("touchpoints", Schemas.list(Schemas.text()));
        return Schemas.objectWithOne(
                properties,
                Schemas.comparisons(InteractionCondition.comparisonWords(), Map.of("type", "integer", "minimum", 0)),
                "interactions");
    }

    @Override
    public List<Offer> offers() {
        Fields fields = Fields.of("during", "last", "n", "90", "unit", "days", "a", "1");
        return List.of(
                new Offer("did", "offer.interactions.some", fields.with("op", "atLeast")),
                new Offer("did", "offer.interactions.none", fields.with("op", "none")));
    }

    @Override
    public List<Slot> slots(Fields fields, Words words, Proposals proposals) {
        var slots = new ArrayList<Slot>();
        slots.add(new Slot.Told(words.text("builder.interactions")));
        slots.add(FactForm.values(fields, words, proposals, "kinds", "interaction", words.text("restriction.kinds")));
        slots.addAll(FactForm.comparison(
                fields, words, InteractionCondition.comparisonWords(), "atLeast", false, words.text("unit.times")));
        slots.addAll(FactForm.window(fields, words));
        slots.addAll(FactForm.restrictions(fields, words, proposals, RESTRICTIONS));
        return slots;
    }

    @Override
    public Map<String, Object> json(Fields fields) {
        var json = new LinkedHashMap<String, Object>();
        json.put("interactions", "number");
        FactForm.comparisonJson(fields, json, InteractionCondition.comparisonWords(), "atLeast", false);
        FactForm.windowJson(fields, json);
        for (String property : InteractionCondition.RESTRICTIONS) {
            if (!fields.all(property).isEmpty()) {
                json.put(property, fields.all(property));
            }
        }
        return json;
    }

    @Override
    public Fields fields(Map<String, Object> json) {
        Fields fields = FactForm.comparisonFields(Fields.NONE, json, InteractionCondition.comparisonWords());
        fields = FactForm.windowFields(fields, json);
        for (String property : InteractionCondition.RESTRICTIONS) {
            if (json.get(property) instanceof List<?> values) {
                fields = fields.with(property, values);
            }
        }
        return fields;
    }
}
