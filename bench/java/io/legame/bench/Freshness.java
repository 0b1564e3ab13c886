package io.legame.bench;

import static io.legame.insight.WarehouseTables.LINE;
import static io.legame.insight.WarehouseTables.METRICS;
import static org.jooq.impl.DSL.sum;

import io.legame.access.Actor;
import io.legame.insight.Warehouse;
import io.legame.platform.Refusal;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 2,000 facts a second, 500 every quarter of a second whether the ones before were seen yet or not, while ten people ask;
 * and how long it takes from the commit of each batch to the moment when an answer holds it.
 */
final class Freshness {
    static final int FACTS_A_SECOND = 2_000;
    static final int BATCHES = 80;
    private static final int A_SECOND = 4;
    private static final int PEOPLE = 10;

    private final JdbcClient database;
    private final Warehouse warehouse;
    private final long firstCustomer;
    private final BlockingQueue<Batch> written = new LinkedBlockingQueue<>();
    private final AtomicLong asked = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();

    /** @param firstCustomer each fact is of another one from here on */
    Freshness(JdbcClient database, Warehouse warehouse, long firstCustomer) {
        this.database = database;
        this.warehouse = warehouse;
        this.firstCustomer = firstCustomer;
    }

    /**
     * @param number of the batch, from 0
     * @param last the id of its last fact
     * @param committed on the clock of {@link System#nanoTime}
     */
    record Batch(int number, long last, long committed) {}

    interface Seen {
        boolean isIn(Batch batch);
    }

    /** The last customer of a batch. */
    long customer(int batch) {
        return firstCustomer + (batch + 1L) * (FACTS_A_SECOND / A_SECOND) - 1;
    }

    /** Prints how long the batches took to be seen. */
    void measure(String what, Seen seen) throws InterruptedException {
        var over = new AtomicBoolean();
        List<Thread> people = ask(over);
        long begin = System.nanoTime();
        Thread writer = Thread.ofPlatform().start(() -> write(begin));
        var waits = new double[BATCHES];
        for (int batch = 0; batch < BATCHES; batch++) {
            Batch next = written.take();
            while (!seen.isIn(next)) {
                Thread.sleep(20);
            }
            waits[batch] = (System.nanoTime() - next.committed()) / 1e9;
        }
        writer.join();
        over.set(true);
        for (Thread person : people) {
            person.join();
        }
        Arrays.sort(waits);
        Report.row("  questions of ten people meanwhile", (double) asked.get(), "");
        Report.row("  of them refused, being too many", (double) refused.get(), "");
        Report.row(what + ", median", waits[BATCHES / 2], "s");
        Report.row(what + ", slowest", waits[BATCHES - 1], "s");
    }

    private void write(long begin) {
        for (int batch = 0; batch < BATCHES; batch++) {
            long due = begin + batch * 1_000_000_000L / A_SECOND;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            long last = WarehouseData.sell(database, customer(batch - 1) + 1, customer(batch));
            written.add(new Batch(batch, last, System.nanoTime()));
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        Report.row("  facts written a second", BATCHES * (double) (FACTS_A_SECOND / A_SECOND) / seconds, "");
    }

    /** Now a number of a page, now a sum over all lines, twice a second each. */
    private List<Thread> ask(AtomicBoolean over) {
        var people = new ArrayList<Thread>();
        for (int person = 0; person < PEOPLE; person++) {
            boolean heavy = person % 2 == 0;
            people.add(Thread.ofVirtual()
                    .start(() -> Actor.system("person").does(() -> {
                        while (!over.get()) {
                            question(heavy);
                            LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
                        }
                        return over;
                    })));
        }
        return people;
    }

    private void question(boolean heavy) {
        try {
            if (heavy) {
                warehouse.<BigDecimal>query(ask ->
                        ask.select(sum(LINE.AMOUNT)).from(LINE).fetchSingle().value1());
            } else {
                warehouse.<Integer>query(ask -> ask.fetchCount(METRICS, METRICS.TIER.eq("gold")));
            }
            asked.incrementAndGet();
        } catch (Refusal busy) {
            refused.incrementAndGet();
        }
    }
}
