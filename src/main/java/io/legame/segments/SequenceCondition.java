package io.legame.segments;

import static io.legame.insight.WarehouseTables.CUSTOMER;
import static io.legame.insight.WarehouseTables.INTERACTION;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.partitionBy;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Field;
import org.jooq.Record3;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who did one thing and then another, each later in time than the one before and in time after it; or did not, in a time
 * that was over before the day.
 *
 * @param during the days of the first step
 */
record SequenceCondition(List<SequenceStep> steps, Window during) implements Condition {
    private static final int MOST = 4;

    private static final Field<Long> WHOSE = field(name("whose"), Long.class);
    private static final Field<LocalDateTime> AT = field(name("at_time"), LocalDateTime.class);
    private static final Field<LocalDate> ON = field(name("on_day"), LocalDate.class);
    /** 1 for events of the step before, 0 for those of this one, which come first where both are of one moment. */
    private static final Field<Integer> BEFORE = field(name("is_before"), Integer.class);

    private static final Field<LocalDate> NEAREST = field(name("nearest_day"), LocalDate.class);

    SequenceCondition {
        steps = List.copyOf(steps);
    }

    @Override
    public Map<String, Object> json() {
        Map<String, Object> json = Comparison.object(
                "sequence", steps.stream().map(SequenceStep::json).toList());
        during.write(json);
        return json;
    }

    @Override
    public AskedFields fields() {
        return AskedFields.NONE;
    }

    @Override
    public Phrase phrase(Words words) {
        var told = new StringBuilder(steps.getFirst().told(words)).append(during.told(words));
        for (SequenceStep step : steps.subList(1, steps.size())) {
            Within within = Objects.requireNonNull(step.within());
            told.append(words.text("sentence.then", within.told(words), step.told(words)));
        }
        return AttributePhrase.phrase(words, "sequence", told.toString());
    }

    @Override
    public org.jooq.Condition sql(LocalDate asOf) {
        LocalDate first = during.first(asOf);
        LocalDate last = during.last(asOf);
        Select<Record3<Long, LocalDateTime, LocalDate>> reached = select(
                        INTERACTION.CUSTOMER_ID.as(WHOSE),
                        INTERACTION.OCCURRED_AT.as(AT),
                        INTERACTION.OCCURRED_ON.as(ON))
                .from(INTERACTION)
                .where(steps.getFirst().sql(first, last));
        for (SequenceStep step : steps.subList(1, steps.size())) {
            Within within = Objects.requireNonNull(step.within());
            last = earlier(within.last(last), asOf);
            reached = step.happened()
                    ? followed(reached, step, within, first, last)
                    : notFollowed(reached, step, within, first, asOf);
        }
        return CUSTOMER.ID.in(select(WHOSE).from(reached));
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    /**
     * The events that follow one of those in time. It is enough to look at the last one before each: an earlier one is longer
     * ago. So it takes a sort of both, however many there are of one customer, and no pairs of them.
     */
    private static Select<Record3<Long, LocalDateTime, LocalDate>> followed(
            Select<Record3<Long, LocalDateTime, LocalDate>> earlier,
            SequenceStep step,
            Within within,
            @Nullable LocalDate from,
            LocalDate to) {
        var nearest = max(when(BEFORE.eq(inline(1)), ON))
                .over(partitionBy(WHOSE)
                        .orderBy(AT, BEFORE)
                        .rowsBetweenUnboundedPreceding()
                        .andCurrentRow())
                .as(NEAREST);
        return select(WHOSE, AT, ON)
                .from(select(WHOSE, AT, ON, BEFORE, nearest).from(together(earlier, step, from, to)))
                .where(BEFORE.eq(inline(0)))
                .and(ON.le(within.last(NEAREST)));
    }

    /** Those that no event follows in time, where the time is over. */
    private static Select<Record3<Long, LocalDateTime, LocalDate>> notFollowed(
            Select<Record3<Long, LocalDateTime, LocalDate>> earlier,
            SequenceStep step,
            Within within,
            @Nullable LocalDate from,
            LocalDate asOf) {
        var nearest = min(when(BEFORE.eq(inline(0)), ON))
                .over(partitionBy(WHOSE)
                        .orderBy(AT.desc(), BEFORE.desc())
                        .rowsBetweenUnboundedPreceding()
                        .andCurrentRow())
                .as(NEAREST);
        return select(WHOSE, AT, ON)
                .from(select(WHOSE, AT, ON, BEFORE, nearest).from(together(earlier, step, from, asOf)))
                .where(BEFORE.eq(inline(1)))
                .and(within.last(ON).lt(asOf))
                .and(NEAREST.isNull().or(NEAREST.gt(within.last(ON))));
    }

    private static Select<?> together(
            Select<Record3<Long, LocalDateTime, LocalDate>> earlier,
            SequenceStep step,
            @Nullable LocalDate from,
            LocalDate to) {
        return select(WHOSE, AT, ON, inline(1).as(BEFORE))
                .from(earlier)
                .unionAll(select(INTERACTION.CUSTOMER_ID, INTERACTION.OCCURRED_AT, INTERACTION.OCCURRED_ON, inline(0))
                        .from(INTERACTION)
                        .where(step.sql(from, to)));
    }

    @Component
    static class Kind implements ConditionKind {
        @Override
        public String property() {
            return "sequence";
        }

        @Override
        public Condition read(JsonPlace place) {
            place.allowOnly(List.of("sequence", "during"));
            List<JsonPlace> places = place.get("sequence").list();
            if (places.size() < 2 || places.size() > MOST) {
                throw place.get("sequence").wrong("segments.json.steps", 2, MOST);
            }
            var steps = new ArrayList<SequenceStep>();
            for (int i = 0; i < places.size(); i++) {
                steps.add(SequenceStep.read(places.get(i), i == 0, i == places.size() - 1));
            }
            return new SequenceCondition(steps, FactJson.window(place));
        }

        @Override
        public Map<String, Object> schema() {
            Map<String, Object> steps = Map.of(
                    "type",
                    "array",
                    "minItems",
                    2,
                    "maxItems",
                    MOST,
                    "prefixItems",
                    List.of(SequenceStep.schema(true)),
                    "items",
                    SequenceStep.schema(false));
            return Schemas.object(Map.of("sequence", steps, "during", Schemas.ref("window")), "sequence");
        }

        @Override
        public void wordings(Wordings wordings) {
            Words words = wordings.words();
            Piece<Map<String, Object>> step = SequenceStep.piece(words);
            Piece<Map<String, Object>> then = TextPiece.of(words, "sentence.then", Within.piece(words), step)
                    .remembered();
            var sequences = new ArrayList<Piece<Map<String, Object>>>();
            var steps = new ArrayList<Piece<Map<String, Object>>>(List.of(step.as("0"), Window.piece(words)));
            for (int i = 1; i < MOST; i++) {
                steps.add(then.as(Integer.toString(i)));
                sequences.add(Piece.row(List.copyOf(steps)).map(Kind::sequence));
            }
            wordings.phrase("sequence", Map.of(), Piece.anyOf(sequences));
        }

        private static Map<String, Object> sequence(Map<String, Object> told) {
            var json = new LinkedHashMap<>(told);
            var steps = new ArrayList<Object>();
            for (int i = 0; json.containsKey(Integer.toString(i)); i++) {
                steps.add(Objects.requireNonNull(json.remove(Integer.toString(i))));
            }
            json.put("sequence", steps);
            return json;
        }

        @Override
        public List<Offer> offers() {
            Fields visited = Fields.of("s0-did", "interaction", "during", "last", "n", "90", "unit", "days");
            return List.of(
                    new Offer(
                            "did",
                            "offer.sequence.did",
                            visited.with("s1-did", "purchase").with("s1-within", 7)),
                    new Offer(
                            "did",
                            "offer.sequence.didNot",
                            visited.with("s1-did", "nopurchase").with("s1-within", 30)));
        }

        @Override
        public List<Slot> slots(Fields fields, Words words, Proposals proposals) {
            int steps = steps(fields);
            var slots = new ArrayList<Slot>();
            for (int i = 0; i < steps; i++) {
                List<Slot> window = i == 0 ? FactForm.window(fields, words) : List.of();
                slots.addAll(SequenceStep.slots(fields, i, i == steps - 1, window, words, proposals));
            }
            var numbers = new ArrayList<Slot.Option>();
            for (int i = 2; i <= MOST; i++) {
                numbers.add(Slot.Option.of(Integer.toString(i), words.text("builder.steps.number", i)));
            }
            slots.add(new Slot.Heading(words.text("builder.steps")));
            slots.add(new Slot.Choice("steps", words.text("builder.steps"), numbers, Integer.toString(steps)));
            return slots;
        }

        private static int steps(Fields fields) {
            String steps = fields.one("steps", "2");
            return steps.matches("[2-" + MOST + "]") ? Integer.parseInt(steps) : 2;
        }

        @Override
        public Map<String, Object> json(Fields fields) {
            int steps = steps(fields);
            var each = new ArrayList<Object>();
            for (int i = 0; i < steps; i++) {
                each.add(SequenceStep.json(fields, i, i == steps - 1));
            }
            var json = new LinkedHashMap<String, Object>();
            json.put("sequence", each);
            FactForm.windowJson(fields, json);
            return json;
        }

        @Override
        @SuppressWarnings("unchecked") // as json() of the condition writes it
        public Fields fields(Map<String, Object> json) {
            var steps = (List<Map<String, Object>>) json.getOrDefault("sequence", List.of());
            Fields fields = Fields.of("steps", Integer.toString(steps.size()));
            for (int i = 0; i < steps.size(); i++) {
                fields = SequenceStep.fields(fields, i, steps.get(i));
            }
            return FactForm.windowFields(fields, json);
        }
    }
}
