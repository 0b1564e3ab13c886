package io.legame.insight;

import io.legame.platform.Refusal;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/** Takes a step after the other on a thread of its own, for as long as the application runs, and rests between them. */
public abstract class WarehouseLoop {
    private static final Logger LOG = LoggerFactory.getLogger(WarehouseLoop.class);
    private static final Duration INTERVAL = Duration.ofMillis(300);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);
    private static final Duration AFTER_MANY_FAILURES = Duration.ofSeconds(30);

    /** What is said when a step fails, with a place for the reason. */
    private final String complaint;

    private final Activity activity;
    private final Thread thread;
    private volatile boolean stopped;
    private @Nullable String failure;
    private int failures;

    protected WarehouseLoop(String name, String complaint, Warehouse warehouse) {
        this.complaint = complaint;
        this.activity = warehouse.activity();
        this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
    }

    /** Returns how many times as long as the step took is rested, so that it takes no more than its share of the machine. */
    protected abstract int step();

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
                Thread.sleep(rest());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Takes a step and returns how long to rest after it. */
    private Duration rest() {
        long begin = System.nanoTime();
        try {
            int times = step();
            failure = null;
            failures = 0;
            Duration rest = Duration.ofNanos(System.nanoTime() - begin).multipliedBy(times);
            return rest.compareTo(INTERVAL) > 0 ? rest : INTERVAL;
        } catch (Refusal e) {
            // it is being built at somebody's wish, or for the first time
            return AFTER_FAILURE;
        } catch (RuntimeException e) {
            return afterFailure(e);
        }
    }

    private Duration afterFailure(RuntimeException e) {
        // said once, not at every attempt
        String message = String.valueOf(e.getMessage());
        if (!stopped && !message.equals(failure)) {
            LOG.warn(complaint, message);
            LOG.debug("", e);
            activity.failed(e);
        }
        failure = message;
        failures++;
        Duration rest = AFTER_FAILURE.multipliedBy(failures);
        return rest.compareTo(AFTER_MANY_FAILURES) > 0 ? AFTER_MANY_FAILURES : rest;
    }
}
