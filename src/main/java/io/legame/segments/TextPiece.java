package io.legame.segments;

import io.legame.segments.TextPattern.Hole;
import io.legame.segments.TextPattern.Letters;
import io.legame.segments.TextPattern.Token;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A text of ours, the other way round: its letters must be there, and in the places of its arguments what their pieces
 * understand. An argument that only chooses a plural has no piece: any plural is understood.
 */
final class TextPiece implements Piece<Map<String, Object>> {
    private final Words words;
    private final String key;
    private final List<Piece<Map<String, Object>>> arguments;
    private final TextPattern pattern;

    private TextPiece(Words words, String key, List<Piece<Map<String, Object>>> arguments) {
        this.words = words;
        this.key = key;
        this.arguments = arguments;
        this.pattern = TextPattern.of(words.pattern(key));
    }

    static Piece<Map<String, Object>> of(Words words, String key, List<Piece<Map<String, Object>>> arguments) {
        return new TextPiece(words, key, arguments);
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // they are only copied
    static Piece<Map<String, Object>> of(Words words, String key, Piece<Map<String, Object>>... arguments) {
        return of(words, key, List.of(arguments));
    }

    @Override
    public List<Heard<Map<String, Object>>> at(Hearing hearing, int place) {
        var found = new ArrayList<Heard<Map<String, Object>>>();
        for (TextPattern.Variant variant : pattern.variants()) {
            var heard = new ArrayList<@Nullable Heard<Map<String, Object>>>(
                    Collections.nCopies(Math.max(arguments.size(), pattern.arguments()), null));
            if (bind(variant, heard)) {
                read(hearing, variant.tokens(), 0, place, heard, found);
            }
        }
        return found;
    }

    /** Numbers that a variant stands for, "today" for 0 say; whether its other plurals are of no number that is asked. */
    private boolean bind(TextPattern.Variant variant, List<@Nullable Heard<Map<String, Object>>> heard) {
        for (var bound : variant.bound().entrySet()) {
            int argument = bound.getKey();
            boolean asked = argument < arguments.size() && !variant.tokens().contains(new Hole(argument));
            if (asked) {
                var number = arguments.get(argument) instanceof Numbers.Whole whole ? whole.of(bound.getValue()) : null;
                if (number == null) {
                    return false;
                }
                heard.set(argument, number);
            }
        }
        return true;
    }

    private void read(
            Hearing hearing,
            List<Token> tokens,
            int next,
            int place,
            List<@Nullable Heard<Map<String, Object>>> heard,
            List<Heard<Map<String, Object>>> found) {
        hearing.step(1);
        if (next == tokens.size()) {
            found.add(whole(place, heard));
            return;
        }
        switch (tokens.get(next)) {
            case Letters letters -> {
                int end = hearing.literal(place, letters.text());
                if (end >= 0) {
                    read(hearing, tokens, next + 1, end, heard, found);
                }
            }
            case Hole hole -> {
                for (var each : arguments.get(hole.argument()).at(hearing, place)) {
                    heard.set(hole.argument(), each);
                    read(hearing, tokens, next + 1, each.end(), heard, found);
                }
                heard.set(hole.argument(), null);
            }
        }
    }

    private Heard<Map<String, Object>> whole(int end, List<@Nullable Heard<Map<String, Object>>> heard) {
        BigDecimal first = heard.stream()
                .filter(Objects::nonNull)
                .map(Heard::number)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        var told = new Object[heard.size()];
        Map<String, Object> value = Map.of();
        BigDecimal last = null;
        for (int i = 0; i < told.length; i++) {
            var one = heard.get(i);
            told[i] = one != null ? one.told() : i < arguments.size() || first == null ? "" : first;
            if (one != null) {
                value = Piece.together(value, one.value());
                last = one.number() == null ? last : one.number();
            }
        }
        return new Heard<>(end, value, words.text(key, told), last);
    }
}
