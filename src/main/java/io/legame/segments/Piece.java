package io.legame.segments;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Something that a sentence can say: the way back of a text. Where it can be understood in several ways, it is. */
@FunctionalInterface
interface Piece<T> {
    /** What there is at the place: nothing if something else is. */
    List<Heard<T>> at(Hearing hearing, int place);

    default <R> Piece<R> map(Function<T, R> change) {
        return (hearing, place) ->
                at(hearing, place).stream().map(heard -> heard.map(change)).toList();
    }

    /** As a property of a condition's JSON. */
    default Piece<Map<String, Object>> as(String property) {
        return map(value -> Map.of(property, value));
    }

    /** Asked once at each place, however many sentences may go on with it. */
    default Piece<T> remembered() {
        return new Remembered<>(this);
    }

    /** With these letters before it. */
    default Piece<T> after(String letters) {
        return (hearing, place) -> {
            int begin = hearing.literal(place, letters);
            return begin < 0
                    ? List.of()
                    : at(hearing, begin).stream()
                            .map(heard ->
                                    new Heard<>(heard.end(), heard.value(), letters + heard.told(), heard.number()))
                            .toList();
        };
    }

    /** With these letters behind it. */
    default Piece<T> before(String letters) {
        return (hearing, place) -> {
            var found = new ArrayList<Heard<T>>();
            for (Heard<T> heard : at(hearing, place)) {
                int end = hearing.literal(heard.end(), letters);
                if (end >= 0) {
                    found.add(new Heard<>(end, heard.value(), heard.told() + letters, heard.number()));
                }
            }
            return found;
        };
    }

    /** Nothing is said: not a letter. */
    static <T> Piece<T> silence(T value) {
        return (hearing, place) -> List.of(Heard.of(place, value, ""));
    }

    static <T> Piece<T> anyOf(List<Piece<T>> pieces) {
        return (hearing, place) -> {
            var found = new LinkedHashSet<Heard<T>>();
            pieces.forEach(piece -> found.addAll(piece.at(hearing, place)));
            return List.copyOf(found);
        };
    }

    /** One behind the other, what they mean together. */
    static Piece<Map<String, Object>> row(List<Piece<Map<String, Object>>> pieces) {
        return (hearing, place) -> {
            List<Heard<Map<String, Object>>> found = List.of(Heard.of(place, Map.of(), ""));
            for (Piece<Map<String, Object>> piece : pieces) {
                var longer = new ArrayList<Heard<Map<String, Object>>>();
                for (Heard<Map<String, Object>> one : found) {
                    for (Heard<Map<String, Object>> next : piece.at(hearing, one.end())) {
                        longer.add(Heard.of(
                                next.end(),
                                together(one.value(), next.value()),
                                one.told() + next.told().toString()));
                    }
                }
                found = longer;
            }
            return found;
        };
    }

    static Map<String, Object> together(Map<String, Object> one, Map<String, Object> other) {
        var both = new LinkedHashMap<>(one);
        both.putAll(other);
        return both;
    }

    /** See {@link #remembered}. */
    record Remembered<T>(Piece<T> piece) implements Piece<T> {
        @Override
        public List<Heard<T>> at(Hearing hearing, int place) {
            return hearing.remembered(this, place);
        }
    }
}
