package io.legame.segments;

import static org.jooq.impl.DSL.val;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * Compares a number or a day with one or two others.
 *
 * @param second only for {@link Operator#BETWEEN}, which takes in both ends
 */
public record Comparison<T extends Comparable<? super T>>(
        Operator operator, T first, @Nullable T second) {

    private static final String LOW = "low";
    private static final String HIGH = "high";

    /** With the word of numbers and the word of days; a null word: does not exist for these. */
    public enum Operator {
        AT_LEAST("atLeast", null),
        AT_MOST("atMost", null),
        MORE_THAN("moreThan", "after"),
        LESS_THAN("lessThan", "before"),
        EXACTLY("exactly", "on"),
        BETWEEN("between", "between");

        private final String ofNumbers;
        private final @Nullable String ofDays;

        Operator(String ofNumbers, @Nullable String ofDays) {
            this.ofNumbers = ofNumbers;
            this.ofDays = ofDays;
        }

        @Nullable
        String word(boolean days) {
            return days ? ofDays : ofNumbers;
        }

        static List<String> words(boolean days) {
            return Arrays.stream(values())
                    .map(operator -> operator.word(days))
                    .filter(Objects::nonNull)
                    .toList();
        }

        static Optional<Operator> of(String word, boolean days) {
            return Arrays.stream(values())
                    .filter(operator -> word.equals(operator.word(days)))
                    .findFirst();
        }
    }

    public Comparison {
        if ((operator == Operator.BETWEEN) != (second != null)) {
            throw new IllegalArgumentException("Two values are for between, and only for between");
        }
    }

    /** The comparison under its word, the property that the place was found to have. */
    static <T extends Comparable<? super T>> Comparison<T> read(
            JsonPlace place, String word, boolean days, Function<JsonPlace, T> value) {
        Operator operator = Operator.of(word, days).orElseThrow();
        if (operator != Operator.BETWEEN) {
            return new Comparison<>(operator, value.apply(place), null);
        }
        List<JsonPlace> ends = place.list();
        if (ends.size() != 2) {
            throw place.wrong("segments.json.twoValues");
        }
        T low = value.apply(ends.getFirst());
        T high = value.apply(ends.getLast());
        if (low.compareTo(high) > 0) {
            throw place.wrong("segments.json.upsideDown");
        }
        return new Comparison<>(operator, low, high);
    }

    /** Adds the comparison under its word. */
    void write(Map<String, Object> json, boolean days, Function<T, Object> value) {
        json.put(
                Objects.requireNonNull(operator.word(days)),
                second == null ? value.apply(first) : List.of(value.apply(first), value.apply(second)));
    }

    org.jooq.Condition sql(Field<T> field) {
        return switch (operator) {
            case AT_LEAST -> field.ge(first);
            case AT_MOST -> field.le(first);
            case MORE_THAN -> field.gt(first);
            case LESS_THAN -> field.lt(first);
            case EXACTLY -> field.eq(first);
            case BETWEEN -> field.between(first, second);
        };
    }

    /** Whether the value is as the comparison says, times a factor. */
    static org.jooq.Condition sqlTimes(
            Comparison<BigDecimal> comparison, Field<BigDecimal> value, Field<? extends Number> factor) {
        Field<BigDecimal> first = val(comparison.first).mul(factor);
        return switch (comparison.operator) {
            case AT_LEAST -> value.ge(first);
            case AT_MOST -> value.le(first);
            case MORE_THAN -> value.gt(first);
            case LESS_THAN -> value.lt(first);
            case EXACTLY -> value.eq(first);
            case BETWEEN -> value.between(first, val(comparison.lastTold()).mul(factor));
        };
    }

    boolean holds(T value) {
        int compared = value.compareTo(first);
        return switch (operator) {
            case AT_LEAST -> compared >= 0;
            case AT_MOST -> compared <= 0;
            case MORE_THAN -> compared > 0;
            case LESS_THAN -> compared < 0;
            case EXACTLY -> compared == 0;
            case BETWEEN -> compared >= 0 && value.compareTo(Objects.requireNonNull(second)) <= 0;
        };
    }

    /** "at least 5", "between 5 and 10", "before 1 Jan 2019". */
    String told(Words words, boolean days, Function<T, String> value) {
        String key = "comparison." + operator.word(days);
        return second == null
                ? words.text(key, value.apply(first))
                : words.text(key, value.apply(first), value.apply(second));
    }

    /** The way back of {@link #told}: the comparison under its word. */
    static Piece<Map<String, Object>> piece(Words words, boolean days, Piece<?> value) {
        var comparisons = new ArrayList<Piece<Map<String, Object>>>();
        for (String word : Operator.words(days)) {
            comparisons.add(TextPiece.of(words, "comparison." + word, argument(value, LOW), argument(value, HIGH))
                    .map(ends -> Map.of(
                            word, ends.containsKey(HIGH) ? List.of(end(ends, LOW), end(ends, HIGH)) : end(ends, LOW))));
        }
        return Piece.anyOf(comparisons).remembered();
    }

    private static Object end(Map<String, Object> ends, String name) {
        return Objects.requireNonNull(ends.get(name));
    }

    private static Piece<Map<String, Object>> argument(Piece<?> value, String name) {
        return value.map(each -> Map.of(name, each));
    }

    /** The last number that is told, for the plural. */
    T lastTold() {
        return second == null ? first : second;
    }

    static <T> Map<String, Object> object(String property, T value) {
        var json = new LinkedHashMap<String, Object>();
        json.put(property, value);
        return json;
    }
}
