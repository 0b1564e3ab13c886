package io.legame.segments;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.localDateAdd;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jooq.DatePart;
import org.jooq.Field;

/** How long after something: on its day, or in so many days, weeks or months after it. */
record Within(int count, Window.Unit unit) {
    private static final int MOST = 1000;
    private static final List<String> UNITS = List.of("days", "weeks", "months");

    static Within read(JsonPlace place) {
        int count = place.get("within").integer(1, MOST);
        String unit = place.get("unit").oneOf(UNITS);
        return new Within(count, Window.Unit.valueOf(unit.toUpperCase(Locale.ROOT)));
    }

    void write(Map<String, Object> json) {
        json.put("within", count);
        json.put("unit", unit.word());
    }

    static Map<String, Object> schema() {
        return Map.of("within", Map.of("type", "integer", "minimum", 1, "maximum", MOST), "unit", Schemas.words(UNITS));
    }

    /** The last day that is within it. */
    LocalDate last(LocalDate day) {
        return day.plus(count, unit.chrono);
    }

    Field<LocalDate> last(Field<LocalDate> day) {
        return unit == Window.Unit.MONTHS
                ? localDateAdd(day, inline(count), DatePart.MONTH)
                : localDateAdd(day, inline(unit == Window.Unit.WEEKS ? 7 * count : count), DatePart.DAY);
    }

    /** "within 7 days" */
    String told(Words words) {
        return words.text("sentence.within." + unit.word(), count);
    }

    /** The way back of {@link #told}. */
    static Piece<Map<String, Object>> piece(Words words) {
        return Piece.anyOf(UNITS.stream()
                .map(unit -> TextPiece.of(words, "sentence.within." + unit, Numbers.whole(words, "within"))
                        .map(within -> Piece.together(within, Map.of("unit", unit))))
                .toList());
    }

    static List<Slot> slots(Fields fields, Words words) {
        var units = UNITS.stream()
                .map(unit -> Slot.Option.of(unit, words.text("unit." + unit)))
                .toList();
        return List.of(
                new Slot.Told(words.text("builder.within")),
                new Slot.Quantity("within", words.text("builder.count"), fields.one("within"), null),
                new Slot.Choice("unit", words.text("builder.unit"), units, fields.one("unit", "days")));
    }

    static void json(Fields fields, Map<String, Object> json) {
        String count = fields.one("within");
        if (count != null) {
            json.put("within", Fields.number(count));
        }
        json.put("unit", fields.one("unit", "days"));
    }

    static Fields fields(Fields fields, Map<String, Object> json) {
        var known = new LinkedHashMap<>(json);
        known.keySet().retainAll(List.of("within", "unit"));
        Fields with = fields;
        for (var each : known.entrySet()) {
            with = with.with(each.getKey(), each.getValue());
        }
        return with;
    }
}
