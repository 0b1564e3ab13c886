package io.legame.segments;

import static io.legame.insight.WarehouseTables.CUSTOMER;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.inline;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Whether the record carries the company's one mandatory unique key. */
record KeyedCondition(boolean keyed) implements Condition {
    @Override
    public Map<String, Object> json() {
        return Comparison.object("keyed", keyed);
    }

    @Override
    public Phrase phrase(Words words) {
        Phrase has = AttributePhrase.phrase(words, "keyed");
        return keyed ? has : has.negate();
    }

    @Override
    public org.jooq.Condition sql(LocalDate asOf) {
        return condition(coalesce(CUSTOMER.KEYED, inline(false)).eq(keyed));
    }

    @Component
    static class Kind implements ConditionKind {
        @Override
        public String property() {
            return "keyed";
        }

        @Override
        public Condition read(JsonPlace place) {
            place.allowOnly(List.of("keyed"));
            return new KeyedCondition(place.get("keyed").yesOrNo());
        }

        @Override
        public Map<String, Object> schema() {
            return Schemas.object(Map.of("keyed", Schemas.type("boolean")), "keyed");
        }

        @Override
        public List<Offer> offers() {
            return List.of(new Offer("reach", "offer.keyed", Fields.of("keyed", "true")));
        }

        @Override
        public List<Slot> slots(Fields fields, Words words, Proposals proposals) {
            var answers = List.of(
                    Slot.Option.of("true", words.text("offer.keyed")),
                    Slot.Option.of("false", words.text("offer.notKeyed")));
            return List.of(new Slot.Choice("keyed", words.text("offer.keyed"), answers, fields.one("keyed", "true")));
        }

        @Override
        public Map<String, Object> json(Fields fields) {
            var json = new LinkedHashMap<String, Object>();
            json.put("keyed", fields.one("keyed", "true").equals("true"));
            return json;
        }

        @Override
        public Fields fields(Map<String, Object> json) {
            return Fields.of("keyed", String.valueOf(json.get("keyed")));
        }
    }
}
