package io.legame.customers;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A person's name in its parts, read from one text: {@code MR. JON YANG}, {@code Rossi, Maria}, {@code Anna De Luca}. */
record PersonName(
        @Nullable String title,
        @Nullable String given,
        @Nullable String family) {

    private static final Map<String, String> TITLES = Map.ofEntries(
            Map.entry("mr", "Mr."),
            Map.entry("mrs", "Mrs."),
            Map.entry("ms", "Ms."),
            Map.entry("miss", "Miss"),
            Map.entry("dr", "Dr."),
            Map.entry("prof", "Prof."),
            Map.entry("sir", "Sir"),
            Map.entry("sig", "Sig."),
            Map.entry("signor", "Sig."),
            Map.entry("sigra", "Sig.ra"),
            Map.entry("signora", "Sig.ra"),
            Map.entry("dott", "Dott."),
            Map.entry("dottssa", "Dott.ssa"),
            Map.entry("profssa", "Prof.ssa"),
            Map.entry("avv", "Avv."),
            Map.entry("ing", "Ing."),
            Map.entry("arch", "Arch."),
            Map.entry("geom", "Geom."),
            Map.entry("rag", "Rag."));

    private static final Set<String> PARTICLES = Set.of(
            "de", "di", "da", "del", "della", "dello", "dei", "degli", "delle", "dal", "dalla", "la", "lo", "li", "le",
            "van", "von", "der", "den", "ter", "dos", "du", "el", "al", "bin", "ben", "san", "mac");

    /** The title as it is written everywhere, or the text itself when we do not know it. */
    static String title(String text) {
        String collapsed = Whitespace.collapse(text);
        return TITLES.getOrDefault(titleKey(collapsed), ProperNames.ofPerson(collapsed));
    }

    private static String titleKey(String text) {
        return text.toLowerCase(Locale.ROOT).replace(".", "").replace(" ", "");
    }

    static PersonName parse(String text) {
        String collapsed = Whitespace.collapse(text);
        int comma = collapsed.indexOf(',');
        if (comma > 0) {
            return new PersonName(
                    null,
                    emptyToNull(ProperNames.ofPerson(collapsed.substring(comma + 1))),
                    emptyToNull(ProperNames.ofPerson(collapsed.substring(0, comma))));
        }
        List<String> words = Arrays.asList(collapsed.split(" ", -1));
        String title = null;
        if (words.size() > 1 && TITLES.containsKey(titleKey(words.getFirst()))) {
            title = title(words.getFirst());
            words = words.subList(1, words.size());
        }
        if (words.size() == 1) {
            return new PersonName(title, emptyToNull(ProperNames.ofPerson(words.getFirst())), null);
        }
        int family = words.size() - 1;
        while (family > 1 && PARTICLES.contains(words.get(family - 1).toLowerCase(Locale.ROOT))) {
            family--;
        }
        return new PersonName(
                title,
                ProperNames.ofPerson(String.join(" ", words.subList(0, family))),
                ProperNames.ofPerson(String.join(" ", words.subList(family, words.size()))));
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
