package io.legame.segments;

import static io.legame.insight.WarehouseTables.CUSTOMER;
import static io.legame.insight.WarehouseTables.LINE;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import io.legame.segments.Check.Compared;
import io.legame.segments.Check.Day;
import io.legame.segments.Check.Numeric;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.SelectHavingStep;

/** What the customer bought. */
record PurchaseCondition(Measure measure, Compared check, Window during, Where where) implements Condition {
    static final Numeric NONE = new Numeric(new Comparison<>(Comparison.Operator.EXACTLY, BigDecimal.ZERO, null));
    private static final Numeric ANY =
            new Numeric(new Comparison<>(Comparison.Operator.AT_LEAST, BigDecimal.ONE, null));

    static PurchaseCondition read(JsonPlace place) {
        Measure measure =
                Measure.of(place.get("purchases").oneOf(Measure.words())).orElseThrow();
        String word = FactJson.comparisonWord(place, "purchases", comparisonWords(measure), Where.PROPERTIES);
        return new PurchaseCondition(measure, check(measure, place, word), FactJson.window(place), Where.read(place));
    }

    private static Compared check(Measure measure, JsonPlace place, String word) {
        if (word.equals("none")) {
            return FactJson.none(place);
        }
        if (measure.ofDays()) {
            return new Day(Comparison.read(place.get(word), word, true, JsonPlace::day));
        }
        return new Numeric(Comparison.read(
                place.get(word),
                word,
                false,
                measure.ofDaysSince() ? value -> BigDecimal.valueOf(value.integer(0, 100_000)) : JsonPlace::number));
    }

    @Override
    public Map<String, Object> json() {
        Map<String, Object> json = Comparison.object("purchases", measure.word());
        switch (check) {
            case Numeric numeric -> {
                if (isNone()) {
                    json.put("none", true);
                } else {
                    numeric.comparison().write(json, false, number -> number);
                }
            }
            case Day day -> day.comparison().write(json, true, LocalDate::toString);
        }
        during.write(json);
        where.write(json);
        return json;
    }

    /** Bought nothing, rather than returned as much as it bought. */
    boolean isNone() {
        return measure == Measure.ORDERS && check.equals(NONE);
    }

    private boolean isAny() {
        return measure == Measure.ORDERS && check.equals(ANY);
    }

    @Override
    public org.jooq.Condition sql(LocalDate asOf) {
        var counted = counted(asOf);
        var lines = select(LINE.CUSTOMER_ID).from(LINE).where(counted);
        if (isNone()) {
            return CUSTOMER.ID.notIn(lines);
        }
        if (isAny()) {
            // counting the orders of everybody takes twice as long as seeing who is there
            return CUSTOMER.ID.in(lines);
        }
        var having = measure.having(check, asOf);
        if (measure.ofOneOrder()) {
            return CUSTOMER.ID.in(eachOrder(counted).having(having));
        }
        // who has no line at all is in no group: take away the groups that do not do, rather than take those that do
        return holdsOfNothing()
                ? CUSTOMER.ID.notIn(lines.groupBy(LINE.CUSTOMER_ID).having(having.not()))
                : CUSTOMER.ID.in(lines.groupBy(LINE.CUSTOMER_ID).having(having));
    }

    /** Of {@link io.legame.insight.WarehouseTables#LINE} those that are measured. */
    org.jooq.Condition counted(LocalDate asOf) {
        return LINE.CUSTOMER_ID
                .isNotNull()
                .and(during.sql(LINE.OCCURRED_ON, asOf))
                .and(where.sql(LINE))
                .and(measure.lines());
    }

    private static SelectHavingStep<Record1<Long>> eachOrder(org.jooq.Condition counted) {
        Field<Long> customer = field(name("of_customer"), Long.class);
        return select(customer)
                .from(select(LINE.CUSTOMER_ID.as(customer), sum(LINE.AMOUNT).as(Measure.ORDER_AMOUNT))
                        .from(LINE)
                        .where(counted)
                        .groupBy(LINE.CUSTOMER_ID, LINE.INTERACTION_ID))
                .groupBy(customer);
    }

    private boolean holdsOfNothing() {
        BigDecimal nothing = measure.ofNothing();
        return nothing != null
                && check instanceof Numeric numeric
                && numeric.comparison().holds(nothing);
    }

    @Override
    public AskedFields fields() {
        return AskedFields.NONE;
    }

    @Override
    public Phrase phrase(Words words) {
        String what = where.namesGoods() ? where.toldGoods(words) : "";
        String place = where.toldPlace(words) + during.told(words);
        if (isNone()) {
            return nothing(words, what, place);
        }
        String compared = told(words);
        String key = "purchases." + measure.word() + (what.isEmpty() ? "" : ".goods");
        return switch (check) {
            case Numeric numeric ->
                AttributePhrase.phrase(
                        words, key, compared, place, what, numeric.comparison().lastTold());
            case Day day -> AttributePhrase.phrase(words, key, compared, place, what);
        };
    }

    private Phrase nothing(Words words, String what, String place) {
        String key =
                "purchases.none" + (what.isEmpty() ? "" : ".goods") + (during.equals(new Window.Ever()) ? ".ever" : "");
        return AttributePhrase.phrase(words, key, place, what);
    }

    private String told(Words words) {
        return switch (check) {
            case Numeric numeric ->
                numeric.comparison().told(words, false, measure.ofMoney() ? words::money : words::decimal);
            case Day day -> day.comparison().told(words, true, words::date);
        };
    }

    static void wordings(Wordings wordings) {
        Words words = wordings.words();
        Piece<Map<String, Object>> place = Where.placePiece(words, true);
        Piece<Map<String, Object>> goods = Where.goodsPiece(words);
        Piece<Map<String, Object>> days = Comparison.piece(words, true, Days.of(words));
        Piece<Map<String, Object>> amounts = Comparison.piece(words, false, Numbers.money(words));
        Piece<Map<String, Object>> numbers = Comparison.piece(words, false, Numbers.decimal(words));
        for (Measure measure : Measure.values()) {
            var comparison = measure.ofDays() ? days : measure.ofMoney() ? amounts : numbers;
            String key = "purchases." + measure.word();
            Map<String, Object> meaning = Map.of("purchases", measure.word());
            wordings.phrase(key, meaning, comparison, place);
            wordings.phrase(key + ".goods", meaning, comparison, place, goods);
        }
        Map<String, Object> none = Map.of("purchases", Measure.ORDERS.word(), "none", true);
        for (String when : List.of("", ".ever")) {
            wordings.phrase("purchases.none" + when, none, place);
            wordings.phrase("purchases.none.goods" + when, none, place, goods);
        }
    }

    static List<String> comparisonWords(Measure measure) {
        var words = new ArrayList<>(Comparison.Operator.words(measure.ofDays()));
        if (measure == Measure.ORDERS) {
            words.add("none");
        }
        return words;
    }
}
