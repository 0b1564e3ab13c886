package io.legame.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which customers somebody sees.
 *
 * @param units those of these shops and teams; null: all there are
 */
public record Scope(@Nullable Set<UnitId> units) {
    public static final Scope EVERYBODY = new Scope((Set<UnitId>) null);

    public Scope {
        units = units == null ? null : Set.copyOf(units);
    }

    public static Scope of(Collection<UnitId> units) {
        return new Scope(Set.copyOf(units));
    }

    /** Of whoever sent the request that is being answered; everybody outside of requests. */
    public static Scope current() {
        return Sight.current().scope();
    }

    public boolean everybody() {
        return units == null;
    }

    /** As an array of numbers for the database; null for everybody. */
    public Integer @Nullable [] numbers() {
        return units == null ? null : units.stream().map(UnitId::value).sorted().toArray(Integer[]::new);
    }

    static Scope of(Integer @Nullable [] numbers) {
        return numbers == null
                ? EVERYBODY
                : new Scope(Arrays.stream(numbers).map(UnitId::new).collect(Collectors.toSet()));
    }

    /** As the audit trail tells it. */
    Object told() {
        Integer[] numbers = numbers();
        return numbers == null ? "everybody" : new TreeSet<>(Arrays.asList(numbers));
    }
}
