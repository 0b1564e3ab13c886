package io.legame.segments;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a group of customers, or what they bought, is made up by one trait, beside the same of all customers. The parts
 * add up to the whole group.
 */
public record Mix(Trait trait, List<Part> parts) {
    private static final int SHOWN = 10;
    /** So much more or less often than among all is worth a mark. */
    private static final double MORE = 1.2;

    private static final double LESS = 0.8;
    /** Of the standard error of a share: what chance alone makes in one group out of twenty. */
    private static final double ERRORS = 2;
    /** Of revenue no error is known: less of it changes no decision. */
    private static final double LEAST_SHARE = 0.02;

    /**
     * @param value null for those of whom it is not known, and for the others
     * @param others whether it is all further values together
     * @param group how many customers of the group, or how much revenue of theirs
     * @param all the same of all customers
     */
    public record Part(@Nullable String value, boolean others, BigDecimal group, BigDecimal all) {
        private Part plus(Part other) {
            return new Part(null, true, group.add(other.group), all.add(other.all));
        }
    }

    static Mix of(Trait trait, List<Part> found) {
        var order = trait.order();
        var known = found.stream().filter(part -> part.value() != null);
        var sorted = order.isEmpty()
                ? known.sorted(Comparator.comparing(Part::group)
                                .thenComparing(Part::all)
                                .reversed()
                                .thenComparing(part -> Objects.requireNonNull(part.value())))
                        .toList()
                : known.sorted(Comparator.comparingInt(part -> order.indexOf(part.value())))
                        .toList();
        int shown = order.isEmpty() && sorted.size() > SHOWN ? SHOWN : sorted.size();
        var parts = new ArrayList<>(sorted.subList(0, shown));
        sorted.subList(shown, sorted.size()).stream()
                .reduce(Part::plus)
                .map(Mix::others)
                .ifPresent(parts::add);
        found.stream().filter(part -> part.value() == null).forEach(parts::add);
        return new Mix(trait, List.copyOf(parts));
    }

    private static Part others(Part part) {
        return new Part(null, true, part.group(), part.all());
    }

    /** Whether anything is known. */
    public boolean isTelling() {
        return parts.stream().anyMatch(part -> part.value() != null);
    }

    public BigDecimal group() {
        return sum(parts.stream().map(Part::group));
    }

    public BigDecimal all() {
        return sum(parts.stream().map(Part::all));
    }

    private static BigDecimal sum(Stream<BigDecimal> numbers) {
        return numbers.reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Of the group, between 0 and 1; of revenue, returns may make it less or more. */
    public double share(Part part) {
        return share(part.group(), group());
    }

    public double shareOfAll(Part part) {
        return share(part.all(), all());
    }

    private static double share(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0
                ? 0
                : part.divide(whole, MathContext.DECIMAL64).doubleValue();
    }

    /** How many times as frequent in the group as among all; null where there is nothing to compare with. */
    public @Nullable Double index(Part part) {
        return group().signum() == 0 || shareOfAll(part) <= 0 ? null : share(part) / shareOfAll(part);
    }

    public boolean isMore(Part part) {
        Double index = index(part);
        return index != null && index >= MORE && isNoChance(part);
    }

    public boolean isLess(Part part) {
        Double index = index(part);
        return index != null && index <= LESS && isNoChance(part);
    }

    private boolean isNoChance(Part part) {
        double expected = shareOfAll(part);
        double difference = Math.abs(share(part) - expected);
        return trait.isOfRevenue()
                ? difference >= LEAST_SHARE
                : difference > ERRORS * Math.sqrt(expected * (1 - expected) / group().doubleValue());
    }
}
