package io.legame.segments;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** The days whose facts count. Facts after the as-of day never do. */
public sealed interface Window {
    int MOST = 10_000;

    enum Unit {
        DAYS(ChronoUnit.DAYS),
        WEEKS(ChronoUnit.WEEKS),
        MONTHS(ChronoUnit.MONTHS),
        YEARS(ChronoUnit.YEARS);

        final ChronoUnit chrono;

        Unit(ChronoUnit chrono) {
            this.chrono = chrono;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static List<String> words() {
            return Arrays.stream(values()).map(Unit::word).toList();
        }
    }

    /** Every day up to the as-of day. */
    record Ever() implements Window {
        @Override
        public @Nullable LocalDate first(LocalDate asOf) {
            return null;
        }
    }

    /**
     * So many days, weeks, months or years that end with the as-of day, which is the last of them: the last 90 days
     * before 30 June 2019 are those from 2 April to 30 June; the last month, those from 31 May (the day after 30 May) to
     * 30 June.
     */
    record Last(int count, Unit unit) implements Window {
        @Override
        public LocalDate first(LocalDate asOf) {
            return asOf.minus(count, unit.chrono).plus(1, DAYS);
        }
    }

    /** From one day to another, both taken in. */
    record Between(LocalDate from, LocalDate to) implements Window {
        @Override
        public LocalDate first(LocalDate asOf) {
            return from;
        }
    }

    /** The first day that counts; null for no first. */
    @Nullable
    LocalDate first(LocalDate asOf);

    /** The last day that counts. */
    default LocalDate last(LocalDate asOf) {
        return this instanceof Between between && between.to().isBefore(asOf) ? between.to() : asOf;
    }

    default org.jooq.Condition sql(Field<LocalDate> day, LocalDate asOf) {
        LocalDate first = first(asOf);
        var until = day.le(last(asOf));
        return first == null ? until : day.ge(first).and(until);
    }

    static Window read(JsonPlace place) {
        if (place.has("last") || place.has("unit")) {
            place.allowOnly(List.of("last", "unit"));
            int count = place.get("last").integer(1, MOST);
            String unit = place.get("unit").oneOf(Unit.words());
            Unit known = Unit.valueOf(unit.toUpperCase(Locale.ROOT));
            if (known == Unit.YEARS && count > 200) {
                throw place.get("last").wrong("segments.json.notAnInteger", 1, 200);
            }
            return new Last(count, known);
        }
        place.allowOnly(List.of("from", "to", "last", "unit"));
        LocalDate from = place.get("from").day();
        LocalDate to = place.get("to").day();
        if (to.isBefore(from)) {
            throw place.wrong("segments.json.upsideDown");
        }
        return new Between(from, to);
    }

    /** Adds the window, but for ever, which goes without saying. */
    default void write(Map<String, Object> json) {
        switch (this) {
            case Ever ever -> {}
            case Last last ->
                json.put(
                        "during",
                        Map.of("last", last.count(), "unit", last.unit().word()));
            case Between between ->
                json.put(
                        "during",
                        Map.of(
                                "from",
                                between.from().toString(),
                                "to",
                                between.to().toString()));
        }
    }

    /** The way back of {@link #told}. */
    static Piece<Map<String, Object>> piece(Words words) {
        var windows = new ArrayList<Piece<Map<String, Object>>>();
        for (String unit : Unit.words()) {
            windows.add(TextPiece.of(words, "sentence.last." + unit, Numbers.whole(words, "last"))
                    .map(last -> Piece.together(last, Map.of("unit", unit))));
        }
        Piece<Object> day = Days.of(words);
        windows.add(TextPiece.of(words, "sentence.fromTo", day.as("from"), day.as("to")));
        Piece<Map<String, Object>> window = Piece.anyOf(windows).after(" ").map(during -> Map.of("during", during));
        return Piece.anyOf(List.of(Piece.silence(Map.of()), window)).remembered();
    }

    /** " in the last 90 days", with its leading blank; empty for ever. */
    default String told(Words words) {
        return switch (this) {
            case Ever ever -> "";
            case Last last -> " " + words.text("sentence.last." + last.unit().word(), last.count());
            case Between between ->
                " " + words.text("sentence.fromTo", words.date(between.from()), words.date(between.to()));
        };
    }
}
