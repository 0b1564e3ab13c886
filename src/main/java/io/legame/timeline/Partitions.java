package io.legame.timeline;

import java.time.InstantSource;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The yearly partitions of the facts, made when the first fact of a year comes, and ahead for the years around today. */
@Component
class Partitions {
    private static final long LOCK = 0x4C65_67616D67L;
    private static final int YEARS_BACK = 5;

    private final DSLContext database;
    private final InstantSource clock;
    private final Set<Integer> known = ConcurrentHashMap.newKeySet();

    Partitions(DSLContext database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Ahead of need, because making one in the middle of a transaction holds up the others. */
    @EventListener(ApplicationReadyEvent.class)
    void prepare() {
        int year = Year.from(clock.instant().atOffset(ZoneOffset.UTC)).getValue();
        database.transaction(transaction -> create(
                transaction.dsl(),
                IntStream.rangeClosed(year - YEARS_BACK, year + 1).boxed().toList()));
    }

    /** Makes sure that facts of the years (in UTC) have their place. In the caller's transaction. */
    void ensure(Collection<Integer> years) {
        if (!known.containsAll(years)) {
            create(database, years);
        }
    }

    private void create(DSLContext inside, Collection<Integer> years) {
        inside.execute("select pg_advisory_xact_lock(?)", LOCK);
        Set<String> existing =
                Set.copyOf(inside.resultQuery("select tablename from pg_tables where schemaname = 'timeline'")
                        .fetch(0, String.class));
        for (int year : years) {
            for (String table : new String[] {"interaction", "purchase_line"}) {
                String partition = table + "_p" + year;
                if (!existing.contains(partition)) {
                    inside.execute("create table timeline.%s partition of timeline.%s for values from ('%s') to ('%s')"
                            .formatted(partition, table, begin(year), begin(year + 1)));
                }
            }
        }
        // remembered only if they were there before: what we made may yet be rolled back
        years.stream()
                .filter(year -> existing.contains("purchase_line_p" + year))
                .forEach(known::add);
    }

    private static String begin(int year) {
        return "%04d-01-01 00:00:00+00".formatted(year);
    }
}
