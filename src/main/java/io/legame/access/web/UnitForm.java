package io.legame.access.web;

import io.legame.access.Unit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A shop or a team, as the form sends it.
 *
 * @param metAt names of touchpoints that were ticked
 * @param another one more name, of a touchpoint where nothing happened yet
 */
public record UnitForm(
        Unit.@Nullable Kind kind,
        @Nullable String name,
        @Nullable Set<String> metAt,
        @Nullable String another) {
    static final UnitForm EMPTY = new UnitForm(Unit.Kind.SHOP, null, null, null);

    static UnitForm of(Unit unit) {
        return new UnitForm(unit.kind(), unit.name(), new LinkedHashSet<>(unit.metAt()), null);
    }

    public boolean is(Unit.Kind other) {
        return kindOrShop() == other;
    }

    public boolean meetsAt(String touchpoint) {
        return metAt != null && metAt.contains(touchpoint);
    }

    Unit.Kind kindOrShop() {
        return Objects.requireNonNullElse(kind, Unit.Kind.SHOP);
    }

    String nameOrEmpty() {
        return Objects.requireNonNullElse(name, "");
    }

    List<String> touchpoints() {
        return Stream.concat(
                        metAt == null ? Stream.empty() : metAt.stream(),
                        another == null || another.isBlank() ? Stream.empty() : Stream.of(another.strip()))
                .filter(Objects::nonNull)
                .toList();
    }
}
