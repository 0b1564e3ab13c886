package io.legame.segments;

import static io.legame.insight.WarehouseTables.INTERACTION;
import static io.legame.insight.WarehouseTables.LINE;
import static org.jooq.impl.DSL.select;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One step of a {@link SequenceCondition}: a purchase or an interaction, or that there was none.
 *
 * @param happened only the last step may be one that did not happen
 * @param kinds and details: of interactions only
 * @param within how long after the step before; null for the first
 */
record SequenceStep(
        boolean happened,
        boolean purchase,
        List<String> kinds,
        Details details,
        Where where,
        @Nullable Within within) {
    private static final List<String> EVENTS = List.of("purchase", "interaction");
    private static final List<String> LATER = List.of("within", "unit");
    private static final String UNSAID = "no";

    static SequenceStep read(JsonPlace place, boolean first, boolean last) {
        place.properties();
        boolean happened = !place.has("didNot");
        String word = happened ? "did" : "didNot";
        boolean purchase = place.get(word).oneOf(EVENTS).equals("purchase");
        place.allowOnly(known(first, purchase));
        if (!happened && place.has("did")) {
            throw place.wrong("segments.json.oneTest", "did", "didNot");
        }
        if (!happened && !last) {
            throw place.get("didNot").wrong("segments.json.lastStepOnly");
        }
        return new SequenceStep(
                happened,
                purchase,
                purchase ? List.of() : InteractionCondition.kinds(place),
                purchase ? Details.ANY : Details.read(place),
                Where.read(place),
                first ? null : Within.read(place));
    }

    private static List<String> known(boolean first, boolean purchase) {
        var known = new ArrayList<>(List.of("did", "didNot"));
        known.addAll(first ? List.of() : LATER);
        known.addAll(purchase ? Where.PROPERTIES : InteractionCondition.RESTRICTIONS);
        if (!purchase) {
            known.add(Details.PROPERTY);
        }
        return known;
    }

    Map<String, Object> json() {
        Map<String, Object> json =
                Comparison.object(happened ? "did" : "didNot", purchase ? "purchase" : "interaction");
        if (!kinds.isEmpty()) {
            json.put("kinds", kinds);
        }
        details.write(json);
        where.write(json);
        if (within != null) {
            within.write(json);
        }
        return json;
    }

    static Map<String, Object> schema(boolean first) {
        var choices = new ArrayList<Object>();
        for (String event : EVENTS) {
            for (String word : first ? List.of("did") : List.of("did", "didNot")) {
                Map<String, Object> properties = new LinkedHashMap<>();
                properties.put(word, Map.of("const", event));
                if (event.equals("purchase")) {
                    PurchaseKind.restrictions(properties);
                } else {
                    InteractionKind.restrictions(properties);
                }
                if (first) {
                    choices.add(Schemas.object(properties, word));
                } else {
                    properties.putAll(Within.schema());
                    choices.add(Schemas.object(properties, word, "within", "unit"));
                }
            }
        }
        return Map.of("oneOf", choices);
    }

    /** Which of {@link io.legame.insight.WarehouseTables#INTERACTION} are such events. */
    org.jooq.Condition sql(@Nullable LocalDate from, LocalDate to) {
        var days = INTERACTION.OCCURRED_ON.le(to);
        var some = (from == null ? days : days.and(INTERACTION.OCCURRED_ON.ge(from)))
                .and(INTERACTION.CUSTOMER_ID.isNotNull())
                .and(where.sql(INTERACTION.CHANNEL, INTERACTION.TOUCHPOINT_ID));
        if (!purchase) {
            return some.and(InteractionCondition.ofKinds(kinds, INTERACTION.KIND))
                    .and(details.sql(INTERACTION));
        }
        var purchases = some.and(INTERACTION.KIND.eq(Measure.PURCHASE));
        if (!where.namesGoods() && where.discounted() == null) {
            return purchases;
        }
        return purchases.and(INTERACTION.ID.in(select(LINE.INTERACTION_ID)
                .from(LINE)
                .where(LINE.KIND.eq(Measure.PURCHASE))
                .and(LINE.OCCURRED_ON.le(to))
                .and(where.goods(LINE))));
    }

    /** "a purchase of the brand Legnano on-line", "no contact by call" */
    String told(Words words) {
        String place = where.toldPlace(words);
        String none = happened ? "" : ".none";
        if (purchase) {
            String goods = where.namesGoods() ? where.toldGoods(words) : "";
            String key = "sentence.step.purchase" + (goods.isEmpty() ? "" : ".goods") + none;
            return words.text(key, goods) + place;
        }
        String key = "sentence.step." + (kinds.isEmpty() ? "anyContact" : "contact") + none;
        return words.text(key, InteractionCondition.toldKinds(kinds, words)) + details.told(words) + place;
    }

    /** The way back of {@link #told}. */
    static Piece<Map<String, Object>> piece(Words words) {
        Piece<Map<String, Object>> ofLines = Where.toldPlacePiece(words, true);
        Piece<Map<String, Object>> place = Piece.row(List.of(Details.piece(words), Where.toldPlacePiece(words, false)));
        Piece<Map<String, Object>> goods = Where.goodsPiece(words);
        Piece<Map<String, Object>> kinds = InteractionCondition.kindsPiece(words);
        var steps = new ArrayList<Piece<Map<String, Object>>>();
        for (String none : List.of("", ".none")) {
            String did = none.isEmpty() ? "did" : "didNot";
            Map<String, Object> purchase = Map.of(did, "purchase");
            Map<String, Object> interaction = Map.of(did, "interaction");
            steps.add(step(words, "purchase" + none, purchase, ofLines));
            steps.add(step(words, "purchase.goods" + none, purchase, ofLines, goods));
            steps.add(step(words, "anyContact" + none, interaction, place));
            steps.add(step(words, "contact" + none, interaction, place, kinds));
        }
        return Piece.anyOf(steps).remembered();
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // they are only copied
    private static Piece<Map<String, Object>> step(
            Words words,
            String key,
            Map<String, Object> meaning,
            Piece<Map<String, Object>> place,
            Piece<Map<String, Object>>... arguments) {
        return Piece.row(List.of(TextPiece.of(words, "sentence.step." + key, List.of(arguments)), place))
                .map(told -> Piece.together(meaning, told));
    }

    // In the builder's form each step's fields begin with its place: s0-did, s1-within.

    static String prefix(int place) {
        return "s" + place + "-";
    }

    /** The step's own fields, without their beginning. */
    static Fields own(Fields fields, int place) {
        String prefix = prefix(place);
        var own = new LinkedHashMap<String, List<String>>();
        fields.values().forEach((name, values) -> {
            if (name.startsWith(prefix)) {
                own.put(name.substring(prefix.length()), values);
            }
        });
        own.put(
                FactForm.WITH,
                fields.all(FactForm.WITH).stream()
                        .filter(name -> name.startsWith(prefix))
                        .map(name -> name.substring(prefix.length()))
                        .toList());
        return new Fields(own);
    }

    /** @param window the controls that say when, for the first step */
    static List<Slot> slots(
            Fields fields, int place, boolean last, List<Slot> window, Words words, Proposals proposals) {
        Fields own = own(fields, place);
        String chosen = chosen(own, last);
        var slots = new ArrayList<Slot>();
        slots.add(new Slot.Heading(words.text(place == 0 ? "builder.step.first" : "builder.step.then")));
        var options = choices(last).stream()
                .map(each -> Slot.Option.of(each, words.text("builder.step." + each)))
                .toList();
        var renamed = new ArrayList<Slot>();
        renamed.add(new Slot.Choice("did", words.text("builder.step"), options, chosen));
        if (!isPurchase(chosen)) {
            renamed.add(
                    FactForm.values(own, words, proposals, "kinds", "interaction", words.text("restriction.kinds")));
        }
        if (place > 0) {
            renamed.addAll(Within.slots(own, words));
        }
        renamed.forEach(slot -> slots.add(slot.prefixed(prefix(place))));
        slots.addAll(window);
        var offered = isPurchase(chosen)
                ? FactForm.offered(PurchaseKind.RESTRICTIONS, words)
                : InteractionKind.offered(own, words, proposals);
        FactForm.restrictions(own, words, proposals, offered).forEach(slot -> slots.add(slot.prefixed(prefix(place))));
        return slots;
    }

    private static List<String> choices(boolean last) {
        return last ? List.of("purchase", "interaction", UNSAID + "purchase", UNSAID + "interaction") : EVENTS;
    }

    private static String chosen(Fields own, boolean last) {
        String chosen = own.one("did", "purchase");
        return choices(last).contains(chosen) ? chosen : "purchase";
    }

    private static boolean isPurchase(String chosen) {
        return chosen.endsWith("purchase");
    }

    static Map<String, Object> json(Fields fields, int place, boolean last) {
        Fields own = own(fields, place);
        String chosen = chosen(own, last);
        boolean happened = !chosen.startsWith(UNSAID);
        Map<String, Object> json =
                Comparison.object(happened ? "did" : "didNot", isPurchase(chosen) ? "purchase" : "interaction");
        if (isPurchase(chosen)) {
            PurchaseKind.restrictionsJson(own, json);
        } else {
            InteractionKind.restrictionsJson(own, json);
        }
        if (place > 0) {
            Within.json(own, json);
        }
        return json;
    }

    static Fields fields(Fields fields, int place, Map<String, Object> json) {
        Object event = json.get("did");
        Fields own = event != null ? Fields.of("did", event.toString()) : Fields.of("did", UNSAID + json.get("didNot"));
        own = isPurchase(own.one("did", ""))
                ? PurchaseKind.restrictionsFields(own, json)
                : InteractionKind.restrictionsFields(own, json);
        own = Within.fields(own, json);
        Fields all = fields;
        for (var each : own.values().entrySet()) {
            all = all.with(prefix(place) + each.getKey(), each.getValue());
        }
        return all;
    }
}
