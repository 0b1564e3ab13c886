package io.legame.segments;

import static io.legame.insight.WarehouseTables.CUSTOMER;
import static io.legame.insight.WarehouseTables.STAGE_SPAN;
import static org.jooq.impl.DSL.select;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Who came to a stage of the life cycle, whether still in it or not. */
record EnteredCondition(StageSet stages, Window during) implements Condition {
    @Override
    public Map<String, Object> json() {
        Map<String, Object> json = Comparison.object("entered", stages.words());
        during.write(json);
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
        return AttributePhrase.phrase(words, "entered", stages.told(words), during.told(words));
    }

    @Override
    public org.jooq.Condition sql(LocalDate asOf) {
        return CUSTOMER.ID.in(select(STAGE_SPAN.CUSTOMER_ID)
                .from(STAGE_SPAN)
                .where(STAGE_SPAN.STAGE.in(stages.words()))
                .and(during.sql(STAGE_SPAN.FROM_ON, asOf)));
    }

    @Component
    static class Kind implements ConditionKind {
        @Override
        public String property() {
            return "entered";
        }

        @Override
        public Condition read(JsonPlace place) {
            place.allowOnly(List.of("entered", "during"));
            return new EnteredCondition(StageSet.read(place.get("entered")), FactJson.window(place));
        }

        @Override
        public Map<String, Object> schema() {
            return Schemas.object(Map.of("entered", StageSet.schema(), "during", Schemas.ref("window")), "entered");
        }

        @Override
        public void wordings(Wordings wordings) {
            Words words = wordings.words();
            wordings.phrase("entered", Map.of(), StageSet.piece(words).as("entered"), Window.piece(words));
        }

        @Override
        public List<Offer> offers() {
            return List.of(
                    new Offer("standing", "offer.entered", Fields.of("during", "last", "n", "30", "unit", "days")));
        }

        @Override
        public List<Slot> slots(Fields fields, Words words, Proposals proposals) {
            var slots = new ArrayList<Slot>();
            slots.add(new Slot.Told(words.text("offer.entered")));
            slots.add(StageSet.slot(fields, words, proposals));
            slots.addAll(FactForm.window(fields, words));
            return slots;
        }

        @Override
        public Map<String, Object> json(Fields fields) {
            var json = new LinkedHashMap<String, Object>();
            json.put("entered", fields.all("v"));
            FactForm.windowJson(fields, json);
            return json;
        }

        @Override
        public Fields fields(Map<String, Object> json) {
            return FactForm.windowFields(
                    Fields.NONE.with("v", (List<?>) json.getOrDefault("entered", List.of())), json);
        }
    }
}
