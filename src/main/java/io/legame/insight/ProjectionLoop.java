package io.legame.insight;

import io.legame.platform.Refusal;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lets the projection of this node take a step, and another, for as long as the application runs. */
@Component
class ProjectionLoop {
    private static final Logger LOG = LoggerFactory.getLogger(ProjectionLoop.class);
    private static final Duration INTERVAL = Duration.ofMillis(300);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);
    private static final Duration AFTER_MANY_FAILURES = Duration.ofSeconds(30);
    /** A step that takes long may not take more than this share of the machine's time. */
    private static final int REST = 2;

    private final Projection projection;
    private final Activity activity;
    private final Thread thread;
    private volatile boolean stopped;
    private @Nullable String failure;
    private int failures;

    ProjectionLoop(Projection projection, Warehouse warehouse) {
        this.projection = projection;
        this.activity = warehouse.activity();
        this.thread = Thread.ofPlatform().daemon().name("projection").unstarted(this::run);
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        thread.start();
    }

    @PreDestroy
    void stop() throws InterruptedException {
        stopped = true;
        if (thread.isAlive()) {
            thread.interrupt();
            thread.join(Duration.ofSeconds(10));
        }
    }

    private void run() {
        while (!stopped) {
            try {
                Thread.sleep(step());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Returns how long to rest. */
    private Duration step() {
        long begin = System.nanoTime();
        try {
            projection.catchUp();
            failure = null;
            failures = 0;
        } catch (Refusal e) {
            // it is being built at somebody's wish
            return AFTER_FAILURE;
        } catch (RuntimeException e) {
            // said once, not three times a second
            String message = String.valueOf(e.getMessage());
            if (!stopped && !message.equals(failure)) {
                LOG.warn("The warehouse cannot follow the database and will try again: {}", message);
                LOG.debug("", e);
                activity.failed(e);
            }
            failure = message;
            failures++;
            Duration rest = AFTER_FAILURE.multipliedBy(failures);
            return rest.compareTo(AFTER_MANY_FAILURES) > 0 ? AFTER_MANY_FAILURES : rest;
        }
        Duration taken = Duration.ofNanos(System.nanoTime() - begin).multipliedBy(REST);
        return taken.compareTo(INTERVAL) > 0 ? taken : INTERVAL;
    }
}
