package io.legame.segments;

import io.legame.platform.DataFolder;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Which node keeps the members of segments: each has a warehouse of its own, a little ahead of or behind the others', and
 * two of them would contradict each other for ever. The one that ends is followed by another within seconds.
 */
@Component
class Keeper {
    private static final Duration TERM = Duration.ofSeconds(15);
    private static final Duration RENEWED = Duration.ofSeconds(5);

    private final DSLContext database;
    /** The same after a restart. */
    private final String node;

    private long renewedAt;
    private boolean us;

    Keeper(DSLContext database, DataFolder folder) {
        this.database = database;
        this.node = host() + " " + folder.path();
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "";
        }
    }

    synchronized boolean isUs() {
        if (!us || System.nanoTime() - renewedAt > RENEWED.toNanos()) {
            renewedAt = System.nanoTime();
            us = database.execute("""
                    insert into segments.keeper (node, until) values (?, now() + make_interval(secs => ?))
                    on conflict (one) do update set node = excluded.node, until = excluded.until
                    where keeper.node = excluded.node or keeper.until < now()
                    """, node, TERM.toSeconds()) > 0;
        }
        return us;
    }
}
