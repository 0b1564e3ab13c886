package io.legame.insight;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;

/**
 * The facts of the customers in the table {@code asked}, gathered once in temporary tables, from which all figures are
 * computed. Each customer's figures depend on nobody else's facts, so any part of the customers can be asked for.
 */
@SuppressWarnings("InlineFormatString") // the statements read better apart from where they run
final class GatheredFacts {
    private final DuckStatements duck;
    private final LocalDate asOf;

    GatheredFacts(Connection warehouse, LocalDate asOf) {
        this.duck = new DuckStatements(warehouse);
        this.asOf = asOf;
    }

    /** What interactions are and cost, for the join; once a run. */
    void prepare(Basis basis) throws SQLException {
        duck.execute("create or replace temp table service as "
                + "select kind, channel, from_on, until_on, cost, role::%s as role from (values %s) s "
                        .formatted(FiguresLayout.ROLE, CostPeriods.rows(basis))
                + "(kind, channel, from_on, until_on, cost, role)");
    }

    void gather() throws SQLException {
        duck.execute(BOUGHT);
        duck.execute(PURCHASE_DAYS);
        duck.execute(SERVED);
        duck.execute(KNOWN.formatted(ValueSql.literal(asOf)));
    }

    /** The day of the first fact that may have changed of the customers asked for; null when there is none. */
    @org.jspecify.annotations.Nullable
    LocalDate firstChange() throws SQLException {
        return duck.date("select min(greatest(a.since, k.first_fact)) from asked a join known k using (customer_id) "
                + "where a.since < date '9999-12-31' and k.first_fact is not null");
    }

    /** Purchases and returns. What is given away for nothing is no order. */
    private static final String BOUGHT = """
            create or replace temp table bought as
            select customer_id, any_value(occurred_on) as day, any_value(channel) as channel,
                any_value(kind) = 'return' as is_return, any_value(kind) = 'purchase' and sum(amount) > 0 as is_order,
                sum(amount)::decimal(18, 4) as amount, sum(discount)::decimal(18, 4) as discount,
                coalesce(sum(amount - cost), 0)::decimal(18, 4) as margin,
                coalesce(sum(amount) filter (cost is null), 0)::decimal(18, 4) as uncosted,
                (count(*) - count(cost))::integer as uncosted_lines
            from line semi join asked using (customer_id)
            group by customer_id, interaction_id
            """;

    /** With how many days of purchase there were until then, and how far apart. */
    private static final String PURCHASE_DAYS = """
            create or replace temp table purchase_day as
            select customer_id, day, gap, next_day, row_number() over of_customer as position,
                coalesce(sum(gap * gap) over of_customer, 0)::bigint as squares
            from (
                select customer_id, day, (day - lag(day) over by_day)::bigint as gap, lead(day) over by_day as next_day
                from (select distinct customer_id, day from bought where is_order)
                window by_day as (partition by customer_id order by day)
            )
            window of_customer as (partition by customer_id order by day rows unbounded preceding)
            """;

    private static final String SERVED = """
            create or replace temp table served as
            select i.customer_id, i.occurred_on as day, coalesce(s.role, 'contact') as role, s.cost
            from interaction i
                semi join asked using (customer_id)
                left join service s on s.kind = i.kind and s.channel = coalesce(i.channel::varchar, '')
                    and i.occurred_on >= s.from_on and i.occurred_on < s.until_on
            """;

    /** Where figures are of a day in the past, whoever was brought in since is known since that day. */
    private static final String KNOWN = """
            create or replace temp table known as
            select a.customer_id, least(c.created_on, %s, s.first_day, b.first_day) as known_since,
                s.first_response, b.first_purchase, least(s.first_day, b.first_day) as first_fact
            from asked a join customer c on c.id = a.customer_id
                left join (
                    select customer_id, min(day) as first_day,
                        min(day) filter (role in ('response', 'ticket')) as first_response
                    from served group by customer_id
                ) s using (customer_id)
                left join (
                    select customer_id, min(day) as first_day, min(day) filter (is_order) as first_purchase
                    from bought group by customer_id
                ) b using (customer_id)
            """;
}
