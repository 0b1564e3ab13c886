package io.legame.segments;

import io.legame.segments.Slot.Option;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@link PurchaseCondition} in JSON and in the builder. */
@Component
final class PurchaseKind implements ConditionKind {
    static final Map<String, String> RESTRICTIONS = new LinkedHashMap<>();

    static {
        RESTRICTIONS.put("channels", "channel");
        RESTRICTIONS.put("touchpoints", "touchpoint");
        RESTRICTIONS.put("categories", "category");
        RESTRICTIONS.put("brands", "brand");
        RESTRICTIONS.put("products", "product");
        RESTRICTIONS.put(FactForm.DISCOUNTED, FactForm.DISCOUNTED);
    }

    @Override
    public String property() {
        return "purchases";
    }

    @Override
    public Condition read(JsonPlace place) {
        return PurchaseCondition.read(place);
    }

    @Override
    public Map<String, Object> schema() {
        var byMeasure = new ArrayList<Object>();
        for (Measure measure : Measure.values()) {
            Map<String, Object> properties = new LinkedHashMap<>();
            properties.put("purchases", Schemas.words(List.of(measure.word())));
            properties.put("during", Schemas.ref("window"));
            restrictions(properties);
            byMeasure.add(Schemas.objectWithOne(
                    properties,
                    Schemas.comparisons(
                            PurchaseCondition.comparisonWords(measure),
                            measure.ofDays() ? Schemas.day() : Schemas.type("number")),
                    "purchases"));
        }
        return Map.of("oneOf", byMeasure);
    }

    /** The JSON Schema of what restricts purchases. */
    static void restrictions(Map<String, Object> properties) {
        properties.put("channels", Schemas.list(Schemas.words(Where.CHANNELS)));
        properties.put("touchpoints", Schemas.list(Schemas.text()));
        properties.put("products", Schemas.list(Map.of("type", "integer", "minimum", 1)));
        properties.put("categories", Schemas.list(Schemas.text()));
        properties.put("brands", Schemas.list(Schemas.text()));
        properties.put(FactForm.DISCOUNTED, Schemas.type("boolean"));
    }

    @Override
    public void wordings(Wordings wordings) {
        PurchaseCondition.wordings(wordings);
    }

    @Override
    public List<Offer> offers() {
        return List.of(
                offer("amount", "atLeast", "last"),
                offer("orders", "atLeast", "last"),
                offer("items", "atLeast", "last"),
                offer("averageOrder", "atLeast", "last"),
                offer("largestOrder", "atLeast", "last"),
                offer("discount", "atLeast", "last"),
                offer("products", "atLeast", "last"),
                offer("returns", "atLeast", "last"),
                offer("daysSinceLast", "atMost", "ever"),
                offer("lastDate", "after", "ever"),
                offer("firstDate", "after", "ever"),
                new Offer("bought", "offer.purchases.none", fields("orders", "none", "last")));
    }

    private static Offer offer(String measure, String operator, String during) {
        return new Offer("bought", "offer.purchases." + measure, fields(measure, operator, during));
    }

    private static Fields fields(String measure, String operator, String during) {
        Fields fields = Fields.of("measure", measure, "op", operator, "during", during);
        return during.equals("last") ? fields.with("n", 90).with("unit", "days") : fields;
    }

    @Override
    public List<Slot> slots(Fields fields, Words words, Proposals proposals) {
        Measure measure = measure(fields);
        var measures = Measure.words().stream()
                .map(word -> Option.of(word, words.text("measure." + word)))
                .toList();
        var slots = new ArrayList<Slot>();
        slots.add(new Slot.Choice("measure", words.text("builder.measure"), measures, measure.word()));
        slots.addAll(FactForm.comparison(
                fields,
                words,
                PurchaseCondition.comparisonWords(measure),
                otherwise(measure),
                measure.ofDays(),
                unit(measure, words)));
        slots.addAll(FactForm.window(fields, words));
        slots.addAll(FactForm.restrictions(fields, words, proposals, FactForm.offered(RESTRICTIONS, words)));
        return slots;
    }

    private static @Nullable String unit(Measure measure, Words words) {
        if (measure.ofMoney()) {
            return words.formats().currency().getSymbol(words.locale());
        }
        return measure.ofDaysSince() ? words.text("unit.days") : null;
    }

    private static Measure measure(Fields fields) {
        return Measure.of(fields.one("measure", "amount")).orElse(Measure.AMOUNT);
    }

    private static String otherwise(Measure measure) {
        return measure.ofDays() ? "after" : "atLeast";
    }

    @Override
    public Map<String, Object> json(Fields fields) {
        Measure measure = measure(fields);
        var json = new LinkedHashMap<String, Object>();
        json.put("purchases", measure.word());
        FactForm.comparisonJson(
                fields, json, PurchaseCondition.comparisonWords(measure), otherwise(measure), measure.ofDays());
        FactForm.windowJson(fields, json);
        restrictionsJson(fields, json);
        return json;
    }

    static void restrictionsJson(Fields fields, Map<String, Object> json) {
        for (String property : Where.PROPERTIES) {
            var values = fields.all(property);
            if (property.equals(FactForm.DISCOUNTED)) {
                FactForm.discountedJson(fields, json);
            } else if (!values.isEmpty()) {
                json.put(
                        property,
                        property.equals("products")
                                ? values.stream().map(Fields::number).toList()
                                : values);
            }
        }
    }

    @Override
    public Fields fields(Map<String, Object> json) {
        Measure measure = Measure.of(String.valueOf(json.get("purchases"))).orElseThrow();
        Fields fields = Fields.of("measure", measure.word());
        fields = FactForm.comparisonFields(fields, json, PurchaseCondition.comparisonWords(measure));
        return restrictionsFields(FactForm.windowFields(fields, json), json);
    }

    static Fields restrictionsFields(Fields fields, Map<String, Object> json) {
        Fields restricted = fields;
        for (String property : Where.PROPERTIES) {
            if (json.get(property) instanceof List<?> values) {
                restricted = restricted.with(property, values);
            } else if (json.get(property) instanceof Boolean answer) {
                restricted = restricted.with(property, answer);
            }
        }
        return restricted;
    }
}
