package io.legame.catalogue;

import io.legame.catalogue.Catalogue.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is meant by names that no product has. It remembers the names asked for and is shown the catalogue product
 * by product, so that its memory does not grow with the catalogue.
 */
final class NearestProducts {
    /** Slips are looked for in so many of the names; the writing in another way in all. */
    private static final int MOST_SLIPS = 1_000;

    private final Map<String, List<Asked>> byKey = new HashMap<>();
    private final Map<String, List<Slip>> bySurroundings = new HashMap<>();
    private final List<Asked> asked = new ArrayList<>();

    private static final class Asked {
        final String written;
        final ProductWording wording;
        final Map<Long, Nearest> same = new LinkedHashMap<>();
        final Map<Long, Nearest> slips = new LinkedHashMap<>();

        Asked(String written) {
            this.written = written;
            this.wording = ProductWording.of(written);
        }

        /** Where two products come into question, none does. */
        @Nullable
        Nearest nearest() {
            Map<Long, Nearest> found = same.isEmpty() ? slips : same;
            return found.size() == 1 ? found.values().iterator().next() : null;
        }
    }

    private record Slip(Asked asked, String word) {}

    /** @param names the most important first */
    NearestProducts(Collection<String> names) {
        for (String name : names) {
            if (name.length() <= ProductWording.LONGEST) {
                ask(new Asked(name));
            }
        }
    }

    private void ask(Asked name) {
        if (!name.wording.says()) {
            return;
        }
        asked.add(name);
        byKey.computeIfAbsent(name.wording.key(), each -> new ArrayList<>()).add(name);
        List<String> words = name.wording.words();
        for (int i = 0; asked.size() <= MOST_SLIPS && i < words.size(); i++) {
            if (ProductWording.mayBeSlip(words.get(i))) {
                bySurroundings
                        .computeIfAbsent(name.wording.around(i), each -> new ArrayList<>())
                        .add(new Slip(name, words.get(i)));
            }
        }
    }

    /** Shows it a product; one with several codes is shown with each. */
    void see(long product, String code, String name) {
        var nearest = new Nearest(code, name);
        for (String text : code.equals(name) ? Set.of(code) : new HashSet<>(List.of(code, name))) {
            if (text.length() <= ProductWording.LONGEST) {
                see(product, nearest, ProductWording.of(text));
            }
        }
    }

    private void see(long product, Nearest nearest, ProductWording wording) {
        for (Asked name : byKey.getOrDefault(wording.key(), List.of())) {
            if (wording.isSameAs(name.wording)) {
                name.same.putIfAbsent(product, nearest);
            }
        }
        List<String> words = wording.words();
        for (int i = 0; i < words.size() && !bySurroundings.isEmpty(); i++) {
            if (ProductWording.mayBeSlip(words.get(i))) {
                for (Slip slip : bySurroundings.getOrDefault(wording.around(i), List.of())) {
                    if (ProductWording.isSlip(slip.word, words.get(i))) {
                        slip.asked.slips.putIfAbsent(product, nearest);
                    }
                }
            }
        }
    }

    Map<String, Nearest> found() {
        var found = new LinkedHashMap<String, Nearest>();
        for (Asked name : asked) {
            Nearest nearest = name.nearest();
            if (nearest != null) {
                found.put(name.written, nearest);
            }
        }
        return found;
    }
}
