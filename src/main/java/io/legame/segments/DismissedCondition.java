package io.legame.segments;

import static io.legame.insight.WarehouseTables.CUSTOMER;
import static org.jooq.impl.DSL.trueCondition;

import io.legame.insight.DismissedCustomers;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Whether customers were let go; who may not be won back is left out of filters that do not ask. */
record DismissedCondition(Answer dismissed) implements Condition {
    /** In JSON {@code true}, {@code false} and {@code "either"}. */
    enum Answer {
        TRUE,
        FALSE,
        /** Those who were let go are taken in. */
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
        return Comparison.object("dismissed", json(dismissed.word()));
    }

    @Override
    public AskedFields fields() {
        return AskedFields.NONE;
    }

    @Override
    public boolean asksForDismissed() {
        return true;
    }

    @Override
    public Phrase phrase(Words words) {
        Phrase phrase = AttributePhrase.phrase(words, dismissed == Answer.EITHER ? "dismissed.either" : "dismissed");
        return dismissed == Answer.FALSE ? phrase.negate() : phrase;
    }

    @Override
    public org.jooq.Condition sql(LocalDate asOf) {
        org.jooq.Condition gone = DismissedCustomers.on(asOf, CUSTOMER.ID);
        return switch (dismissed) {
            case TRUE -> gone;
            case FALSE -> gone.not();
            case EITHER -> trueCondition();
        };
    }

    @Component
    static class Kind implements ConditionKind {
        @Override
        public String property() {
            return "dismissed";
        }

        @Override
        public Condition read(JsonPlace place) {
            place.allowOnly(List.of("dismissed"));
            JsonPlace answer = place.get("dismissed");
            String word = answer.node().isBoolean() ? String.valueOf(answer.yesOrNo()) : answer.oneOf(Answer.words());
            return new DismissedCondition(Answer.valueOf(word.toUpperCase(Locale.ROOT)));
        }

        @Override
        public Map<String, Object> schema() {
            return Schemas.object(Map.of("dismissed", Map.of("enum", List.of(true, false, "either"))), "dismissed");
        }

        @Override
        public List<Offer> offers() {
            return List.of(
                    new Offer("reach", "offer.dismissed", Fields.of("dismissed", "true")),
                    new Offer("reach", "offer.eitherDismissed", Fields.of("dismissed", "either")));
        }

        @Override
        public List<Slot> slots(Fields fields, Words words, Proposals proposals) {
            var answers = List.of(
                    Slot.Option.of("true", words.text("offer.dismissed")),
                    Slot.Option.of("false", words.text("offer.notDismissed")),
                    Slot.Option.of("either", words.text("offer.eitherDismissed")));
            return List.of(new Slot.Choice(
                    "dismissed", words.text("offer.dismissed"), answers, fields.one("dismissed", "true")));
        }

        @Override
        public Map<String, Object> json(Fields fields) {
            var json = new LinkedHashMap<String, Object>();
            json.put("dismissed", DismissedCondition.json(fields.one("dismissed", "true")));
            return json;
        }

        @Override
        public Fields fields(Map<String, Object> json) {
            return Fields.of("dismissed", String.valueOf(json.get("dismissed")));
        }
    }
}
