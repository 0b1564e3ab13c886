package io.legame.intake;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** What countries are called, to tell a column of them from one of towns or rooms. */
final class CountryNames {
    private static final Set<String> NAMES = names();

    private CountryNames() {}

    private static Set<String> names() {
        var names = new TreeSet<String>();
        for (String code : Locale.getISOCountries()) {
            for (Locale language : List.of(Locale.ENGLISH, Locale.ITALIAN)) {
                names.add(ColumnNames.plain(Locale.of("", code).getDisplayCountry(language)));
            }
        }
        return names;
    }

    /** Whether most of the values are countries. */
    static boolean are(List<String> values) {
        return values.stream()
                        .filter(value -> NAMES.contains(ColumnNames.plain(value)))
                        .count()
                > values.size() / 2;
    }
}
