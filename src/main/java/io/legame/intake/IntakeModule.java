package io.legame.intake;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.legame.access.Permission;
import io.legame.access.Role;
import io.legame.platform.HomePanel;
import io.legame.platform.LegameProperties;
import io.legame.platform.MenuItem;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the intake contributes to the whole. */
@Configuration(proxyBeanMethods = false)
class IntakeModule {
    private static final String IMPORT = "import";

    @Bean
    CustomTask<Void> importJob(ImportRun run, ObjectProvider<InboxTurns> turns) {
        return Tasks.custom(IMPORT, Void.class)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(Duration.ofSeconds(2)))
                .execute((instance, context) -> {
                    var id = new ImportId(Long.parseLong(instance.getId()));
                    run.run(id);
                    turns.getObject().importEnded();
                    return (complete, operations) -> {
                        operations.remove();
                        // it was let go on between its end and the end of its job, which was in the way
                        if (run.isWaiting(id)) {
                            context.getSchedulerClient()
                                    .scheduleIfNotExists(new TaskInstance<>(IMPORT, instance.getId()), Instant.EPOCH);
                        }
                    };
                });
    }

    @Bean
    RecurringTask<Void> inboxJob(ObjectProvider<Inbox> inbox, LegameProperties properties) {
        return Tasks.recurring("intake-inbox", FixedDelay.of(properties.inboxEvery()))
                .execute((instance, context) -> inbox.getObject().look());
    }

    @Bean
    Permission seeImports() {
        return new Permission("intake:view", Set.of(Role.MARKETING, Role.ANALYST));
    }

    @Bean
    Permission runImports() {
        return new Permission("intake:run", Set.of(Role.MARKETING));
    }

    @Bean
    MenuItem importsMenuItem() {
        return new MenuItem("/intake", "intake.menu", "intake", "intake:view", 50);
    }

    @Bean
    HomePanel latestImports() {
        return new HomePanel("/intake/latest", "intake:view", false, 50);
    }
}
