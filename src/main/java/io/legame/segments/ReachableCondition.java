package io.legame.segments;

import static io.legame.insight.WarehouseTables.CUSTOMER;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.inline;

import io.legame.customers.CustomerField;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jooq.Field;
import org.springframework.stereotype.Component;

/** Whether there is an address that a message could be sent to. */
record ReachableCondition(Way way) implements Condition {
    enum Way {
        EMAIL(CUSTOMER.HAS_EMAIL, CustomerField.EMAIL),
        PHONE(CUSTOMER.HAS_PHONE, CustomerField.PHONE),
        POST(CUSTOMER.HAS_ADDRESS, CustomerField.STREET, CustomerField.TOWN);

        @SuppressWarnings("ImmutableEnumChecker") // jOOQ's columns do not change, they only do not say so
        private final Field<Boolean> column;

        @SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable
        private final Set<CustomerField> fields;

        Way(Field<Boolean> column, CustomerField... fields) {
            this.column = column;
            this.fields = Set.of(fields);
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static List<String> words() {
            return Arrays.stream(values()).map(Way::word).toList();
        }
    }

    @Override
    public Map<String, Object> json() {
        return Comparison.object("reachable", way.word());
    }

    @Override
    public Phrase phrase(Words words) {
        return AttributePhrase.phrase(words, "reachable." + way.word());
    }

    @Override
    public org.jooq.Condition sql(LocalDate asOf) {
        return condition(coalesce(way.column, inline(false)));
    }

    @Override
    public AskedFields fields() {
        return AskedFields.of(way.fields);
    }

    @Component
    static class Kind implements ConditionKind {
        @Override
        public String property() {
            return "reachable";
        }

        @Override
        public Condition read(JsonPlace place) {
            place.allowOnly(List.of("reachable"));
            String word = place.get("reachable").oneOf(Way.words());
            return new ReachableCondition(Way.valueOf(word.toUpperCase(Locale.ROOT)));
        }

        @Override
        public Map<String, Object> schema() {
            return Schemas.object(Map.of("reachable", Schemas.words(Way.words())), "reachable");
        }

        @Override
        public void wordings(Wordings wordings) {
            Way.words().forEach(way -> wordings.phrase("reachable." + way, Map.of("reachable", way)));
        }

        @Override
        public List<Offer> offers() {
            return Arrays.stream(Way.values())
                    .map(way -> new Offer("reach", "offer.reachable." + way.word(), Fields.of("way", way.word())))
                    .toList();
        }

        @Override
        public List<Slot> slots(Fields fields, Words words, Proposals proposals) {
            var ways = Way.words().stream()
                    .map(way -> Slot.Option.of(way, words.text("offer.reachable." + way)))
                    .toList();
            return List.of(new Slot.Choice("way", words.text("group.reach"), ways, fields.one("way", "email")));
        }

        @Override
        public Map<String, Object> json(Fields fields) {
            var json = new LinkedHashMap<String, Object>();
            json.put("reachable", fields.one("way", "email"));
            return json;
        }

        @Override
        public Fields fields(Map<String, Object> json) {
            return Fields.of("way", String.valueOf(json.get("reachable")));
        }
    }
}
