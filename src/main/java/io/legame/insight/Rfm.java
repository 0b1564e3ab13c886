package io.legame.insight;

import static io.legame.insight.WarehouseTables.FIGURES;
import static io.legame.insight.WarehouseTables.METRICS;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.sum;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How recently, how often and for how much customers bought: the grid of scores, and the usual groups in it. */
@Component
public class Rfm {
    private final Warehouse warehouse;
    private final RuleBook rules;

    Rfm(Warehouse warehouse, RuleBook rules) {
        this.warehouse = warehouse;
        this.rules = rules;
    }

    /**
     * Customers together.
     *
     * @param revenue of their orders that count, before returns
     * @param scores the sum of their monetary scores
     */
    public record Part(long customers, BigDecimal revenue, BigDecimal scores) {
        static final Part NOBODY = new Part(0, BigDecimal.ZERO, BigDecimal.ZERO);

        Part and(Part other) {
            return new Part(customers + other.customers, revenue.add(other.revenue), scores.add(other.scores));
        }

        /** Their mean monetary score; null of nobody. */
        public @Nullable BigDecimal monetary() {
            return customers == 0 ? null : scores.divide(BigDecimal.valueOf(customers), 2, RoundingMode.HALF_UP);
        }
    }

    /** A pair of scores from 1 to 5. */
    public record Cell(int recency, int frequency) {
        public RfmGroup group() {
            return RfmGroup.of(recency, frequency);
        }
    }

    /**
     * @param cells those with anybody in them
     * @param customers all of them, scored or not
     */
    public record Overview(
            LocalDate asOf,
            RfmRules rules,
            Map<Cell, Part> cells,
            long customers,
            RfmBounds recency,
            RfmBounds frequency,
            RfmBounds monetary) {
        public Part of(int recency, int frequency) {
            return cells.getOrDefault(new Cell(recency, frequency), Part.NOBODY);
        }

        public Part of(RfmGroup group) {
            return sum(cell -> cell.group() == group);
        }

        /** Whoever is scored. */
        public Part all() {
            return sum(cell -> true);
        }

        private Part sum(Predicate<Cell> which) {
            return cells.entrySet().stream()
                    .filter(cell -> which.test(cell.getKey()))
                    .map(Map.Entry::getValue)
                    .reduce(Part.NOBODY, Part::and);
        }
    }

    /** Empty while nothing was computed yet. */
    public Optional<Overview> overview() {
        return warehouse.query(ask -> ask.selectFrom(FIGURES).fetchOptional().map(figures -> overview(ask, figures)));
    }

    private Overview overview(DSLContext ask, Record figures) {
        LocalDate asOf = figures.get(FIGURES.AS_OF);
        RfmRules inForce = rules.inForce(RfmRules.class, asOf);
        var cells = new HashMap<Cell, Part>();
        ask.select(
                        METRICS.RECENCY_SCORE,
                        METRICS.FREQUENCY_SCORE,
                        count(),
                        sum(METRICS.RFM_MONETARY),
                        sum(METRICS.MONETARY_SCORE))
                .from(METRICS)
                .where(METRICS.RECENCY_SCORE.isNotNull())
                .groupBy(METRICS.RECENCY_SCORE, METRICS.FREQUENCY_SCORE)
                .forEach(row -> cells.put(
                        new Cell(row.value1(), row.value2()), new Part(row.value3(), row.value4(), row.value5())));
        return new Overview(
                asOf,
                inForce,
                cells,
                ask.fetchCount(METRICS),
                bounds(inForce.recency(), figures.get(FIGURES.RECENCIES), true),
                bounds(inForce.frequency(), figures.get(FIGURES.FREQUENCIES), false),
                bounds(inForce.monetary(), figures.get(FIGURES.MONETARIES), false));
    }

    static RfmBounds bounds(List<BigDecimal> own, BigDecimal[] quintiles, boolean least) {
        return own.isEmpty() ? new RfmBounds(List.of(quintiles), false, least) : new RfmBounds(own, true, least);
    }
}
