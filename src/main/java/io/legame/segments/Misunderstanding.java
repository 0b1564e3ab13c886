package io.legame.segments;

import io.legame.platform.Refusal;
import io.legame.platform.Texts;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * Why a sentence was not understood.
 *
 * @param understood how far it was
 * @param part the first part that was not; empty where something is missing at the end
 * @param nearest what was probably meant
 * @param possible all that would have been understood there, if that is little
 * @param why it cannot be although it was understood
 */
record Misunderstanding(
        int understood,
        String part,
        @Nullable String nearest,
        List<String> possible,
        @Nullable FilterUnreadable why) {
    private static final int LONGEST_PART = 60;
    private static final int MOST_POSSIBLE = 8;

    static Misunderstanding of(Hearing hearing, Words words) {
        int begin = hearing.understood();
        Optional<Hearing.Wrong> wrong = hearing.wrong().stream()
                .filter(each -> each.end() > begin)
                .max(Comparator.comparingInt(Hearing.Wrong::end));
        if (wrong.isPresent()) {
            Hearing.Wrong found = wrong.get();
            String part = hearing.text().substring(found.begin(), found.end());
            return new Misunderstanding(found.end(), part, null, List.of(), found.why());
        }
        var expected = hearing.expected().tailMap(begin, true);
        int last = expected.isEmpty() ? begin : expected.lastKey();
        return expected.descendingMap().entrySet().stream()
                .flatMap(each -> meant(hearing.text(), each.getKey(), each.getValue(), last).stream())
                .findFirst()
                .orElseGet(
                        () -> unknown(hearing.text(), last, expected.getOrDefault(last, new LinkedHashSet<>()), words));
    }

    /** What was probably meant by as many words as it has. */
    private static Optional<Misunderstanding> meant(
            String text, int place, Collection<String> expected, int understood) {
        Map<Integer, List<String>> byWords = expected.stream()
                .map(String::strip)
                .filter(each -> each.length() > 1)
                .collect(Collectors.groupingBy(each -> each.split(" ", -1).length, TreeMap::new, Collectors.toList()));
        return ((TreeMap<Integer, List<String>>) byWords)
                .descendingMap().entrySet().stream()
                        .flatMap(each -> {
                            String said = firstWords(text.substring(place).stripLeading(), each.getKey());
                            return NearestWord.of(said, each.getValue())
                                    .filter(nearest -> isSlip(said, nearest))
                                    .map(nearest -> new Misunderstanding(understood, said, nearest, List.of(), null))
                                    .stream();
                        })
                        .findFirst();
    }

    /** Closer than any word of a text needs to be: there are hundreds of them. */
    private static boolean isSlip(String said, String nearest) {
        return !nearest.equals(said) && NearestWord.distance(said, nearest) <= Math.max(1, nearest.length() / 4);
    }

    private static Misunderstanding unknown(String text, int place, Collection<String> expected, Words words) {
        int begin = place;
        while (begin > 0 && begin < text.length() && text.charAt(begin) != ' ' && text.charAt(begin - 1) != ' ') {
            begin--;
        }
        List<String> possible = expected.stream()
                .filter(each -> Character.isLetterOrDigit(each.charAt(0)) || Quotes.isOpening(each.charAt(0)))
                .map(String::strip)
                .toList();
        String rest = text.substring(begin).strip();
        boolean begun = expected.stream().anyMatch(each -> each.strip().startsWith(rest));
        String part = begun ? "" : clause(rest, words);
        return new Misunderstanding(place, part, null, possible.size() > MOST_POSSIBLE ? List.of() : possible, null);
    }

    /** Up to the next join, but not for ever. */
    private static String clause(String rest, Words words) {
        int end = rest.length();
        for (String join :
                List.of(", ", " " + words.text("sentence.and") + " ", " " + words.text("sentence.or") + " ")) {
            int found = rest.indexOf(join, 1);
            end = found > 0 ? Math.min(end, found) : end;
        }
        return end <= LONGEST_PART ? rest.substring(0, end) : rest.substring(0, LONGEST_PART) + "…";
    }

    /** Without the quotation marks that are all around it. */
    private static String bare(String part) {
        boolean quoted = part.length() > 2 && Quotes.isOpening(part.charAt(0)) && Quotes.end(part, 0) == part.length();
        return quoted ? Quotes.unquoted(part) : part;
    }

    private static String firstWords(String text, int count) {
        int end = -1;
        for (int i = 0; i < count; i++) {
            end = text.indexOf(' ', end + 1);
            if (end < 0) {
                return text;
            }
        }
        String words = text.substring(0, end);
        return words.endsWith(",") ? words.substring(0, words.length() - 1) : words;
    }

    Refusal refusal(Texts texts) {
        if (why != null) {
            String reason = texts.get(LocaleContextHolder.getLocale(), why.key(), why.arguments());
            return Refusal.of("segments.reading.wrong", part, reason);
        }
        if (nearest != null) {
            return Refusal.of("segments.reading.nearest", bare(part), bare(nearest));
        }
        if (part.isEmpty()) {
            return Refusal.of("segments.reading.unfinished");
        }
        return possible.isEmpty()
                ? Refusal.of("segments.reading.unknown", bare(part))
                : Refusal.of("segments.reading.possible", bare(part), String.join(", ", possible));
    }
}
