package io.legame.insight;

import static io.legame.insight.ValueSql.literal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The stages of each customer asked for, from the first contact on, into the table {@code stage_span}: also those that
 * will come if nothing more is bought, so that a new day changes no row. What happened while rules were in force is told
 * by them.
 */
@SuppressWarnings("InlineFormatString") // the statements read better apart from where they run
record StageSql(List<Dated<LifeCycleRules>> rules) {
    /** What comes to an end nowhere. */
    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    List<String> statements() {
        var statements = new ArrayList<String>();
        statements.add("""
                create or replace temp table piece as
                select customer_id, 'lead' as stage, known_since as from_on,
                    least(first_response, first_purchase, %1$s) as until_on
                from known where known_since < least(first_response, first_purchase, %1$s)
                union all
                select customer_id, 'prospect', greatest(first_response, known_since), least(first_purchase, %1$s)
                from known where first_response < least(first_purchase, %1$s)
                """.formatted(literal(NEVER)));
        for (int i = 0; i < rules.size(); i++) {
            LocalDate until = i + 1 < rules.size() ? rules.get(i + 1).from() : NEVER;
            if (rules.get(i).from().isBefore(until)) {
                statements.add(pieces(rules.get(i).what(), rules.get(i).from(), until));
            }
        }
        statements.add(DISMISSED);
        statements.add("delete from stage_span where customer_id in (select customer_id from asked)");
        statements.add(SPANS.formatted(FiguresLayout.STAGE, literal(NEVER)));
        return statements;
    }

    /** After each day of purchase, one stage follows the other until the next purchase. */
    private static String pieces(LifeCycleRules rules, LocalDate from, LocalDate until) {
        return """
                insert into piece
                select customer_id, part.stage, greatest(part.from_on, %1$s), least(part.until_on, %2$s)
                from (
                    select customer_id, unnest([
                        {'stage': 'new', 'from_on': day, 'until_on': new_until},
                        {'stage': 'loyal', 'from_on': new_until, 'until_on': greatest(new_until, loyal_until)},
                        {'stage': 'active', 'from_on': greatest(new_until, loyal_until), 'until_on': risk_on},
                        {'stage': 'at_risk', 'from_on': day + %3$d, 'until_on': least(stop, day + %4$d)},
                        {'stage': 'dormant', 'from_on': day + %4$d, 'until_on': least(stop, day + %5$d)},
                        {'stage': 'lost', 'from_on': day + %5$d, 'until_on': stop}]) as part
                    from (
                        select customer_id, day, stop, risk_on,
                            case when first_one then least(risk_on, day + %6$d) else day end as new_until,
                            case when back > day - %7$d then least(back + %7$d, risk_on) else day end as loyal_until
                        from (
                            select customer_id, day, coalesce(next_day, %8$s) as stop,
                                least(day + %3$d, coalesce(next_day, %8$s)) as risk_on, gap is null as first_one,
                                lag(day, %9$d) over (partition by customer_id order by day) as back
                            from purchase_day
                        )
                    )
                )
                where greatest(part.from_on, %1$s) < least(part.until_on, %2$s)
                """.formatted(
                        literal(from),
                        literal(until),
                        // the day itself is without risk still
                        rules.atRiskAfter() + 1,
                        rules.dormantAfter() + 1,
                        rules.lostAfter() + 1,
                        rules.newDays(),
                        rules.loyalWithin(),
                        literal(NEVER),
                        rules.loyalPurchases() - 1);
    }

    /** A dismissal goes before whatever purchases tell; the few customers concerned are cut into pieces anew. */
    private static final String DISMISSED = """
            create or replace temp table cut as
            with dismissed as (
                select d.customer_id, d.from_on, coalesce(d.until_on, date '9999-12-31') as until_on
                from dismissal d semi join asked using (customer_id)
                where d.until_on is null or d.until_on > d.from_on
            ), point as (
                select customer_id, from_on as day from piece where customer_id in (select customer_id from dismissed)
                union select customer_id, from_on from dismissed
                union select customer_id, until_on from dismissed where until_on < date '9999-12-31'
            )
            select p.customer_id, p.day as from_on,
                case when exists (select 1 from dismissed d
                        where d.customer_id = p.customer_id and d.from_on <= p.day and d.until_on > p.day)
                    then 'dismissed'
                    else (select any_value(stage) from piece s
                        where s.customer_id = p.customer_id and s.from_on <= p.day and s.until_on > p.day) end as stage
            from point p
            """;

    private static final String SPANS = """
            insert into stage_span
            select customer_id, stage::%1$s, from_on,
                coalesce(lead(from_on) over (partition by customer_id order by from_on), %2$s)
            from (
                select customer_id, stage, from_on,
                    lag(stage) over (partition by customer_id order by from_on) as before
                from (
                    select customer_id, stage, from_on from piece where customer_id not in (select customer_id from cut)
                    union all
                    select customer_id, stage, from_on from cut where stage is not null
                )
            )
            where stage is distinct from before
            """;
}
