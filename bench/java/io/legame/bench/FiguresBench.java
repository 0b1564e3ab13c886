package io.legame.bench;

import static io.legame.insight.WarehouseTables.METRICS;

import io.legame.Legame;
import io.legame.customers.CustomerId;
import io.legame.insight.CustomerValues;
import io.legame.insight.Figures;
import io.legame.insight.Projection;
import io.legame.insight.TierPreview;
import io.legame.insight.TierRules;
import io.legame.insight.Tiers;
import io.legame.insight.Turn;
import io.legame.insight.Warehouse;
import java.math.BigDecimal;
import java.util.Arrays;
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
    private static final int BATCH = 2_000;

    public static void main(String[] arguments) throws Exception {
        int customers = Integer.parseInt(arguments[0]);
        int lines = Integer.parseInt(arguments[1]);
        String[] options = Arrays.copyOfRange(arguments, 1, arguments.length);
        options[0] = "--server.port=-1";
        try (var application = SpringApplication.run(Legame.class, options)) {
            var dataSource = application.getBean(DataSource.class);
            var database = JdbcClient.create(dataSource);
            WarehouseData.prepare(dataSource, customers, lines);
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
            long first = (long) i * BATCH;
            WarehouseData.sell(database, first + 1, first + BATCH);
            projection.catchUp();
            times[i] = Timing.seconds(figures::catchUp);
        }
        Arrays.sort(times);
        Report.row("figures of 2,000 customers after a batch", times[times.length / 2], "s");
    }

    /** While facts keep coming: those of each batch are of other customers. */
    private static void freshness(JdbcClient database, Warehouse warehouse) throws InterruptedException {
        var freshness = new Freshness(database, warehouse, 100_001);
        var before = new int[Freshness.BATCHES];
        Arrays.setAll(before, batch -> orders(warehouse, freshness.customer(batch)));
        freshness.measure(
                "fact to figures",
                batch -> orders(warehouse, freshness.customer(batch.number())) > before[batch.number()]);
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
