package io.legame.segments;

import static io.legame.insight.WarehouseTables.METRICS;
import static org.assertj.core.api.Assertions.assertThat;

import io.legame.insight.Figures;
import io.legame.insight.Warehouse;
import io.legame.testing.LegameTest;
import io.legame.testing.TestClock;
import java.math.BigDecimal;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Orders, revenue, margin and profit of every customer of a real shop equal plain SQL over its files. */
@LegameTest
@TestPropertySource(properties = "legame.test=adventureworks")
@Import(AdventureWorks.class)
class AdventureWorksFiguresTests {
    /** The last day of the files is the 30th of June 2019; nothing happened since. */
    private static final Instant TODAY = Instant.parse("2019-07-10T09:00:00Z");

    private static final String SQL = """
            with sold as (
                select s.CustomerKey as customer, s.OrderNumber as number, strptime(s.OrderDate, '%m/%d/%Y')::date as day,
                    s.OrderQuantity * p.ProductPrice::decimal(18, 4) as amount,
                    s.OrderQuantity * p.ProductCost::decimal(18, 4) as cost
                from read_csv('FOLDER/AdventureWorks_Sales_*.csv', all_varchar = false, types = {'OrderDate': 'varchar'}) s
                    join read_csv('FOLDER/AdventureWorks_Products.csv',
                        types = {'ProductPrice': 'decimal(18,4)', 'ProductCost': 'decimal(18,4)'}) p using (ProductKey)
            )
            select customer, count(distinct number), sum(amount), sum(amount - cost),
                coalesce(sum(amount - cost) filter (day > date '2018-07-10'), 0)
                    - 3.5 * count(distinct number) filter (day > date '2018-07-10')
            from sold group by customer
            """;

    @Autowired
    private AdventureWorks adventureWorks;

    @Autowired
    private Figures figures;

    @Autowired
    private Warehouse warehouse;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TestClock clock;

    private record Worth(int orders, BigDecimal revenue, BigDecimal margin, BigDecimal profit) {
        static Worth of(int orders, BigDecimal revenue, BigDecimal margin, BigDecimal profit) {
            return new Worth(
                    orders,
                    revenue.stripTrailingZeros(),
                    margin.stripTrailingZeros(),
                    profit.signum() == 0 ? BigDecimal.ZERO : profit.stripTrailingZeros());
        }
    }

    @AfterEach
    void forget() {
        database.sql("truncate insight.rules, insight.unit_cost, insight.closing cascade")
                .update();
    }

    @Test
    void everyCustomerIsWorthWhatTheFilesSay() throws Exception {
        forget();
        adventureWorks.load();
        database.sql("insert into insight.unit_cost (kind, valid_from, amount, decided_at, decided_by) "
                        + "values ('purchase', '2010-01-01', 3.5, now(), 'test')")
                .update();
        clock.set(TODAY);
        figures.catchUp();

        Map<String, Worth> expected = expected();
        assertThat(expected).hasSizeGreaterThan(17_000);
        assertThat(computed()).isEqualTo(expected);
    }

    private static Map<String, Worth> expected() throws Exception {
        var expected = new HashMap<String, Worth>();
        try (var duck = DriverManager.getConnection("jdbc:duckdb:");
                var statement = duck.createStatement();
                var rows = statement.executeQuery(SQL.replace("FOLDER", AdventureWorks.FOLDER.toString()))) {
            while (rows.next()) {
                expected.put(
                        rows.getString(1),
                        Worth.of(rows.getInt(2), rows.getBigDecimal(3), rows.getBigDecimal(4), rows.getBigDecimal(5)));
            }
        }
        return expected;
    }

    private Map<String, Worth> computed() {
        var numbers = new HashMap<Long, String>();
        database.sql("select customer_id, value from customers.identity where kind = 'number'")
                .query(row -> {
                    numbers.put(row.getLong(1), row.getString(2));
                });
        var computed = new HashMap<String, Worth>();
        warehouse
                .query(ask ->
                        ask.selectFrom(METRICS).where(METRICS.ORDERS.gt(0)).fetch())
                .forEach(row -> computed.put(
                        numbers.get(row.get(METRICS.CUSTOMER_ID)),
                        Worth.of(
                                row.get(METRICS.ORDERS),
                                row.get(METRICS.REVENUE),
                                row.get(METRICS.MARGIN),
                                row.get(METRICS.WINDOW_PROFIT))));
        return computed;
    }
}
