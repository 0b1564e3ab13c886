package io.legame.wording;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Short and pet forms of given names, Italian, English, German, French and Spanish, and the forms that one name has in
 * these languages. A short form may stand for several names: Sandro for Alessandro, Ale for Alessandro and Alessandra.
 */
public final class Nicknames {
    private static final Map<String, List<Integer>> NAMES = read();

    private Nicknames() {}

    /**
     * The numbers of the names that this one stands for, in ascending order; empty for a name that we do not know. They are
     * the same while the program runs, and may be others in the next version.
     */
    public static List<Integer> groups(String name) {
        return NAMES.getOrDefault(Folding.fold(name), List.of());
    }

    /** Whether both may be the same person's given name, though they are not written the same. */
    public static boolean areForms(String one, String other) {
        return !Folding.fold(one).equals(Folding.fold(other))
                && groups(one).stream().anyMatch(groups(other)::contains);
    }

    private static Map<String, List<Integer>> read() {
        var names = new HashMap<String, List<Integer>>();
        var stream = Objects.requireNonNull(Nicknames.class.getResourceAsStream("/wording/nicknames.txt"));
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            int group = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isEmpty() && !line.startsWith("#")) {
                    group++;
                    for (String name : line.split(" ", -1)) {
                        names.computeIfAbsent(Folding.fold(name), none -> new ArrayList<>())
                                .add(group);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        names.replaceAll((name, groups) -> List.copyOf(groups));
        return Map.copyOf(names);
    }
}
