package io.legame.insight;

import io.legame.platform.ZoneLiteral;
import io.legame.timeline.ExchangeRates;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Compares what the warehouse holds with PostgreSQL, at one and the same moment. */
@Component
public class Reconciliation {
    private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);

    private final Projection projection;
    private final InstantSource clock;

    Reconciliation(Projection projection, InstantSource clock) {
        this.projection = projection;
        this.clock = clock;
    }

    /**
     * @param measure what was counted or summed, such as {@code lines} or {@code amount}
     * @param part of what, such as the year 2024 or the kind {@code visit}; empty for all
     */
    public record Row(String measure, String part, BigDecimal database, BigDecimal warehouse) {
        public boolean agrees() {
            return database.compareTo(warehouse) == 0;
        }
    }

    public record Report(Instant at, Duration took, List<Row> rows) {
        public boolean agrees() {
            return rows.stream().allMatch(Row::agrees);
        }

        public List<Row> differences() {
            return rows.stream().filter(row -> !row.agrees()).toList();
        }
    }

    public Report run() {
        long begin = System.nanoTime();
        var rows = new ArrayList<Row>();
        projection.step((postgres, file) -> {
            try (Connection warehouse = file.connect()) {
                execute(warehouse, "begin transaction read only");
                var timeZone =
                        java.util.Objects.requireNonNull(file.watermark()).timeZone();
                // the first look fixes the moment that the transaction sees
                values(warehouse, "select 'watermark', '', count(*) from watermark");
                projection.letGo();
                Map<List<String>, BigDecimal> there = values(
                        postgres,
                        POSTGRES.formatted(
                                ZoneLiteral.of(timeZone),
                                ExchangeRates.inCompanyCurrency("l", "l.amount", timeZone),
                                ExchangeRates.inCompanyCurrency("l", "l.cost", timeZone)));
                Map<List<String>, BigDecimal> here = values(warehouse, WAREHOUSE);
                rows.addAll(compare(there, here));
            }
        });
        var report = new Report(clock.instant(), Duration.ofNanos(System.nanoTime() - begin), rows);
        if (!report.agrees()) {
            LOG.warn("The warehouse differs from the database: {}", report.differences());
        }
        return report;
    }

    private static List<Row> compare(Map<List<String>, BigDecimal> there, Map<List<String>, BigDecimal> here) {
        var keys = new TreeMap<String, List<String>>();
        there.keySet().forEach(key -> keys.put(String.join("/", key), key));
        here.keySet().forEach(key -> keys.put(String.join("/", key), key));
        return keys.values().stream()
                .map(key -> new Row(
                        key.get(0),
                        key.get(1),
                        there.getOrDefault(key, BigDecimal.ZERO),
                        here.getOrDefault(key, BigDecimal.ZERO)))
                .toList();
    }

    private static final String SHARED = """
            select 'customers', '', count(*) from %1$s
            union all select 'customersKeyed', '', count(*) from %1$s where keyed
            union all select 'customersWithEmail', '', count(*) from %1$s where email is not null
            union all select 'customValues', field_id::varchar, count(*) from %4$s group by field_id
            union all select 'customCharacters', field_id::varchar, sum(length(coalesce(value, choice::varchar)))
                from %4$s group by field_id
            union all select 'products', '', count(*) from %2$sproduct
            union all select 'touchpoints', '', count(*) from %3$stouchpoint
            union all select 'interactions', kind, count(*) from %3$sinteraction group by kind
            union all select 'details', name, count(*) from %5$s group by name
            union all select 'detailCharacters', name, sum(length(value)) from %5$s group by name
            """;

    private static final String POSTGRES = SHARED.formatted(
                    "(select keyed, email from customers.customer where left_as is null) customer",
                    "catalogue.",
                    "timeline.",
                    "(" + Sources.customValues(null) + ") custom_value",
                    "(" + Sources.details(null, Sources.Again.NOTHING) + ") detail")
            + """
            union all select measure, year, value from (
                select extract(year from occurred_at at time zone %s)::int::text as year, count(*) as lines,
                    count(customer_id) as lines_of_customers, sum(quantity) as quantity, sum(%s) as amount,
                    coalesce(sum(%s), 0) as cost
                from timeline.purchase_line l group by 1
            ) y, lateral (values ('lines', lines), ('linesOfCustomers', lines_of_customers), ('quantity', quantity),
                ('amount', amount), ('cost', cost)) v (measure, value)
            """;

    /** The elements of a list share one type: DuckDB's would have fewer decimals than the amounts. */
    private static final String WAREHOUSE = SHARED.formatted("customer", "", "", "custom_value", "detail") + """
            union all select unnest(['lines', 'linesOfCustomers', 'quantity', 'amount', 'cost']), year,
                unnest([lines, lines_of_customers, quantity, amount, cost])
            from (
                select year(occurred_on)::varchar as year, count(*) as lines, count(customer_id) as lines_of_customers,
                    sum(quantity)::decimal(34, 4) as quantity, sum(amount)::decimal(34, 4) as amount,
                    coalesce(sum(cost), 0)::decimal(34, 4) as cost
                from line group by 1
            )
            """;

    private static Map<List<String>, BigDecimal> values(Connection connection, String query) throws SQLException {
        var values = new java.util.HashMap<List<String>, BigDecimal>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.put(List.of(rows.getString(1), rows.getString(2)), rows.getBigDecimal(3));
            }
        }
        return values;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
