package io.legame.segments;

import static io.legame.insight.WarehouseTables.CUSTOMER;
import static io.legame.insight.WarehouseTables.INTERACTION;
import static org.jooq.impl.DSL.select;

import io.legame.segments.Check.Compared;
import io.legame.segments.Check.Day;
import io.legame.segments.Check.Numeric;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What the customer did, or what was done with them, other than buying.
 *
 * @param kinds such as {@code visit} or {@code call}; empty for any that is no purchase and no return
 */
record InteractionCondition(
        ContactMeasure measure, List<String> kinds, Details details, Compared check, Window during, Where where)
        implements Condition {
    static final List<String> RESTRICTIONS = List.of("channels", "touchpoints", "kinds");
    private static final List<String> PURCHASES = List.of(Measure.PURCHASE, Measure.RETURN);

    static InteractionCondition read(JsonPlace place) {
        ContactMeasure measure = ContactMeasure.of(place.get("interactions").oneOf(ContactMeasure.words()))
                .orElseThrow();
        String word = FactJson.comparisonWord(
                place,
                "interactions",
                measure.comparisonWords(),
                List.of("channels", "touchpoints", "kinds", Details.PROPERTY));
        return new InteractionCondition(
                measure,
                kinds(place),
                Details.read(place),
                check(measure, place, word),
                FactJson.window(place),
                Where.read(place));
    }

    static List<String> kinds(JsonPlace place) {
        JsonPlace kinds = place.find("kinds");
        return kinds == null ? List.of() : kinds.values(JsonPlace::text);
    }

    private static Compared check(ContactMeasure measure, JsonPlace place, String word) {
        if (word.equals("none")) {
            return FactJson.none(place);
        }
        if (measure.ofDates()) {
            return new Day(Comparison.read(place.get(word), word, true, JsonPlace::day));
        }
        int most = measure == ContactMeasure.NUMBER ? 1_000_000 : 100_000;
        return new Numeric(
                Comparison.read(place.get(word), word, false, value -> BigDecimal.valueOf(value.integer(0, most))));
    }

    @Override
    public Map<String, Object> json() {
        Map<String, Object> json = Comparison.object("interactions", measure.word());
        if (!kinds.isEmpty()) {
            json.put("kinds", kinds);
        }
        details.write(json);
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

    private boolean isNone() {
        return measure == ContactMeasure.NUMBER && check.equals(PurchaseCondition.NONE);
    }

    @Override
    public org.jooq.Condition sql(LocalDate asOf) {
        var facts = select(INTERACTION.CUSTOMER_ID).from(INTERACTION).where(counted(asOf));
        var having = measure.having(check, asOf);
        return holdsOfNothing()
                ? CUSTOMER.ID.notIn(facts.groupBy(INTERACTION.CUSTOMER_ID).having(having.not()))
                : CUSTOMER.ID.in(facts.groupBy(INTERACTION.CUSTOMER_ID).having(having));
    }

    /** Of {@link io.legame.insight.WarehouseTables#INTERACTION} those that are measured. */
    org.jooq.Condition counted(LocalDate asOf) {
        return INTERACTION
                .CUSTOMER_ID
                .isNotNull()
                .and(ofKinds(kinds, INTERACTION.KIND))
                .and(details.sql(INTERACTION))
                .and(during.sql(INTERACTION.OCCURRED_ON, asOf))
                .and(where.sql(INTERACTION.CHANNEL, INTERACTION.TOUCHPOINT_ID));
    }

    static org.jooq.Condition ofKinds(List<String> kinds, org.jooq.Field<String> kind) {
        return kinds.isEmpty() ? kind.notIn(PURCHASES) : kind.in(kinds);
    }

    private boolean holdsOfNothing() {
        return measure.isZeroOfNothing()
                && check instanceof Numeric numeric
                && numeric.comparison().holds(BigDecimal.ZERO);
    }

    @Override
    public AskedFields fields() {
        return AskedFields.NONE;
    }

    @Override
    public Phrase phrase(Words words) {
        String what = told(kinds, details, words);
        String place = where.toldPlace(words) + during.told(words);
        if (isNone()) {
            return AttributePhrase.phrase(words, "interactions.none", what, place);
        }
        String key = "interactions" + (measure == ContactMeasure.NUMBER ? "" : "." + measure.word());
        return switch (check) {
            case Numeric numeric ->
                AttributePhrase.phrase(
                        words,
                        key,
                        numeric.comparison().told(words, false, words::decimal),
                        place,
                        what,
                        numeric.comparison().lastTold());
            case Day day ->
                AttributePhrase.phrase(words, key, day.comparison().told(words, true, words::date), place, what);
        };
    }

    /** The way back of {@link #told}. */
    static Piece<Map<String, Object>> toldPiece(Words words) {
        Piece<Map<String, Object>> any = TextPiece.of(words, "sentence.anyInteraction");
        return Piece.row(List.of(Piece.anyOf(List.of(any, kindsPiece(words))), Details.piece(words)))
                .remembered();
    }

    static Piece<Map<String, Object>> kindsPiece(Words words) {
        return ListPiece.or(words, Names.ofList("interaction", words)).as("kinds");
    }

    static void wordings(Wordings wordings) {
        Words words = wordings.words();
        Piece<Map<String, Object>> what = toldPiece(words);
        Piece<Map<String, Object>> place = Where.placePiece(words, false);
        Piece<Map<String, Object>> numbers = Comparison.piece(words, false, Numbers.decimal(words));
        Piece<Map<String, Object>> days = Comparison.piece(words, true, Days.of(words));
        for (ContactMeasure measure : ContactMeasure.values()) {
            wordings.phrase(
                    "interactions" + (measure == ContactMeasure.NUMBER ? "" : "." + measure.word()),
                    Map.of("interactions", measure.word()),
                    measure.ofDates() ? days : numbers,
                    place,
                    what);
        }
        wordings.phrase(
                "interactions.none", Map.of("interactions", ContactMeasure.NUMBER.word(), "none", true), what, place);
    }

    /** "call or visit with outcome success" */
    static String told(List<String> kinds, Details details, Words words) {
        return toldKinds(kinds, words) + details.told(words);
    }

    static String toldKinds(List<String> kinds, Words words) {
        return kinds.isEmpty()
                ? words.text("sentence.anyInteraction")
                : words.or(kinds, each -> words.told("interaction", each));
    }
}
