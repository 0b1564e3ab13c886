package io.legame.segments;

import io.legame.platform.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SequencedSet;
import java.util.TreeMap;

/**
 * One sentence while it is read: what was tried, so that nothing is tried twice and no sentence takes long, and what would
 * have been understood where.
 */
final class Hearing {
    /** An honest sentence of fifty conditions takes a tenth; all of them take less than a second. */
    private static final int MOST_STEPS = 4_000_000;

    private static final int MOST_EXPECTED = 2_000;

    private final String text;
    private final Map<Piece<?>, Map<Integer, List<?>>> remembered = new HashMap<>();
    private final NavigableMap<Integer, SequencedSet<String>> expected = new TreeMap<>();
    private final List<Wrong> wrong = new ArrayList<>();
    private int steps;
    private int understood;

    /** Something that was understood and cannot be. */
    record Wrong(int begin, int end, FilterUnreadable why) {}

    Hearing(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    /** The end of the letters if they are at the place; -1 if others are. */
    int literal(int place, String letters) {
        step(1);
        if (text.startsWith(letters, place) || text.startsWith(letters.replace('’', '\''), place)) {
            return place + letters.length();
        }
        expect(place, letters);
        return -1;
    }

    /** That something else would have been understood here. */
    void expect(int place, String what) {
        var here = expected.computeIfAbsent(place, _ -> new LinkedHashSet<>());
        if (here.size() < MOST_EXPECTED && !what.isBlank()) {
            here.add(what);
        }
    }

    /** That a sentence could end here. */
    void expectEnd(int place) {
        expect(place, "");
    }

    void wrong(int begin, int end, FilterUnreadable why) {
        wrong.add(new Wrong(begin, end, why));
    }

    /** That all up to the place means something. */
    void understood(int place) {
        understood = Math.max(understood, place);
    }

    /** @throws Refusal when the sentence takes too long */
    void step(int cost) {
        steps += cost;
        if (steps > MOST_STEPS) {
            throw Refusal.of("segments.reading.tangled");
        }
    }

    @SuppressWarnings("unchecked") // a piece always finds the same type
    <T> List<Heard<T>> remembered(Piece.Remembered<T> piece, int place) {
        var places = remembered.computeIfAbsent(piece.piece(), _ -> new HashMap<>());
        var known = (List<Heard<T>>) places.get(place);
        if (known == null) {
            known = piece.piece().at(this, place);
            places.put(place, known);
        }
        return known;
    }

    NavigableMap<Integer, SequencedSet<String>> expected() {
        return expected;
    }

    List<Wrong> wrong() {
        return wrong;
    }

    int understood() {
        return understood;
    }
}
