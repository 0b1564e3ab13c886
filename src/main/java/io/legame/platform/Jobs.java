package io.legame.platform;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.OnStartup;
import com.github.kagkarlsson.scheduler.task.Task;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;

/**
 * Background work, on db-scheduler: a module contributes its {@link Task}s as beans. A job's position lives in the
 * module's own tables, so a job whose node was killed is taken up by any node a few seconds later.
 */
@Configuration(proxyBeanMethods = false)
class Jobs {
    /** A node is given up after this many missed heartbeats: six seconds. */
    private static final int MISSED_HEARTBEATS = 4;

    private static final Duration HEARTBEAT = Duration.ofMillis(1500);

    @Bean(destroyMethod = "stop")
    Scheduler scheduler(DataSource dataSource, List<Task<?>> tasks) {
        return Scheduler.create(
                        dataSource,
                        tasks.stream()
                                .filter(task -> !(task instanceof OnStartup))
                                .toList())
                .startTasks(recurring(tasks))
                .tableName("platform.scheduled_task")
                .threads(4)
                .pollingInterval(Duration.ofSeconds(1))
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(Duration.ofSeconds(10))
                .enableImmediateExecution()
                .build();
    }

    /** Those that begin by themselves; the builder wants them apart and knows their type only by both its sides. */
    @SuppressWarnings("unchecked")
    private static <T extends Task<?> & OnStartup> List<T> recurring(List<Task<?>> tasks) {
        return tasks.stream()
                .filter(OnStartup.class::isInstance)
                .map(task -> (T) task)
                .toList();
    }

    @Bean
    Start jobsStart(Scheduler scheduler) {
        return new Start(scheduler);
    }

    record Start(Scheduler scheduler) {
        @EventListener(ApplicationReadyEvent.class)
        @Order(0) // before it is said that all is ready
        void start() {
            scheduler.start();
        }
    }
}
