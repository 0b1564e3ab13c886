package io.legame.insight;

import static io.legame.insight.ValueSql.literal;

import java.time.LocalDate;

/** The rows of {@code metrics} without what compares customers with each other, over {@link GatheredFacts} and the worth. */
record MetricsSql(ValueSql.Day today, String worth, RfmRules rfm) {
    private static final int ENGAGED_DAYS = 90;

    String query() {
        LocalDate day = today.day();
        LocalDate rfmFrom = rfm.months() == 0 ? Basis.BEGINNING : day.minusMonths(rfm.months());
        return """
                select v.customer_id, v.first_purchase, v.last_purchase, coalesce(b.orders, 0) as orders,
                    coalesce(b.bought, 0) as bought, coalesce(b.returns, 0) as returns, coalesce(b.returned, 0) as returned,
                    coalesce(b.revenue, 0) as revenue, coalesce(b.discount, 0) as discount, b.margin,
                    c.channel as main_channel, c.share as main_channel_share,
                    g.category as main_category, g.share as main_category_share, case when v.first_purchase is null then 0 else v.gaps + 1 end as purchase_days,
                    case when v.gaps > 0 then v.gap_days / v.gaps end as days_between,
                    case when v.gaps > 0 then sqrt((v.gaps * v.gap_squares - v.gap_days * v.gap_days)::double) / v.gaps end
                        as days_between_deviation,
                    v.gap_days, v.gap_squares, v.orders as window_orders, v.trades as window_trades, coalesce(b.window_revenue, 0) as window_revenue, v.margin as window_margin,
                    v.uncosted as window_uncosted, v.cost as window_cost_to_serve, v.profit as window_profit,
                    coalesce(b.revenue_before, 0) as revenue_before, coalesce(s.contacts, 0) as window_contacts,
                    coalesce(s.responses, 0) as window_responses, coalesce(s.tickets, 0) as window_tickets,
                    s.last_contact, s.last_response, coalesce(e.days, 0) as engaged_days, v.known_since,
                    %1$s - b.rfm_last as rfm_recency, b.rfm_orders as rfm_frequency, b.rfm_bought as rfm_monetary,
                    v.loyalty
                from (%2$s) v
                    left join (
                        select customer_id, count(*) filter (is_order) as orders,
                            sum(amount) filter (not is_return) as bought,
                            count(*) filter (is_return) as returns, -sum(amount) filter (is_return) as returned,
                            sum(amount) as revenue, sum(discount) as discount,
                            case when sum(uncosted_lines) = 0 then sum(margin) end as margin,
                            sum(amount) filter (day > %4$s) as window_revenue,
                            sum(amount) filter (day > %3$s and day <= %4$s) as revenue_before,
                            max(day) filter (is_order and day > %5$s) as rfm_last,
                            count(*) filter (is_order and day > %5$s) as rfm_orders,
                            sum(amount) filter (is_order and day > %5$s) as rfm_bought
                        from bought where day <= %1$s group by customer_id
                    ) b using (customer_id)
                    left join (%6$s) c using (customer_id)
                    left join (%7$s) g using (customer_id)
                    left join (
                        select customer_id, count(*) filter (role = 'contact' and day > %4$s) as contacts,
                            count(*) filter (role = 'response' and day > %4$s) as responses,
                            count(*) filter (role = 'ticket' and day > %4$s) as tickets,
                            max(day) filter (role = 'contact') as last_contact,
                            max(day) filter (role = 'response') as last_response
                        from served where day <= %1$s and role <> 'none' group by customer_id
                    ) s using (customer_id)
                    left join (
                        select customer_id, count(distinct day) as days from (
                            select customer_id, day from served
                            where role in ('response', 'ticket') and day <= %1$s and day > %8$s
                            union all
                            select customer_id, day from bought where is_order and day <= %1$s and day > %8$s
                        ) group by customer_id
                    ) e using (customer_id)
                """.formatted(
                        literal(day),
                        worth,
                        literal(today.from(2)),
                        literal(today.from()),
                        literal(rfmFrom),
                        main("channel", "bought where not is_return and day <= " + literal(day)),
                        main(
                                "category",
                                "line semi join asked using (customer_id) where kind = 'purchase' and occurred_on <= "
                                        + literal(day)),
                        literal(day.minusDays(ENGAGED_DAYS)));
    }

    /** Where most of what a customer bought belongs, and its share; of equal ones always the same. */
    private static String main(String what, String from) {
        return """
                select customer_id, arg_max(%1$s, (amount * 10000)::hugeint * 65536 + (hash(%1$s::varchar) %% 65536)::hugeint) as %1$s,
                    max(amount)::double / sum(amount)::double as share
                from (select customer_id, %1$s, sum(amount) as amount from %2$s group by customer_id, %1$s)
                where %1$s is not null and amount > 0 group by customer_id
                """.formatted(what, from);
    }
}
