package io.legame.segments;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * From one tier to another, or staying in one.
 *
 * @param since the last day of a month
 * @param until the last day of a month; null for the as-of day
 */
record MovedCondition(LocalDate since, @Nullable LocalDate until, TierSet from, TierSet to) implements Condition {
    @Override
    public Map<String, Object> json() {
        Map<String, Object> json = Comparison.object(
                "moved", List.of(since.toString(), until == null ? TierCondition.TODAY : until.toString()));
        json.put("from", from.words());
        json.put("to", to.words());
        return json;
    }

    @Override
    public AskedFields fields() {
        return AskedFields.NONE;
    }

    @Override
    public Phrase phrase(Words words) {
        String key = until == null ? "today" : "until";
        String end = until == null ? "" : words.date(until);
        return from.equals(to) && from.words().size() == 1
                ? AttributePhrase.phrase(words, "stayed." + key, from.standing(words), words.date(since), end)
                : AttributePhrase.phrase(
                        words, "moved." + key, from.told(words), words.date(since), to.told(words), end);
    }

    @Override
    public org.jooq.Condition sql(LocalDate asOf) {
        return from.sql(since, asOf).and(to.sql(until, asOf));
    }

    @Component
    static class Kind implements ConditionKind {
        @Override
        public String property() {
            return "moved";
        }

        @Override
        public Condition read(JsonPlace place) {
            place.allowOnly(List.of("moved", "from", "to"));
            JsonPlace moved = place.get("moved");
            List<JsonPlace> ends = moved.list();
            if (ends.size() != 2) {
                throw moved.wrong("segments.json.twoValues");
            }
            LocalDate since = TierSet.month(ends.getFirst());
            JsonPlace last = ends.getLast();
            LocalDate until = last.text().equals(TierCondition.TODAY) ? null : TierSet.month(last);
            if (until != null && until.isBefore(since)) {
                throw moved.wrong("segments.json.upsideDown");
            }
            return new MovedCondition(since, until, TierSet.read(place.get("from")), TierSet.read(place.get("to")));
        }

        @Override
        public Map<String, Object> schema() {
            Map<String, Object> ends =
                    Schemas.pair(Map.of("oneOf", List.of(Schemas.day(), Map.of("const", TierCondition.TODAY))));
            return Schemas.object(
                    Map.of("moved", ends, "from", TierSet.schema(), "to", TierSet.schema()), "moved", "from", "to");
        }

        @Override
        public void wordings(Wordings wordings) {
            Words words = wordings.words();
            Piece<Map<String, Object>> from = TierSet.piece(words).as("from");
            Piece<Map<String, Object>> to = TierSet.piece(words).as("to");
            Piece<Map<String, Object>> standing = TierSet.standingPiece(words).as("from");
            Piece<Map<String, Object>> since = Days.of(words).as("since");
            Piece<Map<String, Object>> until = Days.of(words).as("until");
            wordings.phraseOf("moved.today", Kind::moved, from, since, to);
            wordings.phraseOf("moved.until", Kind::moved, from, since, to, until);
            wordings.phraseOf("stayed.today", Kind::moved, standing, since);
            wordings.phraseOf("stayed.until", Kind::moved, standing, since, until);
        }

        private static Object part(Map<String, Object> told, String name) {
            return Objects.requireNonNull(told.get(name));
        }

        private static Map<String, Object> moved(Map<String, Object> told) {
            var json = new LinkedHashMap<String, Object>();
            json.put("moved", List.of(part(told, "since"), told.getOrDefault("until", TierCondition.TODAY)));
            json.put("from", part(told, "from"));
            json.put("to", told.getOrDefault("to", part(told, "from")));
            return json;
        }

        @Override
        public List<Offer> offers() {
            return List.of(new Offer("standing", "offer.moved", Fields.NONE));
        }

        @Override
        public List<Slot> slots(Fields fields, Words words, Proposals proposals) {
            return List.of(
                    new Slot.Told(words.text("builder.movedFrom")),
                    TierSet.slot(fields, words, proposals, "from"),
                    TierSet.when(fields, words, proposals, "since", false),
                    new Slot.Told(words.text("builder.movedTo")),
                    TierSet.slot(fields, words, proposals, "to"),
                    TierSet.when(fields, words, proposals, "until", true));
        }

        @Override
        public Map<String, Object> json(Fields fields) {
            var json = new LinkedHashMap<String, Object>();
            String since = fields.one("since");
            if (since != null) {
                json.put("moved", List.of(since, fields.one("until", TierCondition.TODAY)));
            }
            json.put("from", fields.all("from"));
            json.put("to", fields.all("to"));
            return json;
        }

        @Override
        public Fields fields(Map<String, Object> json) {
            List<?> ends = (List<?>) json.getOrDefault("moved", List.of("", TierCondition.TODAY));
            return Fields.NONE
                    .with("since", ends.getFirst())
                    .with("until", ends.getLast())
                    .with("from", (List<?>) json.getOrDefault("from", List.of()))
                    .with("to", (List<?>) json.getOrDefault("to", List.of()));
        }
    }
}
