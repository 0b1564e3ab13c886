package io.legame.segments;

import static io.legame.insight.WarehouseTables.CUSTOMER;
import static io.legame.insight.WarehouseTables.LISTED;
import static org.jooq.impl.DSL.select;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Who is on a list of customers. Nobody chooses it in the builder: it is what a segment asks for that is a list itself,
 * and others ask for the members of that one.
 */
record ListCondition(long list) implements Condition {
    private static final String PROPERTY = "list";

    @Override
    public Map<String, Object> json() {
        return Comparison.object(PROPERTY, list);
    }

    @Override
    public AskedFields fields() {
        return AskedFields.NONE;
    }

    @Override
    public Phrase phrase(Words words) {
        return AttributePhrase.phrase(words, "list", Long.toString(list));
    }

    @Override
    public org.jooq.Condition sql(LocalDate asOf) {
        return CUSTOMER.ID.in(select(LISTED.CUSTOMER_ID).from(LISTED).where(LISTED.LIST_ID.eq(list)));
    }

    @Component
    static class Kind implements ConditionKind {
        private final SavedFilters saved;

        Kind(SavedFilters saved) {
            this.saved = saved;
        }

        @Override
        public String property() {
            return PROPERTY;
        }

        @Override
        public Condition read(JsonPlace place) {
            place.allowOnly(List.of(PROPERTY));
            JsonPlace number = place.get(PROPERTY);
            long list = number.id();
            if (!place.kept() && !saved.isVisibleList(list)) {
                throw number.wrong("segments.json.noList", String.valueOf(list));
            }
            return new ListCondition(list);
        }

        @Override
        public Map<String, Object> schema() {
            return Schemas.object(Map.of(PROPERTY, Map.of("type", "integer", "minimum", 1)), PROPERTY);
        }

        @Override
        public void wordings(Wordings wordings) {
            wordings.phrase("list", Map.of(), Numbers.digits(PROPERTY));
        }

        @Override
        public List<Offer> offers() {
            return List.of();
        }

        @Override
        public List<Slot> slots(Fields fields, Words words, Proposals proposals) {
            return List.of(new Slot.Told(words.text("builder.list", fields.one(PROPERTY, ""))));
        }

        @Override
        public Map<String, Object> json(Fields fields) {
            var json = new LinkedHashMap<String, Object>();
            json.put(PROPERTY, Fields.number(fields.one(PROPERTY, "")));
            return json;
        }

        @Override
        public Fields fields(Map<String, Object> json) {
            return Fields.of(PROPERTY, String.valueOf(json.get(PROPERTY)));
        }
    }
}
