package io.legame.customers;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Words for a gender in the languages that files are written in. */
final class Genders {
    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("f", "F"),
            Map.entry("female", "F"),
            Map.entry("femmina", "F"),
            Map.entry("donna", "F"),
            Map.entry("woman", "F"),
            Map.entry("femme", "F"),
            Map.entry("weiblich", "F"),
            Map.entry("frau", "F"),
            Map.entry("mujer", "F"),
            Map.entry("femenino", "F"),
            Map.entry("femminile", "F"),
            Map.entry("w", "F"),
            Map.entry("m", "M"),
            Map.entry("male", "M"),
            Map.entry("maschio", "M"),
            Map.entry("uomo", "M"),
            Map.entry("man", "M"),
            Map.entry("homme", "M"),
            Map.entry("mannlich", "M"),
            Map.entry("herr", "M"),
            Map.entry("hombre", "M"),
            Map.entry("masculino", "M"),
            Map.entry("maschile", "M"),
            Map.entry("x", "X"),
            Map.entry("other", "X"),
            Map.entry("altro", "X"),
            Map.entry("non-binary", "X"),
            Map.entry("nonbinary", "X"),
            Map.entry("diverse", "X"),
            Map.entry("divers", "X"));

    private Genders() {}

    /** F, M or X; null for "NA", "unknown" and whatever else says nothing. */
    static @Nullable String code(String text) {
        return CODES.get(Folding.fold(text));
    }
}
