package io.legame.segments;

import static io.legame.insight.WarehouseTables.LINE;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Objects;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * What some customers brought: net of returns, in the company's currency.
 *
 * @param margin amount less cost, of the lines whose cost is known; null when the cost of none is
 * @param uncosted as much of the revenue as is of lines whose cost is not known: the margin says nothing of it
 */
public record Worth(BigDecimal revenue, @Nullable BigDecimal margin, BigDecimal uncosted) {
    /** Less than this share of the revenue changes no decision. */
    private static final double NOTEWORTHY = 0.01;

    static Field<BigDecimal> revenueSum() {
        return sum(LINE.AMOUNT);
    }

    /** Null in SQL where the cost of no line is known. */
    static Field<BigDecimal> marginSum() {
        return sum(LINE.AMOUNT.minus(LINE.COST));
    }

    /** Null in SQL where the cost of every line is known. */
    static Field<BigDecimal> uncostedSum() {
        return sum(when(LINE.COST.isNull(), LINE.AMOUNT));
    }

    static List<Field<BigDecimal>> sums() {
        return List.of(
                revenueSum().as("revenue"),
                marginSum().as("margin"),
                uncostedSum().as("uncosted"));
    }

    /** Who has no line at all brought nothing, and no margin, which is known. */
    static Worth of(@Nullable BigDecimal revenue, @Nullable BigDecimal margin, @Nullable BigDecimal uncosted) {
        return new Worth(
                Objects.requireNonNullElse(revenue, BigDecimal.ZERO),
                margin == null && uncosted == null ? BigDecimal.ZERO : margin,
                Objects.requireNonNullElse(uncosted, BigDecimal.ZERO));
    }

    /** Together; who brought nothing does not make a margin known that is not. */
    Worth plus(Worth other) {
        if (isNothing() || other.isNothing()) {
            return isNothing() ? other : this;
        }
        BigDecimal both = margin == null ? other.margin : other.margin == null ? margin : margin.add(other.margin);
        return new Worth(revenue.add(other.revenue), both, uncosted.add(other.uncosted));
    }

    private boolean isNothing() {
        return revenue.signum() == 0 && uncosted.signum() == 0 && margin != null && margin.signum() == 0;
    }

    /** Between 0 and 1, usually: of all revenue, how much is of unknown cost. */
    public double uncostedShare() {
        return share(uncosted, revenue);
    }

    /** Whether so much is of unknown cost that the margin must not be read without knowing. */
    public boolean isLargelyUncosted() {
        return uncosted.signum() != 0 && Math.abs(uncostedShare()) >= NOTEWORTHY;
    }

    /** Usually between 0 and 1; who returned more than they bought weighs less than nothing. */
    public double revenueShareOf(Worth all) {
        return share(revenue, all.revenue);
    }

    /** Null where either is not known, and where all together made no margin: there is nothing to have a share of. */
    public @Nullable Double marginShareOf(Worth all) {
        return margin == null || all.margin == null || all.margin.signum() <= 0 ? null : share(margin, all.margin);
    }

    private static double share(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0
                ? 0
                : part.divide(whole, MathContext.DECIMAL64).doubleValue();
    }
}
