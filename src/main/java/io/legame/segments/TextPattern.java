package io.legame.segments;

import java.math.BigDecimal;
import java.text.ChoiceFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A {@link java.text.MessageFormat} pattern taken apart, with a variant for each of its choices.
 *
 * @param arguments how many it may be given
 */
record TextPattern(List<Variant> variants, int arguments) {
    sealed interface Token {}

    record Letters(String text) implements Token {}

    record Hole(int argument) implements Token {}

    /** @param bound the number of the arguments that chose the variant, where one number alone does */
    record Variant(List<Token> tokens, Map<Integer, BigDecimal> bound) {}

    static TextPattern of(String pattern) {
        var reader = new Reader();
        return new TextPattern(reader.variants(pattern), reader.arguments);
    }

    private static final class Reader {
        private int arguments;

        List<Variant> variants(String pattern) {
            List<Variant> variants = List.of(new Variant(List.of(), Map.of()));
            var letters = new StringBuilder();
            boolean quoted = false;
            for (int i = 0; i < pattern.length(); i++) {
                char c = pattern.charAt(i);
                if (c == '\'') {
                    boolean doubled = i + 1 < pattern.length() && pattern.charAt(i + 1) == '\'';
                    if (doubled) {
                        letters.append(c);
                        i++;
                    } else {
                        quoted = !quoted;
                    }
                } else if (c == '{' && !quoted) {
                    int end = closing(pattern, i);
                    variants = followed(variants, letters(letters), element(pattern.substring(i + 1, end)));
                    i = end;
                } else {
                    letters.append(c);
                }
            }
            return followed(variants, letters(letters), List.of(new Variant(List.of(), Map.of())));
        }

        private static int closing(String pattern, int open) {
            int depth = 0;
            for (int i = open; i < pattern.length(); i++) {
                if (pattern.charAt(i) == '{') {
                    depth++;
                } else if (pattern.charAt(i) == '}' && --depth == 0) {
                    return i;
                }
            }
            throw new IllegalArgumentException("Unmatched braces: " + pattern);
        }

        private static List<Token> letters(StringBuilder letters) {
            List<Token> tokens = letters.isEmpty() ? List.of() : List.of(new Letters(letters.toString()));
            letters.setLength(0);
            return tokens;
        }

        /** {@code 0}, {@code 0,number} or {@code 0,choice,1#day|1<{0} days}. */
        private List<Variant> element(String element) {
            String[] parts = element.split(",", 3);
            int argument = Integer.parseInt(parts[0].strip());
            arguments = Math.max(arguments, argument + 1);
            if (parts.length < 3 || !parts[1].strip().equals("choice")) {
                return List.of(new Variant(List.of(new Hole(argument)), Map.of()));
            }
            var choice = new ChoiceFormat(parts[2]);
            var variants = new ArrayList<Variant>();
            for (int i = 0; i < choice.getLimits().length; i++) {
                String branch = (String) choice.getFormats()[i];
                var number = BigDecimal.valueOf(choice.getLimits()[i]);
                for (Variant each : branch.indexOf('{') < 0 ? plain(branch) : variants(branch)) {
                    var bound = new HashMap<>(each.bound());
                    bound.put(argument, number);
                    variants.add(new Variant(each.tokens(), bound));
                }
            }
            return variants;
        }

        private static List<Variant> plain(String branch) {
            return List.of(new Variant(branch.isEmpty() ? List.of() : List.of(new Letters(branch)), Map.of()));
        }

        private static List<Variant> followed(List<Variant> variants, List<Token> letters, List<Variant> next) {
            var all = new ArrayList<Variant>();
            for (Variant one : variants) {
                for (Variant other : next) {
                    var tokens = new ArrayList<>(one.tokens());
                    tokens.addAll(letters);
                    tokens.addAll(other.tokens());
                    var bound = new HashMap<>(one.bound());
                    bound.putAll(other.bound());
                    all.add(new Variant(joined(tokens), bound));
                }
            }
            return all;
        }

        /** Letters that follow each other, as one. */
        private static List<Token> joined(List<Token> tokens) {
            var joined = new ArrayList<Token>();
            for (Token token : tokens) {
                if (token instanceof Letters more && !joined.isEmpty() && joined.getLast() instanceof Letters letters) {
                    joined.set(joined.size() - 1, new Letters(letters.text() + more.text()));
                } else {
                    joined.add(token);
                }
            }
            return joined;
        }
    }
}
