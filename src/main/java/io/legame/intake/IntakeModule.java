package io.legame.intake;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.legame.access.Permission;
import io.legame.access.Role;
import io.legame.platform.HomePanel;
import io.legame.platform.MenuItem;
import java.time.Duration;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the intake contributes to the whole. */
@Configuration(proxyBeanMethods = false)
class IntakeModule {
    @Bean
    OneTimeTask<Void> importJob(ImportRun run) {
        return Tasks.oneTime("import")
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(Duration.ofSeconds(2)))
                .execute((instance, context) -> run.run(new ImportId(Long.parseLong(instance.getId()))));
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
