package io.legame.segments;

import static io.legame.insight.WarehouseTables.CUSTOMER;
import static io.legame.insight.WarehouseTables.FIGURES;
import static io.legame.insight.WarehouseTables.METRICS;
import static io.legame.insight.WarehouseTables.TIER_MONTH;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;

import io.legame.insight.MonthEnds;
import io.legame.insight.Tier;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Record1;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;

/**
 * Some tiers, of which {@code none} is being in none of them.
 *
 * @param words {@link Tier#code()}s and {@code none}
 */
record TierSet(List<String> words) {
    static final String NONE = "none";

    static List<String> every() {
        var every = new ArrayList<>(Arrays.stream(Tier.values()).map(Tier::code).toList());
        every.add(NONE);
        return every;
    }

    static TierSet read(JsonPlace place) {
        return new TierSet(place.values(value -> value.oneOf(every())));
    }

    /** The last day of a month: tiers are known of these only. */
    static LocalDate month(JsonPlace place) {
        LocalDate day = place.day();
        LocalDate end = YearMonth.from(day).atEndOfMonth();
        if (!day.equals(end)) {
            throw place.wrong("segments.json.notAMonthsEnd", end.toString());
        }
        return day;
    }

    static Map<String, Object> schema() {
        return Schemas.list(Schemas.words(every()));
    }

    /**
     * Who was in one of the tiers.
     *
     * @param month its last day; null for the as-of day, of which the last month's end tells where the figures are of a
     *     later day
     */
    org.jooq.Condition sql(@Nullable LocalDate month, LocalDate asOf) {
        if (!words.contains(NONE)) {
            return CUSTOMER.ID.in(members(words, month, asOf));
        }
        var others = new ArrayList<>(every());
        others.removeAll(words);
        return CUSTOMER.ID.notIn(members(others, month, asOf));
    }

    private static Select<Record1<Long>> members(List<String> tiers, @Nullable LocalDate month, LocalDate asOf) {
        if (month != null) {
            return past(tiers, month.isAfter(asOf) ? null : month);
        }
        var day = field(select(max(FIGURES.AS_OF)).from(FIGURES));
        return select(METRICS.CUSTOMER_ID)
                .from(METRICS)
                .where(METRICS.TIER.in(tiers))
                .and(day.le(asOf))
                .unionAll(select(TIER_MONTH.CUSTOMER_ID)
                        .from(TIER_MONTH)
                        .where(TIER_MONTH.MONTH.eq(MonthEnds.last(asOf)))
                        .and(TIER_MONTH.TIER.in(tiers))
                        .and(day.gt(asOf)));
    }

    private static Select<Record1<Long>> past(List<String> tiers, @Nullable LocalDate month) {
        return select(TIER_MONTH.CUSTOMER_ID)
                .from(TIER_MONTH)
                .where(month == null ? falseCondition() : TIER_MONTH.MONTH.eq(month))
                .and(TIER_MONTH.TIER.in(tiers));
    }

    /** "in the tier gold or platinum, or outside all tiers" */
    String standing(Words language) {
        List<String> tiers = words.stream().filter(word -> !word.equals(NONE)).toList();
        var told = new ArrayList<String>();
        if (!tiers.isEmpty()) {
            told.add(language.text("sentence.inTier", language.or(tiers, tier -> language.value("tier", tier))));
        }
        if (words.contains(NONE)) {
            told.add(language.text("sentence.outsideTiers"));
        }
        return Words.join(told, language.text("sentence.or"));
    }

    /** "gold or no tier" */
    String told(Words language) {
        return language.or(words, tier -> language.value("tier", tier));
    }

    /** The way back of {@link #told}. */
    static Piece<List<String>> piece(Words language) {
        return ListPiece.or(language, Names.of(Names.told(every(), tier -> language.value("tier", tier))));
    }

    /** The way back of {@link #standing}. */
    static Piece<List<String>> standingPiece(Words language) {
        List<String> tiers = every().stream().filter(tier -> !tier.equals(NONE)).toList();
        Piece<Map<String, Object>> inTier = TextPiece.of(
                language,
                "sentence.inTier",
                ListPiece.or(language, Names.of(Names.told(tiers, tier -> language.value("tier", tier))))
                        .as("tiers"));
        Piece<Map<String, Object>> outside =
                TextPiece.of(language, "sentence.outsideTiers").map(_ -> Map.of(NONE, List.of(NONE)));
        String or = " " + language.text("sentence.or") + " ";
        return Piece.anyOf(List.of(inTier, outside, Piece.row(List.of(inTier, outside.after(or)))))
                .map(TierSet::together)
                .remembered();
    }

    @SuppressWarnings("unchecked") // lists of words both
    private static List<String> together(Map<String, Object> standing) {
        var words = new ArrayList<>((List<String>) standing.getOrDefault("tiers", List.of()));
        words.addAll((List<String>) standing.getOrDefault(NONE, List.of()));
        return words;
    }

    static Slot slot(Fields fields, Words words, Proposals proposals, String name) {
        var labels = new LinkedHashMap<String, String>();
        every().forEach(tier -> labels.put(tier, words.text("label.tier." + tier)));
        List<String> chosen = fields.all(name);
        return ClosedList.checks(name, words.text("offer.tier"), "tier", labels, chosen::contains, proposals);
    }

    /**
     * One of the months whose ends are known, or today.
     *
     * @param today whether it may be chosen
     */
    static Slot when(Fields fields, Words words, Proposals proposals, String name, boolean today) {
        var options = new LinkedHashMap<String, Slot.Option>();
        String chosen = fields.one(name, today ? TierCondition.TODAY : "");
        if (today) {
            options.put(
                    TierCondition.TODAY,
                    Slot.Option.of(TierCondition.TODAY, words.text("sentence." + TierCondition.TODAY)));
        } else if (chosen.isEmpty()) {
            options.put("", Slot.Option.of("", words.text("builder.chooseMonth")));
        }
        proposals
                .of("tierMonth", "", 60)
                .forEach(month -> options.put(month.value(), Slot.Option.of(month.value(), month.label())));
        options.computeIfAbsent(chosen, month -> Slot.Option.of(month, FactForm.label("tierMonth", month, words)));
        return new Slot.Choice(name, words.text("builder.window"), List.copyOf(options.values()), chosen);
    }
}
