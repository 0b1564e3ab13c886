package io.legame.sample;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.legame.customers.Customers;
import io.legame.platform.FirstSteps;
import io.legame.platform.HomePanel;
import io.legame.platform.MenuItem;
import io.legame.platform.PassingPanel;
import java.time.Duration;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the sample shop contributes: its job, its place in the menu and on the home page. */
@Configuration(proxyBeanMethods = false)
class SampleModule {
    /** Who may bring in files may bring in the sample. */
    private static final String PERMISSION = "intake:run";

    @Bean
    OneTimeTask<Void> sampleShopJob(SampleJob job) {
        return Tasks.oneTime("sample-shop")
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(Duration.ofSeconds(2)))
                .execute((instance, context) -> job.run());
    }

    @Bean
    MenuItem sampleMenuItem() {
        return new MenuItem("/sample", "sample.title", "sample", PERMISSION, 150);
    }

    @Bean
    PassingPanel sampleNotice(SampleShop shop) {
        return () -> shop.state().present()
                ? Optional.of(new HomePanel("/sample/notice", PERMISSION, true, -1))
                : Optional.empty();
    }

    /** The home page helps to begin while there is nobody to look at. */
    @Bean
    FirstSteps firstStepsWithoutCustomers(Customers customers, SampleShop shop) {
        return () -> !shop.state().present() && customers.count().all() == 0;
    }
}
