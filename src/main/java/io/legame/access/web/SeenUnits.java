package io.legame.access.web;

import io.legame.access.Scope;
import io.legame.access.Unit;
import io.legame.access.UnitId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which customers somebody sees, as a form asks and sends it.
 *
 * @param all that can be chosen
 * @param some whether only those of the chosen ones are seen
 */
public record SeenUnits(List<Unit> all, boolean some, Set<Integer> chosen) {
    static SeenUnits of(List<Unit> all, @Nullable Boolean some, @Nullable Set<Integer> chosen) {
        return new SeenUnits(all, Boolean.TRUE.equals(some), chosen == null ? Set.of() : chosen);
    }

    public boolean has(Unit unit) {
        return chosen.contains(unit.id().value());
    }

    /** Of a form: those of no unit at all are nobody. */
    static Scope scope(@Nullable Boolean some, @Nullable Set<Integer> chosen) {
        return !Boolean.TRUE.equals(some)
                ? Scope.EVERYBODY
                : Scope.of(
                        chosen == null
                                ? Set.of()
                                : chosen.stream()
                                        .filter(Objects::nonNull)
                                        .map(UnitId::new)
                                        .collect(Collectors.toSet()));
    }

    static @Nullable Set<Integer> numbers(Scope scope) {
        return scope.units() == null
                ? null
                : scope.units().stream().map(UnitId::value).collect(Collectors.toSet());
    }
}
