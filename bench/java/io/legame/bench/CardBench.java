package io.legame.bench;

import io.legame.Legame;
import io.legame.customers.CustomerDraft;
import io.legame.customers.CustomerField;
import io.legame.customers.CustomerId;
import io.legame.customers.Customers;
import io.legame.customers.Identity;
import io.legame.insight.CustomerValues;
import io.legame.insight.Projection;
import io.legame.timeline.Channel;
import io.legame.timeline.Entry;
import io.legame.timeline.InteractionDraft;
import io.legame.timeline.Timeline;
import io.legame.timeline.TimelineFilter;
import io.legame.timeline.Touchpoint;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The customer card of somebody with 100,000 interactions against that of somebody with ten, in the same database. */
public final class CardBench {
    private static final int MANY = 100_000;
    private static final int FEW = 10;
    private static final Instant LAST = Instant.parse("2025-12-01T10:00:00Z");

    public static void main(String[] arguments) throws Exception {
        String[] options = Arrays.copyOfRange(arguments, 1, arguments.length);
        options[0] = "--server.port=-1";
        try (var application = SpringApplication.run(Legame.class, options)) {
            var customers = application.getBean(Customers.class);
            var timeline = application.getBean(Timeline.class);
            CustomerId many = customer(customers, "many@bench.example");
            CustomerId few = customer(customers, "few@bench.example");
            record(timeline, many, MANY);
            record(timeline, few, FEW);
            application
                    .getBean(JdbcClient.class)
                    .sql("vacuum analyze timeline.interaction")
                    .update();
            application.getBean(Projection.class).catchUp();
            var values = application.getBean(CustomerValues.class);
            Entry.Cursor deep = timeline.entries(few, TimelineFilter.ALL, null, 30)
                    .getLast()
                    .cursor();
            compare(
                    "first page",
                    () -> timeline.entries(few, TimelineFilter.ALL, null, 30),
                    () -> timeline.entries(many, TimelineFilter.ALL, null, 30));
            compare(
                    "deep page",
                    () -> timeline.entries(few, TimelineFilter.ALL, deep, 30),
                    () -> timeline.entries(
                            many, TimelineFilter.ALL, new Entry.Cursor(LAST.minusSeconds(90_000L * 60), 0), 30));
            var calls = new TimelineFilter(Set.of("call"), Set.of());
            compare(
                    "only the rare kind",
                    () -> timeline.entries(few, calls, null, 30),
                    () -> timeline.entries(many, calls, null, 30));
            compare("value", () -> values.of(few), () -> values.of(many));
        }
    }

    private static CustomerId customer(Customers customers, String email) {
        customers.upsert("bench", List.of(CustomerDraft.of(CustomerField.EMAIL, email)));
        return customers
                .find(List.of(Identity.email(email)))
                .values()
                .iterator()
                .next();
    }

    private static void record(Timeline timeline, CustomerId customer, int count) {
        var place = new Touchpoint("Bench", Channel.ONLINE);
        for (int from = 0; from < count; from += 10_000) {
            timeline.record(
                    "bench",
                    IntStream.range(from, Math.min(count, from + 10_000))
                            .mapToObj(i -> new InteractionDraft(
                                    customer.value() + "-" + i,
                                    customer,
                                    LAST.minusSeconds(i * 60L),
                                    i == count - 1 ? "call" : "visit",
                                    place,
                                    "Visit " + i,
                                    Map.of()))
                            .toList());
        }
    }

    private static void compare(String what, Runnable few, Runnable many) {
        double small = median(few);
        double large = median(many);
        Report.row(what + ", ten", small * 1000, "ms");
        Report.row(what + ", 100,000", large * 1000, "ms");
        Report.row(what + ", 100,000 / ten", large / small, "times");
    }

    private static double median(Runnable work) {
        double[] times = new double[51];
        for (int i = 0; i < times.length; i++) {
            long begin = System.nanoTime();
            work.run();
            times[i] = (System.nanoTime() - begin) / 1e9;
        }
        Arrays.sort(times);
        return times[times.length / 2];
    }
}
