package io.legame.segments;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** "Milano, Roma or Torino", the way back of {@link Words#join}: one or several, with a word before the last. */
record ListPiece<T>(Piece<T> each, String last, int most) implements Piece<List<T>> {
    static <T> Piece<List<T>> or(Words words, Piece<T> each) {
        return new ListPiece<>(each.remembered(), words.text("sentence.or"), JsonPlace.LONGEST_LIST).remembered();
    }

    static <T> Piece<List<T>> and(Words words, Piece<T> each) {
        return new ListPiece<>(each.remembered(), words.text("sentence.and"), JsonPlace.LONGEST_LIST).remembered();
    }

    /** The same of two at least: all of one are one of one. */
    static <T> Piece<List<T>> several(Words words, Piece<T> each) {
        Piece<List<T>> all = and(words, each);
        return (hearing, place) -> all.at(hearing, place).stream()
                .filter(heard -> heard.value().size() > 1)
                .toList();
    }

    private record Begun<T>(List<Heard<T>> heard, int end) {
        Begun<T> and(Heard<T> next) {
            var longer = new ArrayList<>(heard);
            longer.add(next);
            return new Begun<>(longer, next.end());
        }
    }

    @Override
    public List<Heard<List<T>>> at(Hearing hearing, int place) {
        var found = new ArrayList<Heard<List<T>>>();
        var begun = new ArrayDeque<Begun<T>>();
        for (Heard<T> first : each.at(hearing, place)) {
            var one = new Begun<T>(List.of(), place).and(first);
            found.add(whole(one));
            begun.add(one);
        }
        while (!begun.isEmpty()) {
            Begun<T> one = begun.remove();
            hearing.step(1 + one.heard().size());
            int end = hearing.literal(one.end(), " " + last + " ");
            if (end >= 0) {
                each.at(hearing, end).forEach(next -> found.add(whole(one.and(next))));
            }
            int comma = hearing.literal(one.end(), ", ");
            if (comma >= 0 && one.heard().size() < most) {
                each.at(hearing, comma).forEach(next -> begun.add(one.and(next)));
            }
        }
        return found;
    }

    private Heard<List<T>> whole(Begun<T> all) {
        return new Heard<>(
                all.end(),
                all.heard().stream().map(Heard::value).toList(),
                Words.join(
                        all.heard().stream().map(each -> each.told().toString()).toList(), last),
                BigDecimal.valueOf(all.heard().size()));
    }
}
