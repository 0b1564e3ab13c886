package io.legame.segments;

import static io.legame.insight.WarehouseTables.CUSTOMER;
import static io.legame.insight.WarehouseTables.STAGE_SPAN;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.select;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Where the customer stands between the first contact and the end.
 *
 * @param on null for the as-of day
 */
record StageCondition(StageSet stages, @Nullable LocalDate on) implements Condition {
    @Override
    public Map<String, Object> json() {
        Map<String, Object> json = Comparison.object("stage", stages.words());
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
    public boolean asksForDismissed() {
        return stages.hasDismissed();
    }

    @Override
    public Phrase phrase(Words words) {
        String told = stages.told(words);
        return on == null
                ? AttributePhrase.phrase(words, "stage", told)
                : AttributePhrase.phrase(words, "stage.on", told, words.date(on));
    }

    @Override
    public org.jooq.Condition sql(LocalDate asOf) {
        LocalDate day = on == null ? asOf : on;
        return CUSTOMER.ID.in(select(STAGE_SPAN.CUSTOMER_ID)
                .from(STAGE_SPAN)
                .where(
                        day.isAfter(asOf)
                                ? falseCondition()
                                : STAGE_SPAN.FROM_ON.le(day).and(STAGE_SPAN.UNTIL_ON.gt(day)))
                .and(STAGE_SPAN.STAGE.in(stages.words())));
    }

    @Component
    static class Kind implements ConditionKind {
        private static final String DAY = "day";

        @Override
        public String property() {
            return "stage";
        }

        @Override
        public Condition read(JsonPlace place) {
            place.allowOnly(List.of("stage", "on"));
            JsonPlace on = place.find("on");
            return new StageCondition(StageSet.read(place.get("stage")), on == null ? null : on.day());
        }

        @Override
        public Map<String, Object> schema() {
            return Schemas.object(Map.of("stage", StageSet.schema(), "on", Schemas.day()), "stage");
        }

        @Override
        public void wordings(Wordings wordings) {
            Words words = wordings.words();
            Piece<Map<String, Object>> stages = StageSet.piece(words).as("stage");
            wordings.phrase("stage", Map.of(), stages);
            wordings.phrase("stage.on", Map.of(), stages, Days.of(words).as("on"));
        }

        @Override
        public List<Offer> offers() {
            return List.of(new Offer("standing", "offer.stage", Fields.NONE));
        }

        @Override
        public List<Slot> slots(Fields fields, Words words, Proposals proposals) {
            String when = fields.one("when", TierCondition.TODAY);
            var whens = List.of(
                    Slot.Option.of(TierCondition.TODAY, words.text("sentence.today")),
                    Slot.Option.of(DAY, words.text("operator.on")));
            Slot told = new Slot.Told(words.text("offer.stage"));
            Slot values = StageSet.slot(fields, words, proposals);
            Slot choice = new Slot.Choice("when", words.text("builder.window"), whens, when);
            return when.equals(DAY)
                    ? List.of(told, values, choice, new Slot.Day("on", words.text("operator.on"), fields.one("on")))
                    : List.of(told, values, choice);
        }

        @Override
        public Map<String, Object> json(Fields fields) {
            var json = new LinkedHashMap<String, Object>();
            json.put("stage", fields.all("v"));
            if (fields.one("when", TierCondition.TODAY).equals(DAY)) {
                json.put("on", fields.one("on", ""));
            }
            return json;
        }

        @Override
        public Fields fields(Map<String, Object> json) {
            Fields fields = Fields.NONE.with("v", (List<?>) json.getOrDefault("stage", List.of()));
            Object on = json.get("on");
            return on == null
                    ? fields.with("when", TierCondition.TODAY)
                    : fields.with("when", DAY).with("on", on);
        }
    }
}
