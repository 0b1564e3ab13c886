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
                    .filter(attribute -> attribute.type() == type && attribute != Attribute.AREA)
                    .map(Attribute::word)
                    .toList();
            byType.add(Schemas.objectWithOne(
                    Map.of("attribute", Schemas.words(words)), CheckJson.schema(type, type.words()), "attribute"));
        }
        byType.add(area());
        return Map.of("oneOf", byType);
    }

    /** The one whose values are all known. */
    private static Map<String, Object> area() {
        var tests =
                CheckJson.schema(Attribute.AREA.type(), Attribute.AREA.type().words());
        for (String word : List.of("isOneOf", "isNoneOf")) {
            tests.put(word, Schemas.list(Schemas.words(Areas.words())));
        }
        return Schemas.objectWithOne(
                Map.of("attribute", Schemas.words(List.of(Attribute.AREA.word()))), tests, "attribute");
    }

    @Override
    public void wordings(Wordings wordings) {
        AttributePhrase.wordings(wordings);
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
                                operators(attribute).getFirst())))
                .toList();
    }

    private static List<String> operators(Attribute attribute) {
        return CheckForm.operators(attribute.type().words());
    }

    @Override
    public List<Slot> slots(Fields fields, Words words, Proposals proposals) {
        Attribute attribute = attribute(fields);
        String name = words.text("attribute." + attribute.word());
        return CheckForm.slots(
                fields,
                words,
                operators(attribute),
                name,
                attribute.type() == Attribute.Type.DAY,
                unit(attribute, words),
                () -> FactForm.values(fields, words, proposals, "v", attribute.word(), name));
    }

    private static String unit(Attribute attribute, Words words) {
        return switch (attribute.type()) {
            case AGE -> words.text("unit.years");
            case MONEY -> words.currencySign();
            case CHOICE, TEXT, PART, MONTH, DAY, COUNT, FLAG -> "";
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
        boolean months = attribute.type() == Attribute.Type.MONTH;
        CheckForm.json(
                fields,
                json,
                operators(attribute),
                attribute.type() == Attribute.Type.DAY,
                value -> months ? Fields.number(value) : value);
        return json;
    }

    @Override
    public Fields fields(Map<String, Object> json) {
        Fields fields = Fields.of("attribute", String.valueOf(json.get("attribute")));
        return CheckForm.fields(fields, json, attribute(fields).type().words());
    }
}
