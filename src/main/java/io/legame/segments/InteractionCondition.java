package io.legame.segments;

import static io.legame.insight.WarehouseTables.CUSTOMER;
import static io.legame.insight.WarehouseTables.INTERACTION;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.select;

import io.legame.segments.Check.Numeric;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the customer did, or what was done with them, other than buying.
 *
 * @param kinds such as {@code visit} or {@code call}; empty for any that is no purchase and no return
 * @param check of their number
 */
record InteractionCondition(List<String> kinds, Numeric check, Window during, Where where) implements Condition {
    static final List<String> RESTRICTIONS = List.of("channels", "touchpoints", "kinds");
    private static final List<String> PURCHASES = List.of(Measure.PURCHASE, Measure.RETURN);

    static InteractionCondition read(JsonPlace place) {
        place.get("interactions").oneOf(List.of("number"));
        String word = FactJson.comparisonWord(place, "interactions", comparisonWords(), RESTRICTIONS);
        Numeric check = word.equals("none")
                ? FactJson.none(place)
                : new Numeric(Comparison.read(
                        place.get(word), word, false, value -> BigDecimal.valueOf(value.integer(0, 1_000_000))));
        JsonPlace kinds = place.find("kinds");
        return new InteractionCondition(
                kinds == null ? List.of() : kinds.values(JsonPlace::text),
                check,
                FactJson.window(place),
                Where.read(place));
    }

    static List<String> comparisonWords() {
        var words = new ArrayList<>(Comparison.Operator.words(false));
        words.add("none");
        return words;
    }

    @Override
    public Map<String, Object> json() {
        Map<String, Object> json = Comparison.object("interactions", "number");
        if (!kinds.isEmpty()) {
            json.put("kinds", kinds);
        }
        if (check.equals(PurchaseCondition.NONE)) {
            json.put("none", true);
        } else {
            check.comparison().write(json, false, number -> number);
        }
        during.write(json);
        where.write(json);
        return json;
    }

    @Override
    public org.jooq.Condition sql(LocalDate asOf) {
        var facts = select(INTERACTION.CUSTOMER_ID)
                .from(INTERACTION)
                .where(INTERACTION.CUSTOMER_ID.isNotNull())
                .and(kinds.isEmpty() ? INTERACTION.KIND.notIn(PURCHASES) : INTERACTION.KIND.in(kinds))
                .and(during.sql(INTERACTION.OCCURRED_ON, asOf))
                .and(where.sql(INTERACTION.CHANNEL, INTERACTION.TOUCHPOINT_ID));
        var having = check.comparison().sql(count().coerce(BigDecimal.class));
        return check.comparison().holds(BigDecimal.ZERO)
                ? CUSTOMER.ID.notIn(facts.groupBy(INTERACTION.CUSTOMER_ID).having(having.not()))
                : CUSTOMER.ID.in(facts.groupBy(INTERACTION.CUSTOMER_ID).having(having));
    }

    @Override
    public AskedFields fields() {
        return AskedFields.NONE;
    }

    @Override
    public Phrase phrase(Words words) {
        String what = kinds.isEmpty()
                ? words.text("sentence.anyInteraction")
                : words.or(kinds, kind -> words.value("interaction", kind));
        String place = where.toldPlace(words) + during.told(words);
        if (check.equals(PurchaseCondition.NONE)) {
            return AttributePhrase.phrase(words, "interactions.none", what, place);
        }
        String compared = check.comparison().told(words, false, words::decimal);
        return AttributePhrase.phrase(words, "interactions", compared, place, what);
    }
}
