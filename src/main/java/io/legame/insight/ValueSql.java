package io.legame.insight;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What each customer asked for is worth on some days, over {@link GatheredFacts}: today, or the ends of months. Several
 * days are summed in one look at the facts: measured, six of them take as long as two apart.
 */
record ValueSql(List<Day> days) {
    static final int DAYS_AT_ONCE = 6;

    /** @param lostAfter days, see {@link LifeCycleRules} */
    record Day(LocalDate day, TierRules rules, int lostAfter) {
        /** The last day before the window: a month's end where the day is one. */
        LocalDate from() {
            return from(1);
        }

        /** The same of so many windows up to the day. */
        LocalDate from(int windows) {
            int months = rules.months() * windows;
            YearMonth month = YearMonth.from(day);
            return day.equals(month.atEndOfMonth())
                    ? month.minusMonths(months).atEndOfMonth()
                    : day.minusMonths(months);
        }

        /** Sums of whole numbers, so that whoever computes it gets the same. */
        String loyalty() {
            return """
                    round(100.0 * (%2$d * greatest(0, 1 - (%1$s - last_purchase) / %3$d.0)
                        + %4$d * least(1, orders / %5$d.0)
                        + %6$d * least(1, (%1$s - first_purchase) / %7$d.0)
                        + %8$d * case when gaps >= 2
                            then greatest(0, 1 - sqrt((gaps * gap_squares - gap_days * gap_days)::double) / gap_days)
                            else 0 end) / %9$d)::utinyint
                    """.formatted(
                            literal(day),
                            rules.recencyWeight(),
                            lostAfter,
                            rules.frequencyWeight(),
                            rules.frequentOrders(),
                            rules.tenureWeight(),
                            rules.tenureDays(),
                            rules.regularityWeight(),
                            rules.weights());
        }

        /**
         * Over the columns of {@link ValueSql#of}.
         *
         * @param good the least profit that is good, as SQL
         */
        String tier(String good, String high) {
            return """
                    case when first_purchase is null
                            then case when cost > 0 and known_since <= %s then 'piombo' end
                        when trades = 0 and cost = 0 then null
                        when profit <= 0 then 'piombo'
                        when profit >= %s then case when loyalty >= %d then '%s' else '%s' end
                        when profit >= %s then case when loyalty >= %d then '%s' else '%s' end
                        when loyalty >= %d then '%s' else '%s' end::%s
                    """.formatted(
                            literal(day.minusDays(rules.courtshipDays())),
                            high,
                            rules.loyalFrom(),
                            rules.highLoyal().code(),
                            rules.high().code(),
                            good,
                            rules.loyalFrom(),
                            rules.goodLoyal().code(),
                            rules.good().code(),
                            rules.loyalFrom(),
                            rules.littleLoyal().code(),
                            rules.little().code(),
                            FiguresLayout.TIER);
        }
    }

    /** Makes the table {@code worth}, which {@link #of} reads. */
    String gather() {
        return """
                create or replace temp table worth as
                select k.customer_id, k.known_since, k.first_purchase, t.* exclude (customer_id), s.* exclude (customer_id)
                from known k
                    left join (select customer_id%1$s from bought where %3$s group by customer_id) t using (customer_id)
                    left join (select customer_id%2$s from served where cost is not null and %3$s group by customer_id) s
                        using (customer_id)
                """.formatted(
                each("""
                                , count(*) filter (is_order and day > %2$s and day <= %1$s) as orders_%3$d,
                                count(*) filter (day > %2$s and day <= %1$s) as trades_%3$d,
                                sum(margin) filter (day > %2$s and day <= %1$s) as margin_%3$d,
                                sum(uncosted) filter (day > %2$s and day <= %1$s) as uncosted_%3$d"""), each(", sum(cost) filter (day > %2$s and day <= %1$s) as cost_%3$d"), inSomeWindow());
    }

    private String inSomeWindow() {
        LocalDate first = days.stream().map(Day::from).min(LocalDate::compareTo).orElseThrow();
        LocalDate last = days.stream().map(Day::day).max(LocalDate::compareTo).orElseThrow();
        return "day > " + literal(first) + " and day <= " + literal(last);
    }

    private String each(String columns) {
        return IntStream.range(0, days.size())
                .mapToObj(i -> columns.formatted(
                        literal(days.get(i).day()), literal(days.get(i).from()), i))
                .collect(Collectors.joining());
    }

    /** The customers known on one of the days: what they brought in its window and how loyal they are. */
    String of(int i) {
        Day day = days.get(i);
        return """
                select *, case when first_purchase is not null then %2$s end as loyalty
                from (
                    select w.customer_id, known_since, case when first_purchase <= %1$s then first_purchase end as first_purchase,
                        p.day as last_purchase, coalesce(orders_%3$d, 0) as orders,
                        coalesce(trades_%3$d, 0) as trades, coalesce(cost_%3$d, 0) as cost,
                        coalesce(margin_%3$d, 0) as margin, coalesce(uncosted_%3$d, 0) as uncosted,
                        (coalesce(margin_%3$d, 0) + coalesce(uncosted_%3$d, 0) * %4$s::decimal(9, 6)
                            - coalesce(cost_%3$d, 0))::decimal(18, 4) as profit,
                        coalesce(p.position - 1, 0) as gaps, coalesce(p.day - first_purchase, 0) as gap_days,
                        coalesce(p.squares, 0) as gap_squares
                    from worth w
                        left join (
                            select * from purchase_day where day <= %1$s and coalesce(next_day, date '9999-12-31') > %1$s
                        ) p on p.customer_id = w.customer_id
                    where known_since <= %1$s
                )
                """.formatted(
                        literal(day.day()),
                        day.loyalty(),
                        i,
                        day.rules().assumedMargin().toPlainString());
    }

    static String literal(LocalDate day) {
        return "date '" + day + "'";
    }
}
