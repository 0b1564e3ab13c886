package io.legame.segments;

import static io.legame.insight.WarehouseTables.CUSTOMER;
import static io.legame.insight.WarehouseTables.METRICS;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.springframework.stereotype.Component;

/**
 * Who is among those with the most of something, of all customers of whom it is known: figures of today, whatever the
 * as-of day. Of two with the same, who came first.
 *
 * @param number of customers, or a percentage of them, rounded up
 */
record TopCondition(int number, Unit unit, Metric by) implements Condition {
    private static final int MOST = 1_000_000;
    private static final int ALL = 100;
    private static final List<String> NUMBERS = Arrays.stream(Metric.values())
            .filter(metric -> metric.type() == Attribute.Type.MONEY || metric.type() == Attribute.Type.COUNT)
            .map(Metric::word)
            .toList();

    enum Unit {
        CUSTOMERS,
        PERCENT;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static List<String> words() {
            return Arrays.stream(values()).map(Unit::word).toList();
        }

        static Unit of(String word) {
            return word.equals(PERCENT.word()) ? PERCENT : CUSTOMERS;
        }
    }

    @Override
    public Map<String, Object> json() {
        Map<String, Object> json = Comparison.object("top", number);
        json.put("unit", unit.word());
        json.put("by", by.word());
        return json;
    }

    @Override
    public boolean comparesCustomers() {
        return true;
    }

    @Override
    public AskedFields fields() {
        return AskedFields.NONE;
    }

    @Override
    public Phrase phrase(Words words) {
        return AttributePhrase.phrase(words, "top." + unit.word(), number, words.text("thing.metric." + by.word()));
    }

    @Override
    public org.jooq.Condition sql(LocalDate asOf) {
        return CUSTOMER.ID.in(unit == Unit.CUSTOMERS ? first() : firstPart());
    }

    private Select<Record1<Long>> first() {
        return select(METRICS.CUSTOMER_ID)
                .from(METRICS)
                .where(by.column().isNotNull())
                .orderBy(by.column().desc(), METRICS.CUSTOMER_ID)
                .limit(inline(number));
    }

    private Select<Record1<Long>> firstPart() {
        Field<Integer> place = field(name("place"), Integer.class);
        Field<Integer> all = field(name("of_all"), Integer.class);
        Field<Long> customer = field(name("customer_id"), Long.class);
        return select(customer)
                .from(select(
                                METRICS.CUSTOMER_ID,
                                rowNumber()
                                        .over()
                                        .orderBy(by.column().desc(), METRICS.CUSTOMER_ID)
                                        .as(place),
                                count().over().as(all))
                        .from(METRICS)
                        .where(by.column().isNotNull())
                        .asTable("ranked"))
                .where(place.minus(inline(1)).mul(inline(ALL)).lt(all.mul(inline(number))));
    }

    @Component
    static class Kind implements ConditionKind {
        @Override
        public String property() {
            return "top";
        }

        @Override
        public Condition read(JsonPlace place) {
            place.allowOnly(List.of("top", "unit", "by"));
            Unit unit = Unit.of(place.get("unit").oneOf(Unit.words()));
            return new TopCondition(
                    place.get("top").integer(1, unit == Unit.PERCENT ? ALL : MOST),
                    unit,
                    Metric.of(place.get("by").oneOf(NUMBERS)).orElseThrow());
        }

        @Override
        public Map<String, Object> schema() {
            return Schemas.object(
                    Map.of(
                            "top", Map.of("type", "integer", "minimum", 1, "maximum", MOST),
                            "unit", Schemas.words(Unit.words()),
                            "by", Schemas.words(NUMBERS)),
                    "top",
                    "unit",
                    "by");
        }

        @Override
        public void wordings(Wordings wordings) {
            Words words = wordings.words();
            Piece<Map<String, Object>> metric = Names.of(Names.told(NUMBERS, by -> words.text("thing.metric." + by)))
                    .as("by");
            for (String unit : Unit.words()) {
                wordings.phrase("top." + unit, Map.of("unit", unit), Numbers.whole(words, "top"), metric);
            }
        }

        @Override
        public List<Offer> offers() {
            return List.of(new Offer(
                    "figures", "offer.top", Fields.of("n", "10", "unit", Unit.PERCENT.word(), "by", "profit")));
        }

        @Override
        public List<Slot> slots(Fields fields, Words words, Proposals proposals) {
            var units = Unit.words().stream()
                    .map(unit -> Slot.Option.of(unit, words.text("builder.top." + unit)))
                    .toList();
            var metrics = NUMBERS.stream()
                    .map(metric -> Slot.Option.of(metric, words.text("metric." + metric)))
                    .toList();
            return List.of(
                    new Slot.Told(words.text("builder.top")),
                    new Slot.Quantity("n", words.text("builder.value.a"), fields.one("n"), null),
                    new Slot.Choice("unit", words.text("offer.top"), units, fields.one("unit", Unit.PERCENT.word())),
                    new Slot.Choice("by", words.text("offer.top"), metrics, fields.one("by", "profit")));
        }

        @Override
        public Map<String, Object> json(Fields fields) {
            var json = new LinkedHashMap<String, Object>();
            String number = fields.one("n");
            if (number != null) {
                json.put("top", Fields.number(number));
            }
            json.put("unit", fields.one("unit", Unit.PERCENT.word()));
            json.put("by", fields.one("by", "profit"));
            return json;
        }

        @Override
        public Fields fields(Map<String, Object> json) {
            var fields = Fields.of("unit", String.valueOf(json.get("unit")), "by", String.valueOf(json.get("by")));
            return json.get("top") == null ? fields : fields.with("n", String.valueOf(json.get("top")));
        }
    }
}
