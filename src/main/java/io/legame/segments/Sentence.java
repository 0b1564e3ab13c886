package io.legame.segments;

import io.legame.segments.Filter.All;
import io.legame.segments.Filter.Any;
import io.legame.segments.Filter.Not;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A filter in words: "women aged 35 to 45 who spent at least €100.00 on-line in the last 90 days and can be reached by
 * e-mail". A negation is told at the conditions themselves, by De Morgan's laws, so that "not" never needs a
 * parenthesis; what is nested is told with "either … or", deeper in parentheses.
 */
public final class Sentence {
    private final Words words;

    private Sentence(Words words) {
        this.words = words;
    }

    /** Whom the filter means: a noun with all that belongs to it. */
    public static String of(Filter filter, Words words) {
        return new Sentence(words).told(positive(filter, true));
    }

    /** The same filter without {@link Not} but at the conditions, and without joins of one or none inside. */
    static Filter positive(Filter filter, boolean holds) {
        return switch (filter) {
            case Not not -> positive(not.part(), !holds);
            case All all -> joined(all.parts(), holds, holds);
            case Any any -> joined(any.parts(), holds, !holds);
            case Condition condition -> holds ? condition : new Not(condition);
        };
    }

    private static Filter joined(List<Filter> parts, boolean holds, boolean all) {
        var flat = new ArrayList<Filter>();
        for (Filter part : parts) {
            Filter inner = positive(part, holds);
            if (all && inner instanceof All same) {
                flat.addAll(same.parts());
            } else if (!all && inner instanceof Any same) {
                flat.addAll(same.parts());
            } else {
                flat.add(inner);
            }
        }
        if (flat.size() == 1) {
            return flat.getFirst();
        }
        return all ? new All(flat) : new Any(flat);
    }

    private String told(Filter filter) {
        return switch (filter) {
            case All all -> all.parts().isEmpty() ? words.text("sentence.everybody") : allOf(all.parts());
            case Any any ->
                any.parts().isEmpty()
                        ? words.text("sentence.nobody")
                        : words.text("sentence.who", words.text("sentence.customers"), either(any.parts()));
            case Not not -> allOf(List.of(not));
            case Condition condition -> allOf(List.of(condition));
        };
    }

    /** The first noun, the modifiers and the clauses come before "who", the rest after it. */
    private String allOf(List<Filter> parts) {
        String noun = null;
        var modifiers = new StringBuilder();
        var clauses = new ArrayList<String>();
        var predicates = new ArrayList<Filter>();
        for (Filter part : parts) {
            Phrase phrase = phrase(part);
            if (phrase != null && phrase.noun() != null && noun == null) {
                noun = phrase.noun();
            } else if (phrase != null && phrase.modifier() != null) {
                modifiers.append(' ').append(phrase.modifier());
            } else if (phrase != null && phrase.clause() != null) {
                clauses.add(phrase.clause());
            } else {
                predicates.add(part);
            }
        }
        String whom = (noun == null ? words.text("sentence.customers") : noun) + modifiers;
        if (clauses.isEmpty()) {
            return predicates.isEmpty() ? whom : words.text("sentence.who", whom, together(predicates));
        }
        String described = whom + " " + list(clauses, and());
        return predicates.isEmpty()
                ? described
                : described + words.text("sentence.andWho") + " " + together(predicates);
    }

    /** Of what has a place before "who"; null for what has not. */
    private @Nullable Phrase phrase(Filter part) {
        return switch (part) {
            case Condition condition -> condition.phrase(words);
            case Not(Condition condition) -> condition.phrase(words).opposite();
            case Not _, All _, Any _ -> null;
        };
    }

    /** "spent … and can be reached by e-mail"; where a part is an "either … or", each part gets its own "who". */
    private String together(List<Filter> parts) {
        boolean nested = parts.stream().anyMatch(part -> part instanceof Any || part instanceof All);
        if (!nested || parts.size() == 1) {
            return list(parts.stream().map(part -> predicate(part, 1)).toList(), and());
        }
        return String.join(
                words.text("sentence.andWho") + " ",
                parts.stream().map(part -> predicate(part, 1)).toList());
    }

    private String either(List<Filter> parts) {
        boolean nested = parts.stream().anyMatch(part -> part instanceof Any || part instanceof All);
        var told = parts.stream().map(part -> predicate(part, 1)).toList();
        return nested ? String.join(words.text("sentence.orWho") + " ", told) : list(told, or());
    }

    private String predicate(Filter filter, int depth) {
        return switch (filter) {
            case Condition condition -> condition.phrase(words).predicate();
            case Not not -> negated(not.part());
            case All all -> inside(all.parts(), and(), depth, "sentence.both");
            case Any any -> inside(any.parts(), or(), depth, "sentence.either");
        };
    }

    private String inside(List<Filter> parts, String last, int depth, String key) {
        String told =
                list(parts.stream().map(part -> predicate(part, depth + 1)).toList(), last);
        return depth == 1 && (parts.size() == 2 || key.equals("sentence.either"))
                ? words.text(key, told)
                : "(" + told + ")";
    }

    private String negated(Filter part) {
        if (part instanceof Condition condition) {
            return condition.phrase(words).negated();
        }
        throw new IllegalStateException("A negation was not brought down to its condition");
    }

    private String and() {
        return words.text("sentence.and");
    }

    private String or() {
        return words.text("sentence.or");
    }

    private static String list(List<String> told, String last) {
        return Words.join(told, last);
    }
}
