package io.legame.insight;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What other rules or costs would make of today's tiers, before anything is decided. */
@Component
public class TierPreview {
    private final Warehouse warehouse;
    private final RuleBook rules;

    TierPreview(Warehouse warehouse, RuleBook rules) {
        this.warehouse = warehouse;
        this.rules = rules;
    }

    /**
     * @param customers by the tier now and the tier then; null for none
     * @param profitBefore of all customers, in the window in force
     * @param profit of all customers, in the window proposed
     * @param good from how much on profit would be good; null when nobody has any
     */
    public record Effect(
            Map<Tiers.Move, Integer> customers,
            BigDecimal profitBefore,
            BigDecimal profit,
            BigDecimal costBefore,
            BigDecimal cost,
            @Nullable BigDecimal good,
            @Nullable BigDecimal high) {
        public int before(@Nullable Tier tier) {
            return sum(
                    customers.entrySet().stream().filter(each -> each.getKey().before() == tier));
        }

        public int after(@Nullable Tier tier) {
            return sum(
                    customers.entrySet().stream().filter(each -> each.getKey().after() == tier));
        }

        /** How many customers would be in another tier. */
        public int changed() {
            return sum(customers.entrySet().stream()
                    .filter(each -> each.getKey().before() != each.getKey().after()));
        }

        private static int sum(java.util.stream.Stream<Map.Entry<Tiers.Move, Integer>> moves) {
            return moves.mapToInt(Map.Entry::getValue).sum();
        }
    }

    /** @param turn asking again for the same screen cancels what it asked before; null for who asks once */
    public Effect of(@Nullable Turn turn, TierRules proposed) {
        Basis basis = rules.basis();
        return warehouse.query(turn, ask -> of(ask, basis, basis.with(proposed, FiguresDay.required(ask))));
    }

    /** What unit costs would make of tiers if they had always counted. */
    public Effect of(@Nullable Turn turn, List<UnitCost> proposed) {
        Basis basis = rules.basis();
        return warehouse.query(turn, ask -> of(ask, basis, basis.always(proposed)));
    }

    static Effect of(DSLContext ask, Basis basis, Basis proposed) {
        LocalDate asOf = FiguresDay.required(ask);
        TierRules inForce = Dated.inForce(basis.tiers(), asOf);
        var day = new ValueSql.Day(
                asOf,
                Dated.inForce(proposed.tiers(), asOf),
                Dated.inForce(proposed.lifeCycle(), asOf).lostAfter());
        boolean sameWindow =
                day.rules().months() == inForce.months() && proposed.costs().equals(basis.costs());
        var moves = new HashMap<Tiers.Move, Integer>();
        var rows = ask.fetch(query(day, sameWindow ? WindowSql.HELD : WindowSql.counted(day, proposed)));
        BigDecimal profitBefore = BigDecimal.ZERO;
        BigDecimal profit = BigDecimal.ZERO;
        BigDecimal costBefore = BigDecimal.ZERO;
        BigDecimal cost = BigDecimal.ZERO;
        for (Record row : rows) {
            moves.merge(
                    new Tiers.Move(
                            Tier.of(row.get(0, String.class)).orElse(null),
                            Tier.of(row.get(1, String.class)).orElse(null)),
                    row.get(2, Integer.class),
                    Integer::sum);
            profitBefore = profitBefore.add(row.get(3, BigDecimal.class));
            profit = profit.add(row.get(4, BigDecimal.class));
            costBefore = costBefore.add(row.get(5, BigDecimal.class));
            cost = cost.add(row.get(6, BigDecimal.class));
        }
        Record first = rows.isEmpty() ? null : rows.getFirst();
        return new Effect(
                moves,
                profitBefore,
                profit,
                costBefore,
                cost,
                first == null ? null : first.get(7, BigDecimal.class),
                first == null ? null : first.get(8, BigDecimal.class));
    }

    /** As {@link FiguresRun} does it: profit and loyalty of each, the measure of all, the tier of each. */
    private static String query(ValueSql.Day day, String window) {
        return """
                with w as (%1$s),
                loyal as (
                    select *, case when first_purchase is not null then %2$s end as loyalty
                    from (
                        select m.customer_id, m.known_since, m.first_purchase, m.last_purchase, m.tier as tier_now,
                            m.window_profit, m.window_cost_to_serve,
                            case when m.first_purchase is null then 0 else m.purchase_days - 1 end as gaps,
                            m.gap_days, m.gap_squares, coalesce(w.orders, 0) as orders, coalesce(w.trades, 0) as trades,
                            coalesce(w.cost, 0) as cost,
                            (coalesce(w.margin, 0) + coalesce(w.uncosted, 0) * %3$s::decimal(9, 6)
                                - coalesce(w.cost, 0))::decimal(18, 4) as profit
                        from metrics m left join w using (customer_id)
                    )
                ),
                bound as (
                    select quantile_disc(profit, %4$s) as good, quantile_disc(profit, %5$s) as high
                    from loyal where first_purchase is not null and profit > 0
                )
                select tier_now, tier_then, count(*), sum(window_profit), sum(profit), sum(window_cost_to_serve), sum(cost),
                    any_value(good), any_value(high)
                from (select loyal.*, good, high, %6$s as tier_then from loyal cross join bound)
                group by tier_now, tier_then
                """.formatted(
                        window,
                        day.loyalty(),
                        day.rules().assumedMargin().toPlainString(),
                        FiguresRun.share(day.rules().goodFrom()),
                        FiguresRun.share(day.rules().highFrom()),
                        day.tier("good", "high"));
    }
}
