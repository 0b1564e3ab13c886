package io.legame.bench;

import io.legame.Legame;
import io.legame.insight.Projection;
import io.legame.insight.Warehouse;
import io.legame.segments.Filter;
import io.legame.segments.Filters;
import io.legame.segments.Weight;
import io.legame.segments.Weights;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Thirty segments: their size and weight by the filter language, by a query that a person wrote for DuckDB, and by the
 * same query in PostgreSQL for those that it can answer, which gets a minute each. The answers must be equal. Arguments as for {@link WarehouseBench}.
 */
public final class SegmentBench {
    private static final LocalDate AS_OF = LocalDate.of(2025, 12, 31);

    /**
     * @param condition of DuckDB
     * @param inPostgres the same condition there; null where PostgreSQL has not what it asks for, or nobody would ask it
     */
    private record Question(
            String name,
            String json,
            String condition,
            @Nullable String inPostgres) {
        Question(String name, String json, String condition) {
            this(name, json, condition, condition);
        }
    }

    private static Question onlyHere(String name, String json, String condition) {
        return new Question(name, json.replace('\'', '"'), condition, null);
    }

    private static final List<Question> QUESTIONS = List.of(
            new Question("women", "{\"attribute\":\"gender\",\"isOneOf\":[\"F\"]}", "gender = 'F'"),
            new Question(
                    "35 to 45 years old",
                    "{\"attribute\":\"age\",\"between\":[35,45]}",
                    "birth_date > date '1979-12-31' and birth_date <= date '1990-12-31'"),
            new Question(
                    "100 on-line in 90 days",
                    "{\"purchases\":\"amount\",\"atLeast\":100,\"channels\":[\"online\"],\"during\":{\"last\":90,\"unit\":\"days\"}}",
                    "id in (select customer_id from line where channel = 'online' and occurred_on > date '2025-10-02' and occurred_on <= date '2025-12-31' group by 1 having sum(amount) >= 100)"),
            new Question(
                    "women, 35 to 45, 100 on-line",
                    "{\"all\":[{\"attribute\":\"gender\",\"isOneOf\":[\"F\"]},{\"attribute\":\"age\",\"between\":[35,45]},{\"purchases\":\"amount\",\"atLeast\":100,\"channels\":[\"online\"],\"during\":{\"last\":90,\"unit\":\"days\"}}]}",
                    "gender = 'F' and birth_date > date '1979-12-31' and birth_date <= date '1990-12-31' and id in (select customer_id from line where channel = 'online' and occurred_on > date '2025-10-02' and occurred_on <= date '2025-12-31' group by 1 having sum(amount) >= 100)"),
            new Question(
                    "buyers",
                    "{\"purchases\":\"orders\",\"atLeast\":1}",
                    "id in (select customer_id from line where kind = 'purchase' and occurred_on <= date '2025-12-31')"),
            new Question(
                    "never bought",
                    "{\"purchases\":\"orders\",\"none\":true}",
                    "id not in (select customer_id from line where kind = 'purchase' and occurred_on <= date '2025-12-31' and customer_id is not null)"),
            new Question(
                    "ten orders",
                    "{\"purchases\":\"orders\",\"atLeast\":10}",
                    "id in (select customer_id from line where kind = 'purchase' and occurred_on <= date '2025-12-31' group by 1 having count(distinct interaction_id) >= 10)"),
            new Question(
                    "spent 5,000",
                    "{\"purchases\":\"amount\",\"atLeast\":5000}",
                    "id in (select customer_id from line where occurred_on <= date '2025-12-31' group by 1 having sum(amount) >= 5000)"),
            new Question(
                    "category 7 this year",
                    "{\"purchases\":\"orders\",\"atLeast\":1,\"categories\":[\"Category 7\"],\"during\":{\"from\":\"2025-01-01\",\"to\":\"2025-12-31\"}}",
                    "id in (select customer_id from line where kind = 'purchase' and category = 'Category 7' and occurred_on between date '2025-01-01' and date '2025-12-31')"),
            new Question(
                    "men who can be reached by e-mail",
                    "{\"all\":[{\"not\":{\"attribute\":\"gender\",\"isOneOf\":[\"F\"]}},{\"reachable\":\"email\"}]}",
                    "gender <> 'F' and email is not null"),
            new Question(
                    "a town or a high income",
                    "{\"any\":[{\"attribute\":\"town\",\"isOneOf\":[\"Town5\"]},{\"attribute\":\"annualIncome\",\"atLeast\":85000}]}",
                    "town = 'Town5' or annual_income >= 85000"),
            new Question(
                    "twenty items in 2024",
                    "{\"purchases\":\"items\",\"atLeast\":20,\"during\":{\"from\":\"2024-01-01\",\"to\":\"2024-12-31\"}}",
                    "id in (select customer_id from line where kind = 'purchase' and occurred_on between date '2024-01-01' and date '2024-12-31' group by 1 having sum(quantity) >= 20)"),
            new Question(
                    "shoes of size 40 and more",
                    "{\"custom\":\"shoe_size\",\"atLeast\":40}",
                    "id in (select customer_id from custom_value where field_id = 1 and try_cast(value as decimal(18, 4)) >= 40)",
                    "(custom ->> '1')::numeric >= 40"),
            new Question(
                    "one of two colours",
                    "{\"custom\":\"colour\",\"isOneOf\":[\"Colour 3\",\"Colour 4\"]}",
                    "id in (select customer_id from custom_value where field_id = 2 and choice in (3, 4))",
                    "jsonb_exists_any(custom -> '2', array['3', '4'])"),
            onlyHere(
                    "birthday in the next week",
                    "{'anniversary':'birthDate','within':7}",
                    "strftime(birth_date, '%m%d') in ('1231', '0101', '0102', '0103', '0104', '0105', '0106', '0107')"),
            onlyHere(
                    "the tenth with the most revenue",
                    "{'top':10,'unit':'percent','by':'revenue'}",
                    "id in (select customer_id from (select customer_id, row_number() over (order by revenue desc, customer_id) as place, count(*) over () as number from metrics where revenue is not null) where place <= ceil(number * 0.1))"),
            onlyHere(
                    "gold and platinum",
                    "{'tier':['gold','platinum']}",
                    "id in (select customer_id from tier_month where month = date '2025-12-31' and tier in ('gold', 'platinum'))"),
            onlyHere(
                    "from gold or platinum down in a month",
                    "{'moved':['2025-11-30','today'],'from':['gold','platinum'],'to':['iron','piombo','none']}",
                    "id in (select customer_id from tier_month where month = date '2025-11-30' and tier in ('gold', 'platinum')) and id not in (select customer_id from tier_month where month = date '2025-12-31' and tier in ('gold', 'platinum'))"),
            onlyHere(
                    "at risk or dormant",
                    "{'stage':['at_risk','dormant']}",
                    "id in (select customer_id from stage_span where stage in ('at_risk', 'dormant') and from_on <= date '2025-12-31' and until_on > date '2025-12-31')"),
            onlyHere(
                    "came to be at risk lately",
                    "{'entered':['at_risk'],'during':{'last':30,'unit':'days'}}",
                    "id in (select customer_id from stage_span where stage = 'at_risk' and from_on between date '2025-12-02' and date '2025-12-31')"),
            onlyHere(
                    "loyalty of 60 and more",
                    "{'metric':'loyalty','atLeast':60}",
                    "id in (select customer_id from metrics where loyalty >= 60)"),
            onlyHere(
                    "half of what they did",
                    "{'ofBefore':'amount','atMost':50,'during':{'last':90,'unit':'days'}}",
                    "id in (select customer_id from line where occurred_on between date '2025-07-05' and date '2025-12-31' group by 1 having sum(case when occurred_on < date '2025-10-03' then amount else 0 end) > 0 and sum(case when occurred_on >= date '2025-10-03' then amount else 0 end) * 100 <= 50 * sum(case when occurred_on < date '2025-10-03' then amount else 0 end))"),
            onlyHere(
                    "a brand this year",
                    "{'purchases':'orders','atLeast':1,'brands':['Brand 7'],'during':{'from':'2025-01-01','to':'2025-12-31'}}",
                    "id in (select customer_id from line where kind = 'purchase' and brand = 'Brand 7' and occurred_on between date '2025-01-01' and date '2025-12-31')"),
            onlyHere(
                    "an order of 1,500",
                    "{'purchases':'largestOrder','atLeast':1500}",
                    "id in (select customer_id from (select customer_id, sum(amount) as net from line where kind = 'purchase' and occurred_on <= date '2025-12-31' and customer_id is not null group by customer_id, interaction_id) group by 1 having max(net) >= 1500)"),
            onlyHere(
                    "fifteen different products",
                    "{'purchases':'products','atLeast':15}",
                    "id in (select customer_id from line where kind = 'purchase' and occurred_on <= date '2025-12-31' group by 1 having count(distinct product_id) >= 15)"),
            onlyHere(
                    "two returns",
                    "{'purchases':'returns','atLeast':2}",
                    "id in (select customer_id from line where kind = 'return' and occurred_on <= date '2025-12-31' group by 1 having count(distinct interaction_id) >= 2)"),
            onlyHere(
                    "300 by order",
                    "{'purchases':'averageOrder','atLeast':300}",
                    "id in (select customer_id from line where occurred_on <= date '2025-12-31' group by 1 having count(distinct case when kind = 'purchase' then interaction_id end) > 0 and sum(amount) >= 300 * count(distinct case when kind = 'purchase' then interaction_id end))"),
            onlyHere(
                    "not seen for half a year",
                    "{'all':[{'purchases':'daysSinceLast','moreThan':180},{'purchases':'orders','atLeast':2},{'reachable':'email'}]}",
                    "email is not null and id in (select customer_id from line where kind = 'purchase' and occurred_on <= date '2025-12-31' group by 1 having max(occurred_on) < date '2025-12-31' - 180 and count(distinct interaction_id) >= 2)"),
            onlyHere(
                    "one category and then another",
                    "{'sequence':[{'did':'purchase','categories':['Category 7']},{'did':'purchase','categories':['Category 8'],'within':30,'unit':'days'}]}",
                    "id in (select a.customer_id from (select l.customer_id, i.occurred_at, l.occurred_on from line l join interaction i on i.id = l.interaction_id where l.kind = 'purchase' and l.category = 'Category 7' and l.occurred_on <= date '2025-12-31') a join (select l.customer_id, i.occurred_at, l.occurred_on from line l join interaction i on i.id = l.interaction_id where l.kind = 'purchase' and l.category = 'Category 8' and l.occurred_on <= date '2025-12-31') b on b.customer_id = a.customer_id and b.occurred_at > a.occurred_at and b.occurred_on <= a.occurred_on + 30)"),
            onlyHere(
                    "two contacts of a kind in a year",
                    "{'interactions':'number','atLeast':2,'kinds':['visit','call'],'during':{'last':1,'unit':'years'}}",
                    "id in (select customer_id from interaction where kind in ('visit', 'call') and occurred_on between date '2025-01-01' and date '2025-12-31' group by 1 having count(*) >= 2)"));

    private static final String QUERY = """
            with %s m as (select id from customer where (%s) and keyed)
            select (select count(*) from m), (select count(*) from customer), coalesce(amount, 0), coalesce(margin, 0),
                (select sum(amount) from line where occurred_on <= date '2025-12-31')
            from (select sum(amount) amount, sum(amount - cost) margin, sum(case when cost is null then amount end) uncosted
                from line where occurred_on <= date '2025-12-31' and customer_id in (select id from m)) bought
            """;

    /** The warehouse's two tables, as PostgreSQL has them; what a question does not ask for is not joined. */
    private static final String IN_POSTGRES = """
            customer as (select * from customers.customer),
            line as not materialized (
                select l.customer_id, l.interaction_id, l.amount, l.cost, l.quantity, t.channel, p.category, l.occurred_at,
                    case when l.quantity < 0 then 'return' else 'purchase' end as kind
                from timeline.purchase_line l
                left join timeline.interaction i on i.id = l.interaction_id and i.occurred_at = l.occurred_at
                left join timeline.touchpoint t on t.id = i.touchpoint_id
                left join catalogue.product p on p.id = l.product_id),
            """;

    /** PostgreSQL gets no longer for an answer: what it would have needed is then more than this. */
    private static final int LONGEST_SECONDS = 60;

    private static final String MIDNIGHT = "(date '%s' + %d)::timestamp at time zone 'Europe/Rome'";

    /** Days as the moments they begin and end with, so that PostgreSQL can use them as they are. */
    private static String inPostgres(String sql) {
        return Pattern.compile("occurred_on (between date '(.{10})' and|<=|>) date '(.{10})'")
                .matcher(sql)
                .replaceAll(found -> {
                    String after = MIDNIGHT.formatted(found.group(3), 1);
                    if (found.group(2) != null) {
                        return "(occurred_at >= " + MIDNIGHT.formatted(found.group(2), 0) + " and occurred_at < "
                                + after + ")";
                    }
                    return "occurred_at " + (found.group(1).equals(">") ? ">= " : "< ") + after;
                });
    }

    private record Answer(long size, long customers, BigDecimal revenue, BigDecimal margin, BigDecimal total) {
        boolean equal(Answer other) {
            return size == other.size
                    && customers == other.customers
                    && revenue.compareTo(other.revenue) == 0
                    && margin.compareTo(other.margin) == 0
                    && total.compareTo(other.total) == 0;
        }
    }

    private record Timed(Answer answer, double seconds) {}

    public static void main(String[] arguments) throws Exception {
        String[] options = Arrays.copyOfRange(arguments, 1, arguments.length);
        options[0] = "--server.port=-1";
        try (var application = SpringApplication.run(Legame.class, options)) {
            var database = application.getBean(JdbcClient.class);
            if (database.sql("select count(*) from customers.customer")
                            .query(Long.class)
                            .single()
                    == 0) {
                try (var connection = application.getBean(DataSource.class).getConnection()) {
                    new WarehouseData(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]))
                            .generate(connection);
                }
            }
            application.getBean(Projection.class).rebuild();
            var postgres = new JdbcTemplate(application.getBean(DataSource.class));
            postgres.setQueryTimeout(LONGEST_SECONDS);
            var filters = application.getBean(Filters.class);
            var weights = application.getBean(Weights.class);
            var warehouse = application.getBean(Warehouse.class);
            double worst = 0;
            double slowest = Double.MAX_VALUE;
            for (Question question : QUESTIONS) {
                Filter filter = filters.read(question.json());
                Timed ours = best(7, () -> answer(weights.of(filter, AS_OF)));
                Timed byHand = best(
                        7,
                        () -> warehouse.query(ask -> {
                            var row = ask.fetchSingle(QUERY.formatted("", question.condition()));
                            return new Answer(
                                    row.get(0, Long.class),
                                    row.get(1, Long.class),
                                    row.get(2, BigDecimal.class),
                                    row.get(3, BigDecimal.class),
                                    row.get(4, BigDecimal.class));
                        }));
                if (!ours.answer().equal(byHand.answer())) {
                    throw new AssertionError(question.name() + ": " + ours.answer() + " by hand " + byHand.answer());
                }
                Report.row(question.name() + ", ours", ours.seconds() * 1000, "ms");
                Report.atMost("  ours / by hand", ours.seconds() / byHand.seconds(), 1.3);
                worst = Math.max(worst, ours.seconds() / byHand.seconds());
                if (question.inPostgres() != null) {
                    double seconds = inPostgres(postgres, question, ours.answer());
                    Report.ratio("  PostgreSQL / ours", seconds / ours.seconds(), 15);
                    slowest = Math.min(slowest, seconds / ours.seconds());
                }
            }
            Report.atMost("worst of ours / by hand", worst, 1.3);
            Report.ratio("least of PostgreSQL / ours", slowest, 15);
        }
    }

    /** How long PostgreSQL takes for the same answer, or how long it was given. */
    private static double inPostgres(JdbcTemplate database, Question question, Answer ours) {
        String sql = inPostgres(QUERY.formatted(IN_POSTGRES, java.util.Objects.requireNonNull(question.inPostgres())));
        long begin = System.nanoTime();
        try {
            Answer answer = database.queryForObject(
                    sql,
                    (row, number) -> new Answer(
                            row.getLong(1),
                            row.getLong(2),
                            row.getBigDecimal(3),
                            row.getBigDecimal(4),
                            row.getBigDecimal(5)));
            if (answer == null || !answer.equal(ours)) {
                throw new AssertionError(question.name() + ": " + ours + " in PostgreSQL " + answer);
            }
        } catch (QueryTimeoutException | DataAccessResourceFailureException e) {
            Report.row("  PostgreSQL gave no answer within", LONGEST_SECONDS, "s");
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private static Answer answer(Weight weight) {
        BigDecimal margin = weight.margin() == null ? BigDecimal.ZERO : weight.margin();
        return new Answer(weight.size(), weight.customers(), weight.revenue(), margin, weight.totalRevenue());
    }

    private static Timed best(int times, Supplier<Answer> question) {
        double best = Double.MAX_VALUE;
        Answer answer = null;
        for (int i = 0; i < times; i++) {
            long begin = System.nanoTime();
            answer = question.get();
            best = Math.min(best, (System.nanoTime() - begin) / 1e9);
        }
        return new Timed(java.util.Objects.requireNonNull(answer), best);
    }
}
