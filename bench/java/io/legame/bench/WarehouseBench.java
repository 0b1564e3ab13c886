package io.legame.bench;

import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.sum;

import io.legame.Legame;
import io.legame.access.Actor;
import io.legame.customers.CustomerId;
import io.legame.insight.CompanyFigures;
import io.legame.insight.CustomerValues;
import io.legame.insight.Projection;
import io.legame.insight.Reconciliation;
import io.legame.insight.Warehouse;
import io.legame.insight.WarehouseTables;
import io.legame.platform.Refusal;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The warehouse's first load, its freshness while facts arrive, and its answers. Arguments: customers, lines, and options
 * of Legame such as {@code --legame.data-folder=…}; a database that holds customers already is taken as it is.
 */
public final class WarehouseBench {
    public static void main(String[] arguments) throws Exception {
        int customers = Integer.parseInt(arguments[0]);
        int lines = Integer.parseInt(arguments[1]);
        String[] options = Arrays.copyOfRange(arguments, 1, arguments.length);
        options[0] = "--server.port=-1";
        try (var application = SpringApplication.run(Legame.class, options)) {
            var dataSource = application.getBean(DataSource.class);
            var database = JdbcClient.create(dataSource);
            if (WarehouseData.number(database, "select count(*) from customers.customer") == 0) {
                try (var connection = dataSource.getConnection()) {
                    new WarehouseData(customers, lines).generate(connection);
                }
            }
            long rows = WarehouseData.number(database, "select count(*) from timeline.purchase_line");
            var projection = application.getBean(Projection.class);
            double load = Timing.seconds(projection::rebuild);
            Report.row("first load", load, "s");
            Report.row("first load, lines", rows / load / 1000, "thousand/s");
            Report.row("reconcile", Timing.seconds(application.getBean(Reconciliation.class)::run), "s");
            answers(application.getBean(Warehouse.class));
            var values = application.getBean(CustomerValues.class);
            Report.row("customer value", Timing.best(() -> values.of(new CustomerId(4711))) * 1000, "ms");
            var figures = application.getBean(CompanyFigures.class);
            Report.row("home, headline", Timing.best(figures::headline) * 1000, "ms");
            Report.row("home, months", Timing.best(figures::months) * 1000, "ms");
            Report.row("idle step", Timing.best(projection::catchUp) * 1000, "ms");
            freshness(database, application.getBean(Warehouse.class));
            besideLongQuestions(application.getBean(Warehouse.class));
        }
    }

    private static void answers(Warehouse warehouse) {
        var line = WarehouseTables.LINE;
        Report.row(
                "revenue of everybody",
                Timing.best(() -> warehouse.query(
                                ask -> ask.select(sum(line.AMOUNT)).from(line).fetch()))
                        * 1000,
                "ms");
        Report.row(
                "buyers on-line of a category",
                Timing.best(() -> warehouse.query(ask -> ask.select(countDistinct(line.CUSTOMER_ID))
                                .from(line)
                                .where(
                                        line.KIND.eq("purchase"),
                                        line.CHANNEL.eq("online"),
                                        line.CATEGORY.eq("Category 7"))
                                .fetch()))
                        * 1000,
                "ms");
    }

    /** A quick question alone, and beside six people whose questions take long. */
    private static void besideLongQuestions(Warehouse warehouse) throws InterruptedException {
        Runnable quick = () -> warehouse.<Integer>query(
                ask -> ask.fetchCount(WarehouseTables.LINE, WarehouseTables.LINE.CUSTOMER_ID.eq(4_711L)));
        double alone = median(quick);
        var stop = new AtomicBoolean();
        var line = WarehouseTables.LINE.as("a");
        var other = WarehouseTables.LINE.as("b");
        for (int person = 0; person < 6; person++) {
            String name = "person " + person;
            Thread.startVirtualThread(() -> Actor.system(name).does(() -> {
                while (!stop.get()) {
                    try {
                        warehouse.<Integer>query(
                                ask -> ask.fetchCount(line.join(other).on(line.AMOUNT.lt(other.AMOUNT))));
                    } catch (Refusal refusal) {
                        // too long: the next one
                    }
                }
                return stop;
            }));
        }
        Thread.sleep(Duration.ofSeconds(3));
        double beside = median(quick);
        stop.set(true);
        Report.row("a customer's lines, alone", alone * 1000, "ms");
        Report.row("the same beside 6 long questions", beside * 1000, "ms");
        Report.row("  beside / alone", beside / alone, "");
    }

    private static double median(Runnable question) {
        var times = new double[41];
        Arrays.setAll(times, time -> Timing.seconds(question));
        Arrays.sort(times);
        return times[times.length / 2];
    }

    /** While facts keep coming. */
    private static void freshness(JdbcClient database, Warehouse warehouse) throws InterruptedException {
        var table = WarehouseTables.INTERACTION;
        new Freshness(database, warehouse, 1)
                .measure(
                        "fact to answer",
                        batch -> warehouse.<Long>query(ask -> ask.select(max(table.ID))
                                        .from(table)
                                        .fetchSingle()
                                        .value1())
                                >= batch.last());
    }
}
