package io.legame.segments;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Who the customer is. */
record AttributeCondition(Attribute attribute, Check check) implements Condition {
    private static final List<String> KINDS = List.of("person", "company");

    static AttributeCondition read(JsonPlace place) {
        String word = place.get("attribute").oneOf(Attribute.words());
        Attribute attribute = Attribute.of(word).orElseThrow();
        String check = CheckJson.word(place, "attribute", attribute.type().words());
        return new AttributeCondition(
                attribute, CheckJson.read(attribute.type(), check, place.get(check), value -> value(attribute, value)));
    }

    private static String value(Attribute attribute, JsonPlace value) {
        if (attribute == Attribute.AREA) {
            return value.oneOf(Areas.words());
        }
        if (attribute == Attribute.KIND && !value.kept()) {
            return value.oneOf(KINDS);
        }
        return attribute.type() == Attribute.Type.MONTH ? Integer.toString(value.integer(1, 12)) : value.text();
    }

    @Override
    public Map<String, Object> json() {
        Map<String, Object> json = Comparison.object("attribute", attribute.word());
        boolean months = attribute.type() == Attribute.Type.MONTH;
        CheckJson.write(json, check, value -> months ? Integer.valueOf(value) : value);
        return json;
    }

    @Override
    public org.jooq.Condition sql(LocalDate asOf) {
        return check.sql(attribute.column(), attribute.type(), asOf);
    }

    @Override
    public Phrase phrase(Words words) {
        return AttributePhrase.of(this, words);
    }

    @Override
    public AskedFields fields() {
        return AskedFields.of(attribute.fields());
    }
}
