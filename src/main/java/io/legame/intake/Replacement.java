package io.legame.intake;

import io.legame.platform.Refusal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A value of a file that is read as another one, because somebody said so.
 *
 * @param from as the file writes it
 * @param to equal to {@code from} when somebody said that it is right as it is
 */
public record Replacement(Field field, String from, String to) {
    /** More are no corrections by hand but another file. */
    static final int MOST = 1_000;

    static final int LONGEST = 200;

    /** A value that is right as it is. */
    public static Replacement left(Field field, String value) {
        return new Replacement(field, value, value);
    }

    public boolean isLeft() {
        return from.equals(to);
    }

    /** The same list with the replacements instead of any of the same value of the same field. */
    public static List<Replacement> with(List<Replacement> before, List<Replacement> added) {
        var all = new ArrayList<>(without(before, added));
        all.addAll(added);
        return all;
    }

    /** The same list without what it says of the values of the others. */
    public static List<Replacement> without(List<Replacement> before, List<Replacement> others) {
        return before.stream()
                .filter(each -> others.stream()
                        .noneMatch(other ->
                                other.field() == each.field() && other.from().equals(each.from())))
                .toList();
    }

    /** @throws Refusal for too many of them, or for values that are empty, too long or have characters that no text has */
    static List<Replacement> checked(List<Replacement> replacements) {
        if (replacements.size() > MOST || !replacements.stream().allMatch(Replacement::isPossible)) {
            throw Refusal.of("intake.error.replacements", MOST, LONGEST);
        }
        return List.copyOf(replacements);
    }

    private boolean isPossible() {
        return isPossible(from) && isPossible(to);
    }

    static boolean isPossible(String value) {
        return !value.isBlank()
                && value.length() <= LONGEST
                && value.chars().noneMatch(each -> CellText.isControl((char) each));
    }

    /** What each value becomes when the replacements are made one after the other. */
    static Map<Field, Map<String, String>> inOrder(List<Replacement> replacements) {
        var byField = new EnumMap<Field, Map<String, String>>(Field.class);
        for (Replacement each : replacements) {
            Map<String, String> values = byField.computeIfAbsent(each.field(), field -> new LinkedHashMap<>());
            values.replaceAll((from, to) -> to.equals(each.from()) ? each.to() : to);
            values.putIfAbsent(each.from(), each.to());
        }
        return byField;
    }
}
