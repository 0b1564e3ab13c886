package io.legame.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What different writings of a place's name have in common. */
public final class PlaceKeys {
    private static final Set<String> SAINT =
            Set.of("s", "ss", "san", "sant", "santa", "santo", "santi", "sta", "sto", "ste", "st", "saint");

    /** What people leave out of a name, or put in: Reggio (nell')Emilia, (La) Spezia. */
    private static final Set<String> LINKING_WORDS = Set.of(
            "di", "del", "dello", "della", "dell", "dei", "degli", "delle", "d", "de", "da", "dal", "dalla", "in",
            "nel", "nell", "nella", "sul", "sull", "sulla", "a", "al", "all", "alla", "e", "ed", "con", "l", "la", "lo",
            "le", "il", "i", "gli", "per");

    private PlaceKeys() {}

    /**
     * The keys of a text: its own, and those of either language of "Bolzano/Bozen" and "Bolzano - Bozen". None for a text
     * too long to be a name.
     */
    static List<String> of(String text) {
        if (text.length() > Whitespace.LONGEST_NAME) {
            return List.of();
        }
        var writings = new ArrayList<>(List.of(key(text)));
        if (text.contains("/") || text.contains(" - ")) {
            for (String one : text.split("/| - ", -1)) {
                writings.add(key(one));
            }
        }
        writings.remove("");
        return writings;
    }

    /** Letters and digits without accents, the words divided by one blank. */
    public static String key(String text) {
        return Whitespace.collapse(Folding.fold(text).replaceAll("[^\\p{L}\\p{N}]+", " "));
    }

    /** The key without linking words, each saint as an S: more places share it. */
    static String loose(String key) {
        String[] words = key.split(" ", -1);
        var kept = new ArrayList<String>();
        for (int i = 0; i < words.length; i++) {
            if (SAINT.contains(words[i]) && i + 1 < words.length) {
                kept.add("s");
            } else if (!LINKING_WORDS.contains(words[i])) {
                kept.add(words[i]);
            }
        }
        return kept.isEmpty() ? key : String.join(" ", kept);
    }
}
