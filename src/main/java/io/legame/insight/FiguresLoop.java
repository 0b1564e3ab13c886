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

/** Lets the figures of this node take a step, and another, for as long as the application runs. */
@Component
class FiguresLoop {
    private static final Logger LOG = LoggerFactory.getLogger(FiguresLoop.class);
    private static final Duration INTERVAL = Duration.ofMillis(300);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);
    /** A step rests twice as long as it took; one for very many customers, as while a file comes in, longer. */
    private static final int REST = 2;

    private static final int LONG_REST = 9;
    private static final int MANY = 20_000;

    private final Figures figures;
    private final Thread thread;
    private volatile boolean stopped;
    private @Nullable String failure;

    FiguresLoop(Figures figures) {
        this.figures = figures;
        this.thread = Thread.ofPlatform().daemon().name("figures").unstarted(this::run);
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
            long customers = figures.step().customers();
            failure = null;
            Duration rest =
                    Duration.ofNanos(System.nanoTime() - begin).multipliedBy(customers > MANY ? LONG_REST : REST);
            return rest.compareTo(INTERVAL) > 0 ? rest : INTERVAL;
        } catch (Refusal e) {
            // the warehouse is built for the first time
            return AFTER_FAILURE;
        } catch (RuntimeException e) {
            // said once, not at every attempt
            String message = String.valueOf(e.getMessage());
            if (!stopped && !message.equals(failure)) {
                LOG.warn("The customers' figures cannot be computed and will be tried again: {}", message);
                LOG.debug("", e);
            }
            failure = message;
            return AFTER_FAILURE;
        }
    }
}
