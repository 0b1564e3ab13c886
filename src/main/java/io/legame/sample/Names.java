package io.legame.sample;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What people are called: by the years in which names were given, and the parts of the country families come from. */
final class Names {
    private static final int[] ERAS = {2000, 1985, 1970, 1955, 1935};

    /** Who moved: in the north many names are from the south, elsewhere few are from somewhere else. */
    private static final double SOUTHERN_IN_THE_NORTH = 0.22;

    private static final double FROM_ELSEWHERE = 0.03;
    private static final double EVERYWHERE = 0.35;

    private final Map<String, Weighted<String>> given = new HashMap<>();
    private final Map<String, Weighted<String>> families = new HashMap<>();
    private final List<NamedCsvRecord> familyRows = Lists.rows("family_names");
    private final Weighted<Origin> origins;

    /** Where somebody who did not grow up in Italy is from. */
    record Origin(double weight, String language, List<String> women, List<String> men, List<String> families) {}

    Names() {
        List<NamedCsvRecord> rows = Lists.rows("given_names");
        for (String gender : List.of("F", "M")) {
            for (int era : ERAS) {
                given.put(
                        gender + era,
                        new Weighted<>(
                                rows.stream()
                                        .filter(row -> row.getField("gender").equals(gender))
                                        .toList(),
                                row -> Double.parseDouble(row.getField(Integer.toString(era))),
                                row -> row.getField("name")));
            }
        }
        origins = new Weighted<>(
                Lists.rows("foreign_names").stream()
                        .map(row -> new Origin(
                                Double.parseDouble(row.getField("weight")),
                                row.getField("language"),
                                Lists.parts(row, "women"),
                                Lists.parts(row, "men"),
                                Lists.parts(row, "families")))
                        .toList(),
                Origin::weight);
    }

    String given(String gender, int birthYear, Draw draw) {
        int era = ERAS[ERAS.length - 1];
        for (int begin : ERAS) {
            if (birthYear >= begin) {
                era = begin;
                break;
            }
        }
        return java.util.Objects.requireNonNull(given.get(gender + era)).draw(draw);
    }

    String family(String area, Draw draw) {
        return families.computeIfAbsent(
                        area,
                        here -> new Weighted<>(
                                familyRows,
                                row -> Double.parseDouble(row.getField("weight")) * atHome(row.getField("areas"), here),
                                row -> row.getField("name")))
                .draw(draw);
    }

    private static double atHome(String areas, String here) {
        boolean north = Town.NORTH.contains(here);
        if (areas.contains(here) || (north && areas.contains("N"))) {
            return 1;
        }
        if (areas.contains("*")) {
            return EVERYWHERE;
        }
        boolean southern = areas.contains("S") || areas.contains("I");
        return north && southern ? SOUTHERN_IN_THE_NORTH : FROM_ELSEWHERE;
    }

    Origin origin(Draw draw) {
        return origins.draw(draw);
    }
}
