package io.legame.insight;

import static io.legame.insight.ValueSql.literal;

/** What customers brought and cost in a window, of all of them at once: what profit and tiers are made of. */
final class WindowSql {
    private WindowSql() {}

    /** As it was computed for today. */
    static final String HELD = """
            select customer_id, window_orders as orders, window_trades as trades, window_margin as margin,
                window_uncosted as uncosted, window_cost_to_serve as cost
            from metrics
            """;

    /** Of any day, any window and any costs, from the facts. */
    static String counted(ValueSql.Day day, Basis basis) {
        return """
                select customer_id, orders, trades, revenue, margin, uncosted, cost
                from (
                    select customer_id, count(*) filter (is_order) as orders, count(*) as trades,
                        sum(amount) as revenue, sum(margin) as margin, sum(uncosted) as uncosted
                    from (
                        select customer_id, any_value(kind) = 'purchase' and sum(amount) > 0 as is_order,
                            sum(amount) as amount,
                            coalesce(sum(amount - cost), 0)::decimal(18, 4) as margin,
                            coalesce(sum(amount) filter (cost is null), 0)::decimal(18, 4) as uncosted
                        from line where customer_id is not null and occurred_on > %1$s and occurred_on <= %2$s
                        group by customer_id, interaction_id
                    ) group by customer_id
                ) t full join (
                    select i.customer_id, sum(s.cost) as cost
                    from interaction i join (values %3$s) s (kind, channel, from_on, until_on, cost, role)
                        on s.kind = i.kind and s.channel = coalesce(i.channel::varchar, '')
                            and i.occurred_on >= s.from_on and i.occurred_on < s.until_on
                    where i.customer_id is not null and i.occurred_on > %1$s and i.occurred_on <= %2$s
                    group by i.customer_id
                ) s using (customer_id)
                """.formatted(literal(day.from()), literal(day.day()), CostPeriods.costs(basis));
    }
}
