package io.legame.insight;

import static io.legame.insight.ValueSql.literal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What other windows or bounds would make of today's scores, before anything is decided. */
@Component
public class RfmPreview {
    private final Warehouse warehouse;
    private final RuleBook rules;

    RfmPreview(Warehouse warehouse, RuleBook rules) {
        this.warehouse = warehouse;
        this.rules = rules;
    }

    /**
     * @param scoredBefore how many customers have scores
     * @param moved how many would have another one of the three, would have some for the first time, or none any more
     * @param regrouped how many would be in another group
     * @param before customers by group, those without any left out
     */
    public record Effect(
            long scoredBefore,
            long scored,
            long moved,
            long regrouped,
            Map<RfmGroup, Long> before,
            Map<RfmGroup, Long> after,
            RfmBounds recency,
            RfmBounds frequency,
            RfmBounds monetary) {
        public long before(RfmGroup group) {
            return before.getOrDefault(group, 0L);
        }

        public long after(RfmGroup group) {
            return after.getOrDefault(group, 0L);
        }
    }

    /** @param turn asking again for the same screen cancels what it asked before; null for who asks once */
    public Effect of(@Nullable Turn turn, RfmRules proposed) {
        Basis basis = rules.basis();
        return warehouse.query(turn, ask -> of(ask, basis, proposed));
    }

    private record Scores(
            @Nullable Integer recency,
            @Nullable Integer frequency,
            @Nullable Integer monetary) {
        static Scores of(Record row, int first) {
            return new Scores(
                    row.get(first, Integer.class),
                    row.get(first + 1, Integer.class),
                    row.get(first + 2, Integer.class));
        }

        @Nullable
        RfmGroup group() {
            return recency == null || frequency == null ? null : RfmGroup.of(recency, frequency);
        }
    }

    static Effect of(DSLContext ask, Basis basis, RfmRules proposed) {
        LocalDate asOf = FiguresDay.required(ask);
        boolean sameWindow = Dated.inForce(basis.rfm(), asOf).months() == proposed.months();
        String base = sameWindow ? HELD : counted(asOf, proposed.months());
        var before = new EnumMap<RfmGroup, Long>(RfmGroup.class);
        var after = new EnumMap<RfmGroup, Long>(RfmGroup.class);
        long scoredBefore = 0;
        long scored = 0;
        long moved = 0;
        long regrouped = 0;
        for (Record row : ask.fetch(query(base, proposed))) {
            var now = Scores.of(row, 0);
            var then = Scores.of(row, 3);
            long customers = row.get(6, Long.class);
            scoredBefore += now.group() == null ? 0 : customers;
            scored += then.group() == null ? 0 : customers;
            moved += now.equals(then) ? 0 : customers;
            regrouped += now.group() == then.group() ? 0 : customers;
            add(before, now.group(), customers);
            add(after, then.group(), customers);
        }
        return new Effect(
                scoredBefore,
                scored,
                moved,
                regrouped,
                before,
                after,
                bounds(ask, base, "rfm_recency", proposed.recency(), true),
                bounds(ask, base, "rfm_frequency", proposed.frequency(), false),
                bounds(ask, base, "rfm_monetary", proposed.monetary(), false));
    }

    private static void add(Map<RfmGroup, Long> sums, @Nullable RfmGroup group, long customers) {
        if (group != null) {
            sums.merge(group, customers, Long::sum);
        }
    }

    private static RfmBounds bounds(DSLContext ask, String base, String column, List<BigDecimal> own, boolean least) {
        List<BigDecimal> bounds = own.isEmpty()
                ? ask.fetch("with r as (%s) select unnest(%s)".formatted(base, FiguresRun.quintiles(column, "r")))
                        .getValues(0, BigDecimal.class)
                : own;
        return new RfmBounds(new ArrayList<>(bounds), !own.isEmpty(), least);
    }

    private static final String HELD = "select customer_id, rfm_recency, rfm_frequency, rfm_monetary from metrics";

    /** As {@link MetricsSql} does it. */
    private static String counted(LocalDate asOf, int months) {
        LocalDate from = months == 0 ? Basis.BEGINNING : asOf.minusMonths(months);
        return """
                select customer_id, %2$s - max(day) as rfm_recency, count(*) as rfm_frequency, sum(amount) as rfm_monetary
                from (
                    select customer_id, any_value(occurred_on) as day, sum(amount) as amount
                    from line where kind = 'purchase' and occurred_on > %1$s and occurred_on <= %2$s
                    group by customer_id, interaction_id
                ) semi join metrics using (customer_id) where amount > 0 group by customer_id
                """.formatted(literal(from), literal(asOf));
    }

    /** As {@link FiguresRun} does it: the bounds of all, then the scores of each. */
    private static String query(String base, RfmRules proposed) {
        return """
                with r as (%s),
                f as (select %s as recencies, %s as frequencies, %s as monetaries),
                s as (
                    select customer_id, 6 - (%s) as recency, %s as frequency, %s as monetary
                    from r cross join f where rfm_frequency > 0
                )
                select m.recency_score, m.frequency_score, m.monetary_score, s.recency, s.frequency, s.monetary, count(*)
                from metrics m left join s using (customer_id)
                where m.recency_score is not null or s.recency is not null
                group by all
                """.formatted(
                        base,
                        FiguresRun.quintiles("rfm_recency", "r"),
                        FiguresRun.quintiles("rfm_frequency", "r"),
                        FiguresRun.quintiles("rfm_monetary", "r"),
                        FiguresRun.score("rfm_recency", proposed.recency(), "f.recencies", ">"),
                        FiguresRun.score("rfm_frequency", proposed.frequency(), "f.frequencies", ">="),
                        FiguresRun.score("rfm_monetary", proposed.monetary(), "f.monetaries", ">="));
    }
}
