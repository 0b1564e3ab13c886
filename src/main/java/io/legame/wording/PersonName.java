package io.legame.wording;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person's name in its parts, read from one text: {@code MR. JON YANG}, {@code Rossi, Maria}, {@code Anna De Luca},
 * {@code Herr Dr. Max Müller}, {@code Martin Luther King Jr.}. Without a comma the given name is taken to come first:
 * nothing in {@code ROSSI MARIA} tells otherwise.
 */
public record PersonName(
        @Nullable String title,
        @Nullable String given,
        @Nullable String family,
        @Nullable String suffix) {

    private static final Set<String> PARTICLES = Set.of(
            "de", "di", "da", "del", "della", "dello", "dei", "degli", "delle", "dal", "dalla", "la", "lo", "li", "le",
            "van", "von", "der", "den", "dem", "ter", "ten", "zu", "zur", "zum", "und", "dos", "das", "du", "des", "el",
            "d'", "d’", "o'", "o’", "mc", "al", "bin", "ben", "ibn", "san", "mac", "st.", "af", "'t", "las", "los");

    /** A name that begins so has no given name before it. */
    private static final Set<String> FAMILY_BEGINNINGS = Set.of(
            "de", "di", "del", "della", "dello", "dei", "degli", "delle", "dal", "dalla", "lo", "d'", "d’", "o'", "o’",
            "mc", "von", "el");

    /** The title as it is written everywhere, or the text itself when we do not know it. */
    public static String title(String text) {
        String collapsed = Whitespace.collapse(text);
        String whole = PersonTitles.title(collapsed.replace(" ", ""));
        if (whole != null && !whole.isEmpty()) {
            return whole;
        }
        var titles = new ArrayList<String>();
        for (String word : collapsed.split(" ", -1)) {
            String title = PersonTitles.title(word);
            if (title == null) {
                return ProperNames.ofPerson(collapsed);
            }
            if (!title.isEmpty()) {
                titles.add(title);
            }
        }
        return String.join(" ", titles);
    }

    public static PersonName parse(String text) {
        var words = new ArrayList<>(Arrays.asList(Whitespace.collapse(text).split(" ", -1)));
        String title = takeTitles(words);
        String suffix = takeSuffixes(words);
        String rest = Whitespace.withoutEnd(String.join(" ", words), ", ");
        int comma = rest.indexOf(',');
        if (comma > 0) {
            var given = new ArrayList<>(
                    Arrays.asList(rest.substring(comma + 1).strip().split(" ", -1)));
            String inner = takeTitles(given);
            return new PersonName(
                    title == null ? inner : title,
                    nameOrNull(String.join(" ", given)),
                    nameOrNull(rest.substring(0, comma)),
                    suffix);
        }
        List<String> names = Arrays.asList(rest.split(" ", -1));
        if (names.size() == 1) {
            return new PersonName(title, nameOrNull(rest), null, suffix);
        }
        if (names.size() == 2 && FAMILY_BEGINNINGS.contains(names.getFirst().toLowerCase(Locale.ROOT))) {
            return new PersonName(title, null, nameOrNull(rest), suffix);
        }
        int family = names.size() - 1;
        while (family > 1 && PARTICLES.contains(names.get(family - 1).toLowerCase(Locale.ROOT))) {
            family--;
        }
        return new PersonName(
                title,
                nameOrNull(String.join(" ", names.subList(0, family))),
                nameOrNull(String.join(" ", names.subList(family, names.size()))),
                suffix);
    }

    /** Takes the titles from the beginning of the words; at least one word is left. */
    private static @Nullable String takeTitles(List<String> words) {
        var titles = new ArrayList<String>();
        while (words.size() > 1) {
            String title = PersonTitles.title(words.getFirst());
            if (title == null) {
                break;
            }
            words.removeFirst();
            if (!title.isEmpty()) {
                titles.add(title);
            }
        }
        return titles.isEmpty() ? null : String.join(" ", titles);
    }

    /** Takes the suffixes from the end of the words; two words are left, as Iii may be a family name. */
    private static @Nullable String takeSuffixes(List<String> words) {
        var suffixes = new ArrayList<String>();
        while (words.size() > 2 || (words.size() == 2 && words.getFirst().endsWith(","))) {
            String suffix = PersonTitles.suffix(words.getLast());
            if (suffix == null) {
                break;
            }
            words.removeLast();
            suffixes.addFirst(suffix);
        }
        return suffixes.isEmpty() ? null : String.join(" ", suffixes);
    }

    private static @Nullable String nameOrNull(String text) {
        String name = ProperNames.ofPerson(text);
        return name.isEmpty() ? null : name;
    }
}
