package io.legame.segments;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the customer is worth to the company, as it computes it.
 *
 * @param on the last day of a month; null for the as-of day
 */
record TierCondition(TierSet tiers, @Nullable LocalDate on) implements Condition {
    static final String TODAY = "today";

    @Override
    public Map<String, Object> json() {
        Map<String, Object> json = Comparison.object("tier", tiers.words());
        if (on != null) {
            json.put("on", on.toString());
        }
        return json;
    }

    @Override
    public AskedFields fields() {
        return AskedFields.NONE;
    }

    @Override
    public Phrase phrase(Words words) {
        String standing = tiers.standing(words);
        return on == null
                ? AttributePhrase.phrase(words, "tier", standing)
                : AttributePhrase.phrase(words, "tier.on", standing, words.date(on));
    }

    @Override
    public org.jooq.Condition sql(LocalDate asOf) {
        return tiers.sql(on, asOf);
    }

    @Component
    static class Kind implements ConditionKind {
        @Override
        public String property() {
            return "tier";
        }

        @Override
        public Condition read(JsonPlace place) {
            place.allowOnly(List.of("tier", "on"));
            JsonPlace on = place.find("on");
            return new TierCondition(TierSet.read(place.get("tier")), on == null ? null : TierSet.month(on));
        }

        @Override
        public Map<String, Object> schema() {
            return Schemas.object(Map.of("tier", TierSet.schema(), "on", Schemas.day()), "tier");
        }

        @Override
        public void wordings(Wordings wordings) {
            Words words = wordings.words();
            Piece<Map<String, Object>> tiers = TierSet.standingPiece(words).as("tier");
            wordings.phrase("tier", Map.of(), tiers);
            wordings.phrase("tier.on", Map.of(), tiers, Days.of(words).as("on"));
        }

        @Override
        public List<Offer> offers() {
            return List.of(new Offer("standing", "offer.tier", Fields.NONE));
        }

        @Override
        public List<Slot> slots(Fields fields, Words words, Proposals proposals) {
            return List.of(
                    new Slot.Told(words.text("offer.tier")),
                    TierSet.slot(fields, words, proposals, "v"),
                    TierSet.when(fields, words, proposals, "on", true));
        }

        @Override
        public Map<String, Object> json(Fields fields) {
            var json = new LinkedHashMap<String, Object>();
            json.put("tier", fields.all("v"));
            String on = fields.one("on", TODAY);
            if (!on.equals(TODAY)) {
                json.put("on", on);
            }
            return json;
        }

        @Override
        public Fields fields(Map<String, Object> json) {
            Fields fields = Fields.NONE.with("v", (List<?>) json.getOrDefault("tier", List.of()));
            return fields.with("on", json.getOrDefault("on", TODAY));
        }
    }
}
