package io.legame.insight;

import java.time.LocalDate;
import java.util.List;

/** Something that counts from a day on until the next one. */
record Dated<T>(LocalDate from, T what) {
    /**
     * What is decided last counts from its day on, whatever was decided for later days before.
     *
     * @param all in the order of their days
     */
    static <T> void decide(List<Dated<T>> all, LocalDate from, T what) {
        all.removeIf(each -> !each.from().isBefore(from));
        all.add(new Dated<>(from, what));
    }

    /** @param all in the order of their days, the first one from the beginning of time */
    static <T> T inForce(List<Dated<T>> all, LocalDate day) {
        T found = all.getFirst().what();
        for (Dated<T> each : all) {
            if (!each.from().isAfter(day)) {
                found = each.what();
            }
        }
        return found;
    }
}
