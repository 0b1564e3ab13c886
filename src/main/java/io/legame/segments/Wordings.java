package io.legame.segments;

import io.legame.segments.Wording.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** All that tells one kind of condition: its texts with what may stand in the place of their arguments. */
final class Wordings {
    private final Words words;
    private final List<Wording> all = new ArrayList<>();

    Wordings(Words words) {
        this.words = words;
    }

    Words words() {
        return words;
    }

    List<Wording> all() {
        return all;
    }

    /**
     * The text of {@link AttributePhrase#phrase} with its negation and, if there are, its modifier and clause.
     *
     * @param meaning what the text alone means
     * @param arguments what its arguments mean, in their order
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // they are only copied
    final void phrase(String key, Map<String, Object> meaning, Piece<Map<String, Object>>... arguments) {
        add(key, with(meaning), Wordings::negated, List.of(arguments));
    }

    /** The same where what the arguments mean is put together in another way. */
    @SafeVarargs
    @SuppressWarnings("varargs") // they are only copied
    final void phraseOf(
            String key, UnaryOperator<Map<String, Object>> meaning, Piece<Map<String, Object>>... arguments) {
        add(key, meaning, Wordings::negated, List.of(arguments));
    }

    /** The same where the JSON has a word of its own for the opposite, {@code isNoneOf} say. */
    @SafeVarargs
    @SuppressWarnings("varargs") // they are only copied
    final void phraseOr(
            String key,
            Map<String, Object> meaning,
            UnaryOperator<Map<String, Object>> opposite,
            Piece<Map<String, Object>>... arguments) {
        add(key, with(meaning), opposite, List.of(arguments));
    }

    private static Map<String, Object> negated(Map<String, Object> json) {
        return Map.of(Wording.NOT, json);
    }

    private static UnaryOperator<Map<String, Object>> with(Map<String, Object> meaning) {
        return value -> Piece.together(meaning, value);
    }

    private void add(
            String key,
            UnaryOperator<Map<String, Object>> meaning,
            UnaryOperator<Map<String, Object>> opposite,
            List<Piece<Map<String, Object>>> arguments) {
        Piece<Map<String, Object>> predicate = text("phrase." + key, meaning, arguments);
        String not = "phrase." + key + ".not";
        add(Role.PREDICATE, predicate);
        add(
                Role.PREDICATE,
                (words.has(not) ? text(not, meaning, arguments) : TextPiece.of(words, "sentence.not", predicate))
                        .map(opposite));
        for (Role role : List.of(Role.MODIFIER, Role.CLAUSE)) {
            String optional = "phrase." + key + (role == Role.MODIFIER ? ".modifier" : ".clause");
            if (words.has(optional)) {
                add(role, text(optional, meaning, arguments));
            }
        }
    }

    /** A noun in the place of "customers". */
    void noun(String key, Map<String, Object> meaning) {
        add(Role.NOUN, text(key, with(meaning), List.of()));
    }

    private Piece<Map<String, Object>> text(
            String key, UnaryOperator<Map<String, Object>> meaning, List<Piece<Map<String, Object>>> arguments) {
        return TextPiece.of(words, key, arguments).map(meaning);
    }

    private void add(Role role, Piece<Map<String, Object>> piece) {
        all.add(new Wording(role, piece));
    }

    /** The opposite that has its own word in the JSON. */
    static UnaryOperator<Map<String, Object>> instead(String word, String opposite) {
        return json -> {
            var changed = new LinkedHashMap<>(json);
            Object value = Objects.requireNonNull(changed.remove(word));
            changed.put(opposite, value);
            return changed;
        };
    }

    /** The opposite that has another value in the JSON. */
    static UnaryOperator<Map<String, Object>> saying(String word, Object opposite) {
        return json -> Piece.together(json, Map.of(word, opposite));
    }
}
