package io.legame.bench;

import io.legame.Legame;
import io.legame.duplicates.AutomaticMerge;
import io.legame.duplicates.AutomaticMerges;
import io.legame.duplicates.Duplicates;
import io.legame.duplicates.Scan;
import io.legame.insight.Projection;
import io.legame.matching.SimulatedPeople;
import io.legame.matching.Subject;
import io.legame.platform.BulkCopy;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import org.jooq.DSLContext;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Simulated people, one in twenty twice, as customers: read from PostgreSQL, compared, and the proposals written, as the
 * page does it; then sure proposals merged for some seconds. Arguments: customers, and options of Legame.
 */
public final class DuplicatesBench {
    private static final double SECONDS_OF_A_MILLION = 60;
    private static final int COPIES_PERCENT = 5;
    private static final double SURE = 0.999;
    private static final int MERGING_SECONDS = 20;

    private DuplicatesBench() {}

    public static void main(String[] arguments) throws Exception {
        int count = Integer.parseInt(arguments[0]);
        String[] options = Arrays.copyOfRange(arguments, 1, arguments.length);
        try (var application = SpringApplication.run(Legame.class, options)) {
            generate(application, count);
            application.getBean(Projection.class).catchUp();
            scan(application.getBean(Duplicates.class), count);
            merge(application.getBean(AutomaticMerges.class));
        }
    }

    private static void generate(ConfigurableApplicationContext application, int count) {
        var database = application.getBean(DSLContext.class);
        application.getBean(TransactionTemplate.class).executeWithoutResult(status -> {
            BulkCopy.into(
                    database,
                    "customers.customer (id, given_name, family_name, birth_date, email, phone, street, postcode, town,"
                            + " province, country, sort_name, keyed, source, created_at, updated_at)",
                    copy -> new SimulatedPeople(1).generate(count, COPIES_PERCENT, (subject, person) -> {
                        try {
                            write(copy, subject);
                        } catch (SQLException e) {
                            throw new IllegalStateException(e);
                        }
                    }));
            // who has an address first owns it
            database.execute("""
                    insert into customers.identity (kind, value, customer_id, since)
                    select distinct on (email) 'email', email, id, now() from customers.customer
                    where email is not null order by email, id
                    """);
        });
        database.execute("vacuum analyze customers.customer, customers.identity");
    }

    private static void write(BulkCopy copy, Subject person) throws SQLException {
        copy.value(person.id())
                .value(person.givenName())
                .value(person.familyName())
                .value(person.birthDate())
                .value(person.emails().isEmpty() ? null : person.emails().getFirst())
                .value(person.phones().isEmpty() ? null : person.phones().getFirst())
                .value(person.street())
                .value(person.postcode())
                .value(person.town())
                .value(person.province())
                .value("IT")
                .value((person.familyName() + " " + person.givenName()).toLowerCase(Locale.ROOT))
                .value("true")
                .value("bench")
                .time(Instant.EPOCH)
                .time(Instant.EPOCH);
        copy.endRow();
    }

    private static void scan(Duplicates duplicates, int count) throws InterruptedException {
        System.gc();
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
        long begin = System.nanoTime();
        Scan scan = duplicates.start();
        Scan.Phase phase = scan.phase();
        while (scan.state() == Scan.State.RUNNING) {
            Thread.sleep(50);
            scan = duplicates.scan(scan.id());
            if (scan.phase() != phase) {
                Report.row("until it was " + scan.phase().code(), (System.nanoTime() - begin) / 1e9, "s");
                phase = scan.phase();
            }
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        Report.row("customers", (double) scan.customers(), "");
        Report.row("proposals", (double) scan.proposals(), "");
        Report.row("pairs with why", (double) scan.pairs(), "");
        Report.row("read, compared, written", seconds, "s");
        Report.row("peak heap", peakHeap(), "MB");
        Report.atMost(
                "share of a minute for a million", seconds / (SECONDS_OF_A_MILLION * Math.max(0.1, count / 1e6)), 1);
    }

    private static double peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                / 1e6;
    }

    private static void merge(AutomaticMerges merges) throws InterruptedException {
        AutomaticMerge what = merges.start(SURE);
        Thread.sleep(MERGING_SECONDS * 1000L);
        what = merges.get(what.id());
        if (what.state().running()) {
            merges.stop(what.id());
        }
        Report.row("automatic merges", (double) what.outcome().merged() / MERGING_SECONDS, "a second");
    }
}
