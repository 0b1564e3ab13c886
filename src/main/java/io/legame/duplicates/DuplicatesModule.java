package io.legame.duplicates;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.legame.access.Permission;
import io.legame.access.Role;
import io.legame.platform.MenuItem;
import java.time.Duration;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What duplicates contributes: its permissions, its jobs and its place in the menu. */
@Configuration(proxyBeanMethods = false)
class DuplicatesModule {
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
    OneTimeTask<Void> scanJob(ScanRun run) {
        return Tasks.oneTime("duplicates-scan")
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(Duration.ofSeconds(2)))
                .execute((instance, context) -> run.run(new ScanId(Long.parseLong(instance.getId()))));
    }
}
