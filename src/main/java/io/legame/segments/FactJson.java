package io.legame.segments;

import io.legame.segments.Check.Numeric;
import java.util.ArrayList;
import java.util.List;

/** What conditions on facts have in common in JSON: one comparison, a window, and what restricts the facts. */
final class FactJson {
    private FactJson() {}

    /** The one comparison that the place has; everything that does not belong there is refused. */
    static String comparisonWord(JsonPlace place, String property, List<String> words, List<String> restrictions) {
        var known = new ArrayList<>(words);
        known.add(property);
        known.add("during");
        known.addAll(restrictions);
        place.allowOnly(known);
        var found = words.stream().filter(place::has).toList();
        if (found.isEmpty()) {
            throw place.wrong("segments.json.noTest", place.get(property).text(), String.join(", ", words));
        }
        if (found.size() > 1) {
            throw place.wrong("segments.json.oneTest", found.getFirst(), found.getLast());
        }
        return found.getFirst();
    }

    static Window window(JsonPlace place) {
        JsonPlace during = place.find("during");
        return during == null ? new Window.Ever() : Window.read(during);
    }

    /** {@code "none": true} */
    static Numeric none(JsonPlace place) {
        if (!place.get("none").yesOrNo()) {
            throw place.get("none").wrong("segments.json.noneIsTrue");
        }
        return PurchaseCondition.NONE;
    }
}
