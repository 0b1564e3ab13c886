package io.legame.segments;

import static io.legame.insight.WarehouseTables.CUSTOMER;
import static org.jooq.impl.DSL.inline;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.springframework.stereotype.Component;

/**
 * Who is drawn at random, of all customers: each draw is always of the same ones, later customers are drawn as they come,
 * and one draw says nothing of another.
 *
 * @param percent how many of a hundred
 * @param draw which one
 */
record SampleCondition(int percent, int draw) implements Condition {
    private static final int MOST_DRAWS = 1_000_000;
    /** A prime; squares below it fit into 64 bits. */
    private static final long PRIME = 2_147_483_647;

    private static final long FACTOR = 1_103_515_245;
    private static final long STRIDE = 1_640_531_527;
    private static final long SHIFT = 805_459_861;

    @Override
    public Map<String, Object> json() {
        Map<String, Object> json = Comparison.object("sample", percent);
        json.put("draw", draw);
        return json;
    }

    @Override
    public AskedFields fields() {
        return AskedFields.NONE;
    }

    @Override
    public Phrase phrase(Words words) {
        return AttributePhrase.phrase(words, "sample", percent, draw);
    }

    @Override
    public org.jooq.Condition sql(LocalDate asOf) {
        return drawn(CUSTOMER.ID).lt(inline(limit()));
    }

    /**
     * A number below {@link #PRIME} that looks like chance: multiplied and squared in turn, because what is only multiplied
     * still counts in step with the ids. In plain arithmetic, which engines agree about.
     */
    private Field<Long> drawn(Field<Long> id) {
        Field<Long> once =
                id.mod(inline(PRIME)).mul(inline(FACTOR)).plus(inline(offset())).mod(inline(PRIME));
        Field<Long> squared = once.mul(once).plus(inline(SHIFT)).mod(inline(PRIME));
        Field<Long> twice = squared.mul(squared).plus(inline(offset())).mod(inline(PRIME));
        return twice.mul(inline(FACTOR)).mod(inline(PRIME));
    }

    private long offset() {
        return (draw + 1L) * STRIDE % PRIME;
    }

    private long limit() {
        return PRIME * percent / 100;
    }

    @Component
    static class Kind implements ConditionKind {
        @Override
        public String property() {
            return "sample";
        }

        @Override
        public Condition read(JsonPlace place) {
            place.allowOnly(List.of("sample", "draw"));
            return new SampleCondition(
                    place.get("sample").integer(1, 99), place.get("draw").integer(1, MOST_DRAWS));
        }

        @Override
        public Map<String, Object> schema() {
            return Schemas.object(
                    Map.of(
                            "sample", Map.of("type", "integer", "minimum", 1, "maximum", 99),
                            "draw", Map.of("type", "integer", "minimum", 1, "maximum", MOST_DRAWS)),
                    "sample",
                    "draw");
        }

        @Override
        public void wordings(Wordings wordings) {
            Words words = wordings.words();
            wordings.phrase("sample", Map.of(), Numbers.whole(words, "sample"), Numbers.whole(words, "draw"));
        }

        @Override
        public List<Offer> offers() {
            return List.of(new Offer("standing", "offer.sample", Fields.of("n", "10", "draw", "1")));
        }

        @Override
        public List<Slot> slots(Fields fields, Words words, Proposals proposals) {
            return List.of(
                    new Slot.Told(words.text("offer.sample")),
                    new Slot.Quantity("n", words.text("offer.sample"), fields.one("n"), "%"),
                    new Slot.Told(words.text("builder.draw")),
                    new Slot.Quantity("draw", words.text("builder.draw"), fields.one("draw"), null));
        }

        @Override
        public Map<String, Object> json(Fields fields) {
            var json = new LinkedHashMap<String, Object>();
            put(json, "sample", fields.one("n", ""));
            put(json, "draw", fields.one("draw", ""));
            return json;
        }

        private static void put(Map<String, Object> json, String word, String number) {
            if (!number.isEmpty()) {
                json.put(word, Fields.number(number));
            }
        }

        @Override
        public Fields fields(Map<String, Object> json) {
            return Fields.of("n", text(json.get("sample")), "draw", text(json.get("draw")));
        }

        private static String text(@org.jspecify.annotations.Nullable Object number) {
            return number == null ? "" : number.toString();
        }
    }
}
