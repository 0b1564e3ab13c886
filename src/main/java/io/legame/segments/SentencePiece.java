package io.legame.segments;

import io.legame.segments.Filter.All;
import io.legame.segments.Filter.Any;
import io.legame.segments.Filter.Not;
import io.legame.segments.Wording.Role;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.function.Function;

/**
 * A whole sentence: the way back of {@link Sentence}. Conditions are joined as there, and a little more freely: a noun or a
 * modifier may be told behind "who" too. Never is "A and B or C" guessed at.
 */
final class SentencePiece {
    /** Reading a condition may ask the database. */
    private static final int COST_OF_CONDITION = 10_000;

    private final Words words;
    private final Filters filters;
    private final Map<ConditionKind, List<Wording>> wordings;
    private final Map<Role, Piece<Filter>> conditions = new EnumMap<>(Role.class);
    private final Piece<Filter> plain;
    private final Piece<Filter> group;
    private final String who;

    SentencePiece(Words words, Filters filters, Map<ConditionKind, List<Wording>> wordings) {
        this.words = words;
        this.filters = filters;
        this.wordings = wordings;
        this.plain = plain(Filters.DEEPEST).remembered();
        this.group = nested();
        this.who = between("sentence.who");
    }

    /** All filters that the sentence can mean. */
    SequencedSet<Filter> filters(Hearing hearing) {
        var found = new LinkedHashSet<Filter>();
        Piece<Filter> noun = Names.of(Map.of(Filter.EVERYBODY, words.text("sentence.customers")));
        whole(Names.of(Map.of(Filter.EVERYBODY, words.text("sentence.everybody"))), hearing, found);
        whole(Names.of(Map.of(new Not(Filter.EVERYBODY), words.text("sentence.nobody"))), hearing, found);
        whole(behind(noun, any().after(who)), hearing, found);
        whole(allOf(noun), hearing, found);
        return found;
    }

    private static void whole(Piece<Filter> piece, Hearing hearing, SequencedSet<Filter> found) {
        for (Heard<Filter> heard : piece.at(hearing, 0)) {
            if (heard.end() == hearing.text().length()) {
                found.add(heard.value());
            } else {
                hearing.expectEnd(heard.end());
            }
        }
    }

    private Piece<Filter> allOf(Piece<Filter> customers) {
        Piece<Filter> noun = Piece.anyOf(List.of(customers, condition(Role.NOUN)));
        Piece<Filter> modified = repeated(noun, condition(Role.MODIFIER).after(" "));
        Piece<Filter> described = behind(
                modified,
                ListPiece.and(words, condition(Role.CLAUSE))
                        .map(SentencePiece::all)
                        .after(" "));
        return Piece.anyOf(List.of(
                modified,
                described,
                behind(modified, together().after(who)),
                behind(described, together().after(words.text("sentence.andWho") + " "))));
    }

    private Piece<Filter> together() {
        Piece<Filter> each = Piece.anyOf(List.of(ListPiece.and(words, plain).map(SentencePiece::all), group));
        return repeated(each, each.after(words.text("sentence.andWho") + " "));
    }

    private Piece<Filter> any() {
        Piece<Filter> each = Piece.anyOf(List.of(ListPiece.or(words, plain).map(SentencePiece::any), group));
        Piece<Filter> more = each.after(words.text("sentence.orWho") + " ");
        Piece<List<Filter>> parts = rest(each, more);
        return parts.map(SentencePiece::any);
    }

    /** "either … or" and "both … and", whose parts have parentheses where they are joined themselves. */
    private Piece<Filter> nested() {
        Piece<Map<String, Object>> either =
                ListPiece.or(words, plain).map(SentencePiece::any).as("filter");
        Piece<Map<String, Object>> both =
                ListPiece.and(words, plain).map(SentencePiece::all).as("filter");
        return Piece.anyOf(List.of(
                        TextPiece.of(words, "sentence.either", either), TextPiece.of(words, "sentence.both", both)))
                .map(found -> (Filter) Objects.requireNonNull(found.get("filter")));
    }

    private Piece<Filter> plain(int deepest) {
        Piece<Filter> condition = condition(Role.PREDICATE);
        if (deepest == 0) {
            return condition;
        }
        Piece<Filter> inner = plain(deepest - 1).remembered();
        Piece<Filter> joined = Piece.anyOf(List.of(
                ListPiece.or(words, inner).map(SentencePiece::any),
                ListPiece.and(words, inner).map(SentencePiece::all)));
        return Piece.anyOf(List.of(condition, joined.after("(").before(")")));
    }

    private Piece<Filter> condition(Role role) {
        return conditions.computeIfAbsent(
                role,
                _ -> ((Piece<Filter>) (hearing, place) -> {
                            var found = new ArrayList<Heard<Filter>>();
                            wordings.forEach((kind, all) -> all.stream()
                                    .filter(wording -> wording.role() == role)
                                    .forEach(wording -> wording.piece()
                                            .at(hearing, place)
                                            .forEach(heard -> condition(kind, role, heard, hearing, place, found))));
                            return found;
                        })
                        .remembered());
    }

    /** What is told the same is meant; a condition that may not be asked for is none. */
    private void condition(
            ConditionKind kind,
            Role role,
            Heard<Map<String, Object>> heard,
            Hearing hearing,
            int place,
            List<Heard<Filter>> found) {
        hearing.step(COST_OF_CONDITION);
        try {
            boolean negated = heard.value().get(Wording.NOT) instanceof Map<?, ?>;
            Condition condition = filters.read(kind, json(heard.value(), negated));
            if (heard.told().equals(role.of(condition.phrase(words), negated))) {
                hearing.understood(heard.end());
                found.add(Heard.of(heard.end(), negated ? new Not(condition) : condition, ""));
            }
        } catch (FilterUnreadable e) {
            hearing.wrong(place, heard.end(), e);
        }
    }

    @SuppressWarnings("unchecked") // a negation holds the JSON of a condition
    private static Map<String, Object> json(Map<String, Object> heard, boolean negated) {
        return negated ? (Map<String, Object>) Objects.requireNonNull(heard.get(Wording.NOT)) : heard;
    }

    private static Piece<Filter> behind(Piece<Filter> one, Piece<Filter> other) {
        return (hearing, place) -> {
            var found = new ArrayList<Heard<Filter>>();
            for (Heard<Filter> first : one.at(hearing, place)) {
                for (Heard<Filter> next : other.at(hearing, first.end())) {
                    found.add(Heard.of(next.end(), all(List.of(first.value(), next.value())), ""));
                }
            }
            return found;
        };
    }

    private static Piece<Filter> repeated(Piece<Filter> one, Piece<Filter> more) {
        return rest(one, more).map(SentencePiece::all);
    }

    private static Piece<List<Filter>> rest(Piece<Filter> one, Piece<Filter> more) {
        return (hearing, place) -> {
            var found = new LinkedHashSet<Heard<List<Filter>>>();
            var begun = new ArrayList<Heard<List<Filter>>>();
            one.at(hearing, place).forEach(heard -> begun.add(heard.map(List::of)));
            while (!begun.isEmpty()) {
                Heard<List<Filter>> so = begun.removeLast();
                hearing.step(1 + so.value().size());
                if (found.add(so) && so.value().size() < Filters.MOST_CONDITIONS) {
                    for (Heard<Filter> next : more.at(hearing, so.end())) {
                        var longer = new ArrayList<>(so.value());
                        longer.add(next.value());
                        begun.add(Heard.of(next.end(), List.copyOf(longer), ""));
                    }
                }
            }
            return List.copyOf(found);
        };
    }

    private static Filter all(List<Filter> parts) {
        return joined(parts, part -> part instanceof All all ? all.parts() : List.of(part), All::new);
    }

    private static Filter any(List<Filter> parts) {
        return joined(parts, part -> part instanceof Any any ? any.parts() : List.of(part), Any::new);
    }

    private static Filter joined(
            List<Filter> parts, Function<Filter, List<Filter>> flat, Function<List<Filter>, Filter> join) {
        List<Filter> all =
                parts.stream().flatMap(part -> flat.apply(part).stream()).toList();
        return all.size() == 1 ? all.getFirst() : join.apply(all);
    }

    /** The letters between the two arguments of a text. */
    private String between(String key) {
        return words.text(key, "\0", "\0").replace("\0", "");
    }
}
