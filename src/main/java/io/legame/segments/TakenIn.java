package io.legame.segments;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Whether something holds of customers, where those of whom it does or does not are left out of filters that do not ask. */
enum TakenIn {
    TRUE,
    FALSE,
    /** Those who are left out otherwise are taken in. */
    EITHER;

    private static List<String> words() {
        return Arrays.stream(values()).map(TakenIn::word).toList();
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static TakenIn of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static Object value(String word) {
        return word.equals("either") ? word : (Object) word.equals("true");
    }

    /** In JSON {@code true}, {@code false} and {@code "either"}. */
    Map<String, Object> json(String property) {
        return Comparison.object(property, value(word()));
    }

    Phrase phrase(Words words, String property) {
        Phrase phrase = AttributePhrase.phrase(words, this == EITHER ? property + ".either" : property);
        return this == FALSE ? phrase.negate() : phrase;
    }

    /** A condition with nothing but such an answer, under its own name and the names of its answers. */
    abstract static class Kind implements ConditionKind {
        private final String property;
        private final String offer;
        private final String notOffered;
        private final String eitherOffer;

        /** @param name as the texts of its answers end, {@code offer.eitherKeyed} say */
        Kind(String property, String name) {
            this.property = property;
            this.offer = "offer." + property;
            this.notOffered = "offer.not" + name;
            this.eitherOffer = "offer.either" + name;
        }

        abstract Condition condition(TakenIn answer);

        @Override
        public final String property() {
            return property;
        }

        @Override
        public final Condition read(JsonPlace place) {
            place.allowOnly(List.of(property));
            JsonPlace answer = place.get(property);
            return condition(of(answer.node().isBoolean() ? String.valueOf(answer.yesOrNo()) : answer.oneOf(words())));
        }

        @Override
        public final Map<String, Object> schema() {
            return Schemas.object(Map.of(property, Map.of("enum", List.of(true, false, "either"))), property);
        }

        @Override
        public final void wordings(Wordings wordings) {
            wordings.phraseOr(property, Map.of(property, true), Wordings.saying(property, false));
            wordings.phrase(property + ".either", Map.of(property, value("either")));
        }

        @Override
        public final List<Offer> offers() {
            return List.of(
                    new Offer("reach", offer, Fields.of(property, "true")),
                    new Offer("reach", eitherOffer, Fields.of(property, "either")));
        }

        @Override
        public final List<Slot> slots(Fields fields, Words words, Proposals proposals) {
            var answers = List.of(
                    Slot.Option.of("true", words.text(offer)),
                    Slot.Option.of("false", words.text(notOffered)),
                    Slot.Option.of("either", words.text(eitherOffer)));
            return List.of(new Slot.Choice(property, words.text(offer), answers, fields.one(property, "true")));
        }

        @Override
        public final Map<String, Object> json(Fields fields) {
            var json = new LinkedHashMap<String, Object>();
            json.put(property, value(fields.one(property, "true")));
            return json;
        }

        @Override
        public final Fields fields(Map<String, Object> json) {
            return Fields.of(property, String.valueOf(json.get(property)));
        }
    }
}
