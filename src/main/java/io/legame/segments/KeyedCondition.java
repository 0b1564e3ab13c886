package io.legame.segments;

import static io.legame.insight.WarehouseTables.CUSTOMER;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.trueCondition;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Whether customers have the company's one mandatory unique key; who does not is left out of filters that do not ask. */
record KeyedCondition(Answer keyed) implements Condition {
    /** In JSON {@code true}, {@code false} and {@code "either"}. */
    enum Answer {
        TRUE,
        FALSE,
        /** Those without the key are taken in. */
        EITHER;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static List<String> words() {
            return Arrays.stream(values()).map(Answer::word).toList();
        }
    }

    private static Object json(String word) {
        return word.equals("either") ? word : (Object) word.equals("true");
    }

    @Override
    public Map<String, Object> json() {
        return Comparison.object("keyed", json(keyed.word()));
    }

    @Override
    public AskedFields fields() {
        return AskedFields.NONE;
    }

    @Override
    public Phrase phrase(Words words) {
        Phrase phrase = AttributePhrase.phrase(words, keyed == Answer.EITHER ? "keyed.either" : "keyed");
        return keyed == Answer.FALSE ? phrase.negate() : phrase;
    }

    @Override
    public org.jooq.Condition sql(LocalDate asOf) {
        return keyed == Answer.EITHER ? trueCondition() : hasKey(keyed == Answer.TRUE);
    }

    /** Whether somebody is one whom a filter means that does not ask for the key. */
    static org.jooq.Condition hasKey(boolean has) {
        return condition(coalesce(CUSTOMER.KEYED, inline(false)).eq(has));
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
            JsonPlace answer = place.get("keyed");
            String word = answer.node().isBoolean() ? String.valueOf(answer.yesOrNo()) : answer.oneOf(Answer.words());
            return new KeyedCondition(Answer.valueOf(word.toUpperCase(Locale.ROOT)));
        }

        @Override
        public Map<String, Object> schema() {
            return Schemas.object(Map.of("keyed", Map.of("enum", List.of(true, false, "either"))), "keyed");
        }

        @Override
        public List<Offer> offers() {
            return List.of(
                    new Offer("reach", "offer.keyed", Fields.of("keyed", "true")),
                    new Offer("reach", "offer.eitherKeyed", Fields.of("keyed", "either")));
        }

        @Override
        public List<Slot> slots(Fields fields, Words words, Proposals proposals) {
            var answers = List.of(
                    Slot.Option.of("true", words.text("offer.keyed")),
                    Slot.Option.of("false", words.text("offer.notKeyed")),
                    Slot.Option.of("either", words.text("offer.eitherKeyed")));
            return List.of(new Slot.Choice("keyed", words.text("offer.keyed"), answers, fields.one("keyed", "true")));
        }

        @Override
        public Map<String, Object> json(Fields fields) {
            var json = new LinkedHashMap<String, Object>();
            json.put("keyed", KeyedCondition.json(fields.one("keyed", "true")));
            return json;
        }

        @Override
        public Fields fields(Map<String, Object> json) {
            return Fields.of("keyed", String.valueOf(json.get("keyed")));
        }
    }
}
