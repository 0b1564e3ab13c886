package io.legame.insight.web;

import io.legame.insight.RfmBounds;
import io.legame.insight.RfmGroup;
import io.legame.platform.Shell;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** How scores and groups are told. */
public final class RfmText {
    private RfmText() {}

    public static String group(Shell shell, RfmGroup group) {
        return shell.text("insight.rfm.group." + group.code());
    }

    /** The customers of a cell as a list. */
    public static String list(int recency, int frequency) {
        return Lists.address(Lists.score("recencyScore", recency), Lists.score("frequencyScore", frequency));
    }

    /**
     * Which values get a score, such as "17 to 50".
     *
     * @param measure recency, frequency or monetary
     */
    public static String range(Shell shell, String measure, RfmBounds bounds, int score) {
        RfmBounds.Range range = bounds.of(score);
        if (range == null || range.isEmpty()) {
            return "–";
        }
        BigDecimal from = range.from();
        BigDecimal to = range.to();
        if (!measure.equals("monetary") && isWhole(from) && isWhole(to)) {
            return whole(shell, range, from, to);
        }
        if (from == null && to != null) {
            return shell.text(
                    "insight.rfm.range." + (range.toIncluded() ? "upTo" : "below"), value(shell, measure, to));
        }
        if (from != null && to == null) {
            return shell.text(
                    "insight.rfm.range." + (range.fromIncluded() ? "from" : "above"), value(shell, measure, from));
        }
        return from == null || to == null
                ? ""
                : shell.text(
                        "insight.rfm.range." + (range.fromIncluded() ? "fromBelow" : "aboveUpTo"),
                        value(shell, measure, from),
                        value(shell, measure, to));
    }

    private static boolean isWhole(@Nullable BigDecimal bound) {
        return bound == null || bound.stripTrailingZeros().scale() <= 0;
    }

    /** Days and orders are whole numbers: 49–89 says it shorter than over 48, to 89. */
    private static String whole(
            Shell shell, RfmBounds.Range range, @Nullable BigDecimal from, @Nullable BigDecimal to) {
        long first = from == null ? 0 : from.longValue() + (range.fromIncluded() ? 0 : 1);
        long last = to == null ? Long.MAX_VALUE : to.longValue() - (range.toIncluded() ? 0 : 1);
        if (last == Long.MAX_VALUE) {
            return shell.text("insight.rfm.range.orMore", first);
        }
        return from == null
                ? shell.text("insight.rfm.range.upTo", shell.number(last))
                : first == last ? shell.number(last) : shell.number(first) + "–" + shell.number(last);
    }

    private static String value(Shell shell, String measure, BigDecimal value) {
        return measure.equals("monetary") ? shell.money(value) : shell.decimal(value);
    }
}
