package io.legame.segments;

import static io.legame.insight.WarehouseTables.CUSTOMER;
import static io.legame.insight.WarehouseTables.METRICS;
import static org.jooq.impl.DSL.day;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.month;
import static org.jooq.impl.DSL.select;

import io.legame.customers.CustomerField;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Field;
import org.springframework.stereotype.Component;

/**
 * Who has a birthday or another anniversary soon. What happened on 29 February has it on 1 March in common years, as ages
 * count.
 *
 * @param exactly whether it is on the last of the days, and not on any of them
 * @param days after the as-of day, which is 0
 */
record AnniversaryCondition(Event event, boolean exactly, int days) implements Condition {
    /** So that no day comes twice. */
    private static final int MOST_DAYS = 364;

    /** Days are compared as month times this, plus the day of the month. */
    private static final int MONTH = 100;

    private static final List<String> HOW = List.of("within", "in");

    enum Event {
        BIRTH_DATE("birthDate", CUSTOMER.BIRTH_DATE, CustomerField.BIRTH_DATE),
        FIRST_PURCHASE("firstPurchase", METRICS.FIRST_PURCHASE);

        private final String word;

        @SuppressWarnings("ImmutableEnumChecker") // jOOQ's columns do not change, they only do not say so
        private final Field<LocalDate> column;

        @SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable
        private final Set<CustomerField> fields;

        Event(String word, Field<LocalDate> column, CustomerField... fields) {
            this.word = word;
            this.column = column;
            this.fields = Set.of(fields);
        }

        String word() {
            return word;
        }

        static List<String> words() {
            return Arrays.stream(values()).map(Event::word).toList();
        }

        static Event of(String word) {
            return Arrays.stream(values())
                    .filter(event -> event.word.equals(word))
                    .findFirst()
                    .orElse(BIRTH_DATE);
        }
    }

    @Override
    public Map<String, Object> json() {
        Map<String, Object> json = Comparison.object("anniversary", event.word);
        json.put(exactly ? "in" : "within", days);
        return json;
    }

    @Override
    public AskedFields fields() {
        return AskedFields.of(event.fields);
    }

    @Override
    public Phrase phrase(Words words) {
        return AttributePhrase.phrase(
                words,
                "anniversary." + event.word,
                words.text(exactly ? "sentence.inDays" : "sentence.withinDays", days));
    }

    @Override
    public org.jooq.Condition sql(LocalDate asOf) {
        return switch (event) {
            case BIRTH_DATE -> comes(asOf);
            case FIRST_PURCHASE ->
                CUSTOMER.ID.in(select(METRICS.CUSTOMER_ID).from(METRICS).where(comes(asOf)));
        };
    }

    private org.jooq.Condition comes(LocalDate asOf) {
        LocalDate last = asOf.plusDays(days);
        LocalDate first = exactly ? last : asOf;
        int from = first.getMonthValue() == 3 && first.getDayOfMonth() == 1 && !Year.isLeap(first.getYear())
                ? 2 * MONTH + 29
                : of(first);
        Field<Integer> on = month(event.column).mul(inline(MONTH)).plus(day(event.column));
        org.jooq.Condition begun = on.ge(inline(from));
        org.jooq.Condition over = on.le(inline(of(last)));
        boolean newYear = first.getYear() < last.getYear();
        // on the as-of day itself nothing has returned yet
        return event.column.isNotNull().and(event.column.lt(asOf)).and(newYear ? begun.or(over) : begun.and(over));
    }

    private static int of(LocalDate day) {
        return day.getMonthValue() * MONTH + day.getDayOfMonth();
    }

    @Component
    static class Kind implements ConditionKind {
        @Override
        public String property() {
            return "anniversary";
        }

        @Override
        public Condition read(JsonPlace place) {
            place.allowOnly(List.of("anniversary", "within", "in"));
            Event event = Event.of(place.get("anniversary").oneOf(Event.words()));
            String how = CheckJson.word(place, "anniversary", HOW);
            return new AnniversaryCondition(
                    event, how.equals("in"), place.get(how).integer(0, MOST_DAYS));
        }

        @Override
        public Map<String, Object> schema() {
            Map<String, Object> days = Map.of("type", "integer", "minimum", 0, "maximum", MOST_DAYS);
            return Schemas.objectWithOne(
                    Map.of("anniversary", Schemas.words(Event.words())),
                    Map.of("within", days, "in", days),
                    "anniversary");
        }

        @Override
        public void wordings(Wordings wordings) {
            Words words = wordings.words();
            Piece<Map<String, Object>> days = Piece.anyOf(List.of(
                    TextPiece.of(words, "sentence.withinDays", Numbers.whole(words, "within")),
                    TextPiece.of(words, "sentence.inDays", Numbers.whole(words, "in"))));
            for (String event : Event.words()) {
                wordings.phrase("anniversary." + event, Map.of("anniversary", event), days);
            }
        }

        @Override
        public List<Offer> offers() {
            return Arrays.stream(Event.values())
                    .map(event -> new Offer(
                            event == Event.BIRTH_DATE ? "person" : "bought",
                            "offer.anniversary." + event.word,
                            Fields.of("event", event.word, "how", "within", "n", "7")))
                    .toList();
        }

        @Override
        public List<Slot> slots(Fields fields, Words words, Proposals proposals) {
            var how = HOW.stream()
                    .map(each -> Slot.Option.of(each, words.text("builder.anniversary." + each)))
                    .toList();
            return List.of(
                    new Slot.Told(words.text("offer.anniversary." + Event.of(fields.one("event", "")).word)),
                    new Slot.Choice("how", words.text("builder.comparison"), how, fields.one("how", "within")),
                    new Slot.Quantity("n", words.text("builder.value.a"), fields.one("n"), words.text("unit.days")));
        }

        @Override
        public Map<String, Object> json(Fields fields) {
            var json = new LinkedHashMap<String, Object>();
            json.put("anniversary", Event.of(fields.one("event", "")).word);
            String days = fields.one("n");
            if (days != null) {
                json.put(fields.one("how", "within"), Fields.number(days));
            }
            return json;
        }

        @Override
        public Fields fields(Map<String, Object> json) {
            Fields fields = Fields.of("event", String.valueOf(json.get("anniversary")));
            return HOW.stream()
                    .filter(json::containsKey)
                    .findFirst()
                    .map(how -> fields.with("how", how).with("n", String.valueOf(json.get(how))))
                    .orElse(fields);
        }
    }
}
