package io.legame.duplicates;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.legame.access.Permission;
import io.legame.access.Role;
import io.legame.customers.MergeContext;
import io.legame.platform.MenuItem;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What duplicates contributes: its permissions, its jobs and its place in the menu. */
@Configuration(proxyBeanMethods = false)
class DuplicatesModule {
    private static final String AUTOMATIC_MERGE = "duplicates-automatic-merge";

    @Bean
    Permission duplicatesReview() {
        return new Permission("duplicates:review", Set.of(Role.MARKETING, Role.SALES, Role.SUPPORT));
    }

    @Bean
    Permission duplicatesScan() {
        return new Permission("duplicates:scan", Set.of(Role.MARKETING));
    }

    @Bean
    MenuItem duplicatesMenu() {
        return new MenuItem("/duplicates", "duplicates.title", "merge", "duplicates:review", 46);
    }

    @Bean
    MergeContext whyDuplicates() {
        return new MergeContext("/duplicates/why", "duplicates:review");
    }

    @Bean
    OneTimeTask<Void> scanJob(ScanRun run) {
        return Tasks.oneTime("duplicates-scan")
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(Duration.ofSeconds(2)))
                .execute((instance, context) -> run.run(new ScanId(Long.parseLong(instance.getId()))));
    }

    @Bean
    CustomTask<Void> automaticMergeJob(AutomaticMergeRun run) {
        return Tasks.custom(AUTOMATIC_MERGE, Void.class)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(Duration.ofSeconds(2)))
                .execute((instance, context) -> {
                    var id = new AutomaticMergeId(Long.parseLong(instance.getId()));
                    run.run(id);
                    return (complete, operations) -> {
                        operations.remove();
                        // it was to be taken back between its end and the end of its job, which was in the way
                        if (run.isWaiting(id)) {
                            context.getSchedulerClient()
                                    .scheduleIfNotExists(
                                            new TaskInstance<>(AUTOMATIC_MERGE, instance.getId()), Instant.EPOCH);
                        }
                    };
                });
    }
}
