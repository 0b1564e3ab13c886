package io.legame.segments;

import static io.legame.insight.WarehouseTables.CUSTOMER;
import static io.legame.insight.WarehouseTables.LINE;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.springframework.stereotype.Component;

/**
 * What the customer bought in some time, as a percentage of what was bought in as much time before. Who bought nothing
 * then, or returned as much, is compared with nothing: it does not hold.
 *
 * @param measure amount, orders or items
 */
record ComparedCondition(Measure measure, Comparison<BigDecimal> percent, Window.Last during, Where where)
        implements Condition {
    private static final BigDecimal ALL = BigDecimal.valueOf(100);
    private static final List<String> MEASURES = List.of("amount", "orders", "items");

    @Override
    public Map<String, Object> json() {
        Map<String, Object> json = Comparison.object("ofBefore", measure.word());
        percent.write(json, false, number -> number);
        during.write(json);
        where.write(json);
        return json;
    }

    @Override
    public AskedFields fields() {
        return AskedFields.NONE;
    }

    @Override
    public Phrase phrase(Words words) {
        String goods = where.namesGoods() ? where.toldGoods(words) : "";
        return AttributePhrase.phrase(
                words,
                "ofBefore." + measure.word() + (goods.isEmpty() ? "" : ".goods"),
                percent.told(words, false, number -> words.decimal(number) + "%"),
                where.toldPlace(words) + during.told(words),
                goods);
    }

    @Override
    public org.jooq.Condition sql(LocalDate asOf) {
        LocalDate first = during.first(asOf);
        var lately = LINE.OCCURRED_ON.ge(first);
        Field<BigDecimal> now = measured(lately);
        Field<BigDecimal> then = measured(lately.not());
        return CUSTOMER.ID.in(select(LINE.CUSTOMER_ID)
                .from(LINE)
                .where(LINE.CUSTOMER_ID.isNotNull())
                .and(LINE.OCCURRED_ON.ge(during.first(first.minusDays(1))))
                .and(LINE.OCCURRED_ON.le(asOf))
                .and(where.sql(LINE))
                .and(measure.lines())
                .groupBy(LINE.CUSTOMER_ID)
                .having(then.gt(BigDecimal.ZERO).and(Comparison.sqlTimes(percent, now.mul(inline(ALL)), then))));
    }

    private Field<BigDecimal> measured(org.jooq.Condition days) {
        return switch (measure) {
            case ORDERS -> countDistinct(when(days, LINE.INTERACTION_ID)).cast(BigDecimal.class);
            case ITEMS -> sum(when(days, LINE.QUANTITY).otherwise(BigDecimal.ZERO));
            default -> sum(when(days, LINE.AMOUNT).otherwise(BigDecimal.ZERO));
        };
    }

    @Component
    static class Kind implements ConditionKind {
        private static final String PROPERTY = "ofBefore";
        private static final List<String> OPERATORS = Comparison.Operator.words(false);

        @Override
        public String property() {
            return "ofBefore";
        }

        @Override
        public Condition read(JsonPlace place) {
            Measure measure = Measure.of(place.get("ofBefore").oneOf(MEASURES)).orElseThrow();
            String word = FactJson.comparisonWord(place, "ofBefore", OPERATORS, Where.PROPERTIES);
            if (!(Window.read(place.get("during")) instanceof Window.Last during)) {
                throw place.get("during").wrong("segments.json.lastOnly");
            }
            return new ComparedCondition(
                    measure,
                    Comparison.read(place.get(word), word, false, JsonPlace::number),
                    during,
                    Where.read(place));
        }

        @Override
        public Map<String, Object> schema() {
            Map<String, Object> properties = new LinkedHashMap<>();
            properties.put("ofBefore", Schemas.words(MEASURES));
            properties.put("during", Schemas.ref("window"));
            PurchaseKind.restrictions(properties);
            return Schemas.objectWithOne(
                    properties, Schemas.comparisons(OPERATORS, Schemas.type("number")), "ofBefore", "during");
        }

        @Override
        public void wordings(Wordings wordings) {
            Words words = wordings.words();
            Piece<Map<String, Object>> percent =
                    Comparison.piece(words, false, Numbers.decimal(words).before("%"));
            Piece<Map<String, Object>> place = Where.placePiece(words, true);
            Piece<Map<String, Object>> goods = Where.goodsPiece(words);
            for (String measure : MEASURES) {
                String key = PROPERTY + "." + measure;
                Map<String, Object> meaning = Map.of(PROPERTY, measure);
                wordings.phrase(key, meaning, percent, place);
                wordings.phrase(key + ".goods", meaning, percent, place, goods);
            }
        }

        @Override
        public List<Offer> offers() {
            return List.of(new Offer(
                    "bought",
                    "offer.ofBefore",
                    Fields.of("measure", "amount", "op", "atMost", "a", "50", "unit", "days")
                            .with("n", 90)));
        }

        @Override
        public List<Slot> slots(Fields fields, Words words, Proposals proposals) {
            var measures = MEASURES.stream()
                    .map(word -> Slot.Option.of(word, words.text("measure." + word)))
                    .toList();
            var slots = new ArrayList<Slot>();
            slots.add(new Slot.Choice(
                    "measure", words.text("builder.measure"), measures, fields.one("measure", "amount")));
            slots.addAll(FactForm.comparison(fields, words, OPERATORS, "atMost", false, "%"));
            slots.add(new Slot.Told(words.text("builder.ofBefore")));
            slots.addAll(FactForm.last(fields, words));
            slots.addAll(FactForm.restrictions(
                    fields, words, proposals, FactForm.offered(PurchaseKind.RESTRICTIONS, words)));
            return slots;
        }

        @Override
        public Map<String, Object> json(Fields fields) {
            var json = new LinkedHashMap<String, Object>();
            json.put("ofBefore", fields.one("measure", "amount"));
            FactForm.comparisonJson(fields, json, OPERATORS, "atMost", false);
            FactForm.windowJson(fields.with("during", "last"), json);
            PurchaseKind.restrictionsJson(fields, json);
            return json;
        }

        @Override
        public Fields fields(Map<String, Object> json) {
            Fields fields = Fields.of("measure", String.valueOf(json.get("ofBefore")));
            fields = FactForm.comparisonFields(fields, json, OPERATORS);
            return PurchaseKind.restrictionsFields(FactForm.windowFields(fields, json), json);
        }
    }
}
