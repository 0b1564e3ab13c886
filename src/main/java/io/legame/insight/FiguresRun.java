package io.legame.insight;

import static io.legame.insight.ValueSql.literal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Computes what is known of each customer in a warehouse file, in one transaction that the caller begins and commits. See
 * docs/decisions/0026-figures.md.
 */
final class FiguresRun {
    static final int HISTORY_MONTHS = 24;
    /** So many customers' facts lie in temporary tables at once, to keep memory within bounds. */
    private static final int CUSTOMERS_AT_ONCE = 250_000;

    private static final String PERCENTS = IntStream.rangeClosed(0, 100)
            .mapToObj(percent -> Double.toString(percent / 100.0))
            .collect(Collectors.joining(", "));

    private final Connection warehouse;
    private final DuckStatements duck;
    private final GatheredFacts facts;
    private final Basis basis;
    private final LocalDate asOf;
    private final List<LocalDate> months;

    /** @param asOf the day that figures are of */
    FiguresRun(Connection warehouse, Basis basis, LocalDate asOf) {
        this.warehouse = warehouse;
        this.duck = new DuckStatements(warehouse);
        this.facts = new GatheredFacts(warehouse, asOf);
        this.basis = basis;
        this.asOf = asOf;
        this.months = MonthEnds.until(asOf, HISTORY_MONTHS);
    }

    /** Everybody, today and in the months that are over. */
    void everything() throws SQLException {
        facts.prepare(basis);
        for (String table : List.of("metrics", "stage_span", "tier_month", "measure")) {
            duck.execute("delete from " + table);
        }
        duck.execute("create or replace temp table value_month (customer_id bigint, month date, known_since date, "
                + "first_purchase date, trades bigint, cost decimal(18, 4), profit decimal(18, 4), loyalty utinyint)");
        List<LocalDate> lived = lived();
        slices(() -> {
            for (String statement : stages()) {
                duck.execute(statement);
            }
            values(lived, (month, values) -> duck.execute("insert into value_month " + values));
        });
        for (LocalDate month : months) {
            if (lived.contains(month)) {
                measure(month);
                assign(month, "value_month where month = " + literal(month));
            } else {
                measured(month, basis.closings().getOrDefault(month, Basis.Measure.NOBODY));
            }
        }
        duck.execute("drop table value_month");
        finishAll(false);
    }

    /** The months in which anything had happened: nobody was worth anything before. */
    private List<LocalDate> lived() throws SQLException {
        LocalDate first = duck.date("select min(occurred_on) from interaction where customer_id is not null");
        return months.stream()
                .filter(month -> first != null && !month.isBefore(first))
                .toList();
    }

    /** Everybody today: a new day changes nothing of what was. */
    void today() throws SQLException {
        facts.prepare(basis);
        slices(() -> {});
        duck.execute("delete from metrics");
        finishAll(pastChanged());
    }

    private boolean pastChanged() throws SQLException {
        return duck.number("select count(*) from figures where past_changed") > 0;
    }

    /**
     * Those whose facts changed, at most so many of them, by the measures of the last computation of everybody.
     *
     * @return how many
     */
    long changed(int limit) throws SQLException {
        duck.execute("create or replace temp table asked as select customer_id, min(since) as since from stale "
                + "group by customer_id order by customer_id limit " + limit);
        long customers = duck.number("select count(*) from asked");
        if (customers > 0) {
            facts.prepare(basis);
            facts.gather();
            for (String statement : stages()) {
                duck.execute(statement);
            }
            LocalDate since = facts.firstChange();
            boolean past = forgetMonths(since);
            if (since != null) {
                values(
                        months.stream().filter(month -> !month.isBefore(since)).toList(),
                        (month, values) -> assign(month, "(" + values + ")"));
            }
            worthToday();
            duck.execute("create or replace temp table base as " + metrics());
            duck.execute("delete from metrics where customer_id in (select customer_id from asked)");
            finish();
            touched().add("asked");
            touched().trim();
            duck.execute("delete from stale where customer_id in (select customer_id from asked)");
            duck.execute("update figures set changed_since = changed_since + %d, past_changed = past_changed or %s"
                    .formatted(customers, past));
        }
        return customers;
    }

    /** Returns whether there was or will be anything in a month that is over. */
    private boolean forgetMonths(@Nullable LocalDate since) throws SQLException {
        duck.execute("delete from tier_month where customer_id in "
                + "(select customer_id from asked a where not exists (select 1 from known k "
                + "where k.customer_id = a.customer_id and k.first_fact is not null))");
        if (since == null || since.isAfter(months.getLast())) {
            return false;
        }
        duck.execute("delete from tier_month where customer_id in (select customer_id from asked) and month >= "
                + literal(since));
        return true;
    }

    private interface Step {
        void run() throws SQLException;
    }

    private void slices(Step step) throws SQLException {
        long customers = duck.number("select count(*) from customer");
        long slices = Math.ceilDiv(customers, (long) CUSTOMERS_AT_ONCE);
        duck.execute("drop table if exists base");
        for (long slice = 0; slice < Math.max(slices, 1); slice++) {
            duck.execute("create or replace temp table asked as select id as customer_id, date '0001-01-01' as since "
                    + "from customer where id % " + Math.max(slices, 1) + " = " + slice);
            facts.gather();
            step.run();
            worthToday();
            duck.execute((slice == 0 ? "create temp table base as " : "insert into base ") + metrics());
        }
    }

    private void worthToday() throws SQLException {
        duck.execute(new ValueSql(List.of(day(asOf))).gather());
    }

    private String metrics() {
        var value = new ValueSql(List.of(day(asOf)));
        return new MetricsSql(day(asOf), value.of(0), Dated.inForce(basis.rfm(), asOf)).query();
    }

    private interface Use {
        void of(LocalDate month, String values) throws SQLException;
    }

    /** What the customers asked for were worth at the ends of months. */
    private void values(List<LocalDate> months, Use use) throws SQLException {
        for (int first = 0; first < months.size(); first += ValueSql.DAYS_AT_ONCE) {
            List<LocalDate> some = months.subList(first, Math.min(first + ValueSql.DAYS_AT_ONCE, months.size()));
            var value = new ValueSql(some.stream().map(this::day).toList());
            duck.execute(value.gather());
            for (int i = 0; i < some.size(); i++) {
                use.of(
                        some.get(i),
                        "select customer_id, " + literal(some.get(i))
                                + " as month, known_since, first_purchase, trades, cost, profit, loyalty from ("
                                + value.of(i) + ")");
            }
        }
    }

    private List<String> stages() {
        return new StageSql(basis.lifeCycle()).statements();
    }

    private ValueSql.Day day(LocalDate day) {
        return new ValueSql.Day(
                day,
                Dated.inForce(basis.tiers(), day),
                Dated.inForce(basis.lifeCycle(), day).lostAfter());
    }

    /** What was recorded when the month was closed; what its customers tell where it was not. */
    private void measure(LocalDate month) throws SQLException {
        Basis.Measure closed = basis.closings().get(month);
        if (closed != null) {
            measured(month, closed);
            return;
        }
        TierRules rules = Dated.inForce(basis.tiers(), month);
        duck.execute("""
                insert into measure
                select %1$s, quantile_disc(profit, %2$s), quantile_disc(profit, %3$s)
                from value_month where month = %1$s and first_purchase is not null and profit > 0
                """.formatted(literal(month), share(rules.goodFrom()), share(rules.highFrom())));
    }

    private void measured(LocalDate month, Basis.Measure measure) throws SQLException {
        try (var insert = duck.prepare("insert into measure values (?, ?, ?)")) {
            insert.setObject(1, month);
            insert.setBigDecimal(2, measure.good());
            insert.setBigDecimal(3, measure.high());
            insert.execute();
        }
    }

    static String share(int percent) {
        return percent / 100.0 + "::double";
    }

    private void assign(LocalDate month, String values) throws SQLException {
        String measured = "(select %s from measure where month = " + literal(month) + ")";
        duck.execute(
                "insert into tier_month select customer_id, %1$s, tier from (select customer_id, %2$s as tier from %3$s) "
                                .formatted(
                                        literal(month),
                                        day(month)
                                                .tier(
                                                        measured.formatted("any_value(good)"),
                                                        measured.formatted("any_value(high)")),
                                        values)
                        + "where tier is not null");
    }

    /** Measures all customers, and each by them. */
    private void finishAll(boolean pastChanged) throws SQLException {
        duck.execute("delete from figures");
        duck.execute("""
                insert into figures
                select %s, '%s', 0, %s,
                    coalesce((select quantile_disc(window_profit, [%s])
                        from base where first_purchase is not null and window_profit > 0), []),
                    %s, %s, %s
                """.formatted(
                        literal(asOf),
                        basis.fingerprint(),
                        pastChanged,
                        PERCENTS,
                        quintiles("rfm_recency"),
                        quintiles("rfm_frequency"),
                        quintiles("rfm_monetary")));
        finish();
        touched().everybody();
        duck.execute("drop table base");
    }

    private TouchedCustomers touched() {
        return new TouchedCustomers(warehouse, TouchedCustomers.Stream.FIGURES);
    }

    private static String quintiles(String column) {
        return quintiles(column, "base");
    }

    static String quintiles(String column, String from) {
        return "coalesce((select quantile_disc(" + column + "::decimal(18, 4), [0.2, 0.4, 0.6, 0.8]) " + "from " + from
                + " where rfm_frequency > 0), [])";
    }

    /** Adds to the rows of {@code base} what compares them with the others, and puts them in their place. */
    private void finish() throws SQLException {
        RfmRules rfm = Dated.inForce(basis.rfm(), asOf);
        TierRules rules = Dated.inForce(basis.tiers(), asOf);
        duck.execute("""
                insert into metrics
                select b.* exclude (profit, cost, trades),
                    case when b.rfm_frequency > 0 then (6 - (%s))::utinyint end,
                    case when b.rfm_frequency > 0 then (%s)::utinyint end,
                    case when b.rfm_frequency > 0 then (%s)::utinyint end,
                    case when b.first_purchase is not null and b.window_profit > 0
                        then least(99, coalesce(r.position, 0))::utinyint end,
                    %s, s.stage, s.from_on
                from (select *, window_profit as profit, window_cost_to_serve as cost, window_trades as trades from base) b
                    left join (
                        select customer_id, stage, from_on from stage_span where from_on <= %s and until_on > %5$s
                    ) s on s.customer_id = b.customer_id
                    asof left join (
                        select bound, max(position) as position from (
                            select unnest(profits) as bound, unnest(range(len(profits))) as position from figures
                        ) group by bound
                    ) r on b.window_profit > r.bound
                    cross join figures f
                """.formatted(
                        score("b.rfm_recency", rfm.recency(), "f.recencies", ">"),
                        score("b.rfm_frequency", rfm.frequency(), "f.frequencies", ">="),
                        score("b.rfm_monetary", rfm.monetary(), "f.monetaries", ">="),
                        day(asOf).tier(profitFrom(rules.goodFrom()), profitFrom(rules.highFrom())),
                        literal(asOf)));
    }

    private static String profitFrom(int percentile) {
        return "f.profits[" + (percentile + 1) + "]";
    }

    /** One more than how many bounds are passed. */
    static String score(String column, List<java.math.BigDecimal> bounds, String quintiles, String passes) {
        var score = new StringBuilder("1");
        for (int i = 0; i < 4; i++) {
            score.append(" + (").append(column);
            score.append(
                    bounds.isEmpty()
                            ? " > " + quintiles + "[" + (i + 1) + "]"
                            : " " + passes + " "
                                    + Objects.requireNonNull(bounds.get(i)).toPlainString());
            score.append(")::integer");
        }
        return score.toString();
    }
}
