package io.legame.bench;

import static io.legame.insight.WarehouseTables.METRICS;

import io.legame.Legame;
import io.legame.access.Actor;
import io.legame.customers.CustomerId;
import io.legame.insight.CustomerValues;
import io.legame.insight.Figures;
import io.legame.insight.Projection;
import io.legame.insight.TierPreview;
import io.legame.insight.TierRules;
import io.legame.insight.Tiers;
import io.legame.insight.Turn;
import io.legame.insight.Warehouse;
import io.legame.platform.Refusal;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is known of each customer: all of it computed anew, some of it after a batch of facts, and how fresh it is under
 * 2,000 facts a second while ten people ask. Arguments as for {@link WarehouseBench}; besides each line there are two and
 * a half other interactions.
 */
public final class FiguresBench {
    private static final int FACTS_A_SECOND = 2_000;
    private static final int SECONDS = 20;

    public static void main(String[] arguments) throws Exception {
        int customers = Integer.parseInt(arguments[0]);
        int lines = Integer.parseInt(arguments[1]);
        String[] options = Arrays.copyOfRange(arguments, 1, arguments.length);
        options[0] = "--server.port=-1";
        try (var application = SpringApplication.run(Legame.class, options)) {
            var dataSource = application.getBean(DataSource.class);
            var database = JdbcClient.create(dataSource);
            prepare(dataSource, database, customers, lines);
            var figures = application.getBean(Figures.class);
            var projection = application.getBean(Projection.class);
            var warehouse = application.getBean(Warehouse.class);
            projection.catchUp();
            figures.catchUp();
            Report.atMost("all figures of everybody, anew, s", Timing.seconds(figures::computeAll), 60);
            answers(application.getBean(Tiers.class), application.getBean(TierPreview.class), warehouse);
            Report.row(
                    "a customer's value",
                    Timing.best(() -> application.getBean(CustomerValues.class).of(new CustomerId(4711))) * 1000,
                    "ms");
            afterABatch(database, figures, projection);
            freshness(database, warehouse);
        }
    }

    private static void prepare(DataSource source, JdbcClient database, int customers, int lines) throws SQLException {
        if (WarehouseData.number(database, "select count(*) from customers.customer") == 0) {
            try (var connection = source.getConnection()) {
                new WarehouseData(customers, lines).generate(connection);
            }
        }
        if (WarehouseData.number(database, "select count(*) from insight.unit_cost") == 0) {
            for (String year : List.of("2022", "2023", "2024", "2025")) {
                database.sql(contacts(year))
                        .param(customers)
                        .param((long) lines * 5 / 8)
                        .update();
            }
            database.sql("""
                    insert into insight.unit_cost (kind, valid_from, amount, decided_at, decided_by)
                    values ('call', '2020-01-01', 4, now(), 'bench'), ('message', '2020-01-01', 0.02, now(), 'bench'),
                        ('visit', '2020-01-01', 5, now(), 'bench'), ('return', '2020-01-01', 6, now(), 'bench')
                    """).update();
            database.sql("vacuum analyze timeline.interaction").update();
        }
        Report.row(
                "interactions",
                WarehouseData.number(database, "select count(*) from timeline.interaction") / 1e6,
                "million");
        Report.row(
                "lines",
                WarehouseData.number(database, "select count(*) from timeline.purchase_line") / 1e6,
                "million");
    }

    /** Ten kinds of contacts on the first touchpoint, spread over customers and days. */
    private static String contacts(String year) {
        return """
                insert into timeline.interaction_p%s (occurred_at, customer_id, kind, touchpoint_id, source_id, source_key,
                    recorded_at)
                select timestamptz '%s-01-01 00:00+00' + i * 6151::bigint %% 31535999 * interval '1 second',
                    i * 9973::bigint %% ? + 1,
                    (array['message', 'message', 'message', 'open', 'click', 'visit', 'call', 'assistance', 'message',
                        'request'])[i / 7 %% 10 + 1], 1, 1, 'C%s' || i, now()
                from generate_series(1, ?) i
                """.formatted(year, year, year);
    }

    private static void answers(Tiers tiers, TierPreview preview, Warehouse warehouse) {
        Report.row("the tiers, as on the home page", Timing.best(tiers::overview) * 1000, "ms");
        var month = tiers.comparable().getFirst();
        Report.row("who moved in a month", Timing.best(() -> tiers.migration(month, null)) * 1000, "ms");
        var turn = new AtomicLong();
        TierRules held = TierRules.DEFAULT;
        Report.row(
                "preview of another threshold",
                Timing.best(() -> preview.of(new Turn("bench", turn.incrementAndGet()), rules(held.months(), 90)))
                        * 1000,
                "ms");
        Report.row(
                "preview of another window",
                Timing.best(() -> preview.of(new Turn("bench", turn.incrementAndGet()), rules(6, 90))) * 1000,
                "ms");
        Report.row(
                "customers of a tier",
                Timing.best(() -> warehouse.<Integer>query(ask -> ask.fetchCount(METRICS, METRICS.TIER.eq("gold"))))
                        * 1000,
                "ms");
    }

    private static TierRules rules(int months, int highFrom) {
        TierRules held = TierRules.DEFAULT;
        return new TierRules(
                months,
                BigDecimal.ONE,
                highFrom,
                held.goodFrom(),
                held.loyalFrom(),
                held.recencyWeight(),
                held.frequencyWeight(),
                held.tenureWeight(),
                held.regularityWeight(),
                held.frequentOrders(),
                held.tenureDays(),
                held.courtshipDays(),
                held.highLoyal(),
                held.high(),
                held.goodLoyal(),
                held.good(),
                held.littleLoyal(),
                held.little());
    }

    private static void afterABatch(JdbcClient database, Figures figures, Projection projection) {
        var times = new double[7];
        for (int i = 0; i < times.length; i++) {
            long first = (long) i * FACTS_A_SECOND;
            WarehouseData.sell(database, first + 1, first + FACTS_A_SECOND);
            projection.catchUp();
            times[i] = Timing.seconds(figures::catchUp);
        }
        Arrays.sort(times);
        Report.row("figures of 2,000 customers after a batch", times[times.length / 2], "s");
    }

    /** From the commit of a batch to the moment when the figures of its last customer hold it, while ten people ask. */
    private static void freshness(JdbcClient database, Warehouse warehouse) throws InterruptedException {
        var stop = new AtomicBoolean();
        var asked = new AtomicLong();
        for (int person = 0; person < 10; person++) {
            String name = "person " + person;
            Thread.startVirtualThread(() -> Actor.system(name).does(() -> {
                while (!stop.get()) {
                    try {
                        warehouse.<Integer>query(ask -> ask.fetchCount(METRICS, METRICS.TIER.eq("gold")));
                        asked.incrementAndGet();
                        Thread.sleep(Duration.ofMillis(500));
                    } catch (Refusal busy) {
                        // asked again
                    } catch (InterruptedException e) {
                        return stop;
                    }
                }
                return stop;
            }));
        }
        var waits = new double[SECONDS * 4];
        for (int batch = 0; batch < waits.length; batch++) {
            long begin = System.nanoTime();
            long first = 100_000L + batch;
            long customer = first + FACTS_A_SECOND / 4;
            int before = orders(warehouse, customer);
            WarehouseData.sell(database, first + 1, customer);
            long committed = System.nanoTime();
            while (orders(warehouse, customer) == before) {
                Thread.sleep(20);
            }
            waits[batch] = (System.nanoTime() - committed) / 1e9;
            Thread.sleep(Duration.ofMillis(Math.max(0, 250 - (System.nanoTime() - begin) / 1_000_000)));
        }
        stop.set(true);
        Arrays.sort(waits);
        Report.row("questions of ten people meanwhile", (double) asked.get(), "");
        Report.row("fact to figures, median", waits[waits.length / 2], "s");
        Report.row("fact to figures, slowest", waits[waits.length - 1], "s");
    }

    private static int orders(Warehouse warehouse, long customer) {
        return warehouse.query(ask -> ask.select(METRICS.ORDERS)
                .from(METRICS)
                .where(METRICS.CUSTOMER_ID.eq(customer))
                .fetchSingle()
                .value1());
    }

    private FiguresBench() {}
}
