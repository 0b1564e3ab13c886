package io.legame.segments;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.legame.access.Permission;
import io.legame.access.Role;
import io.legame.customers.CustomerPanel;
import io.legame.platform.HomePanel;
import io.legame.platform.MenuItem;
import io.legame.platform.PassingPanel;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What segments contribute: their permissions, their place in the menu and on the home page. */
@Configuration(proxyBeanMethods = false)
class SegmentsModule {
    static final String VIEW = "segments:view";
    static final String EDIT = "segments:edit";
    static final String FILTER = "segments:filter";
    static final String ADMINISTER = "segments:administer";

    @Bean
    Permission segmentsView() {
        return new Permission(VIEW, Set.of(Role.MARKETING, Role.ANALYST, Role.SALES));
    }

    @Bean
    Permission segmentsEdit() {
        return new Permission(EDIT, Set.of(Role.MARKETING, Role.ANALYST));
    }

    /** To see and change what colleagues keep for themselves. */
    @Bean
    Permission segmentsAdminister() {
        return new Permission(ADMINISTER, Set.of());
    }

    /** To choose among the customers of a list, which shows nobody but those whom somebody sees. */
    @Bean
    Permission segmentsFilter() {
        return new Permission(FILTER, Set.of(Role.MARKETING, Role.SHOP, Role.SALES, Role.SUPPORT, Role.ANALYST))
                .withinScope();
    }

    /** Every night: passages that tell nobody anything any more. */
    @Bean
    RecurringTask<Void> oldPassagesJob(ObjectProvider<Passages> passages) {
        return Tasks.recurring("segments-passages", Schedules.daily(LocalTime.of(3, 10)))
                .execute((instance, context) -> passages.getObject().forgetOld());
    }

    @Bean
    RecurringTask<Void> webhooksJob(ObjectProvider<WebhookDelivery> delivery) {
        return Tasks.recurring("segments-webhooks", Schedules.fixedDelay(Duration.ofSeconds(1)))
                .execute((instance, context) -> delivery.getObject().run());
    }

    @Bean
    MenuItem segmentsMenu() {
        return new MenuItem("/segments", "segments.title", "segments", VIEW, 30);
    }

    @Bean
    PassingPanel segmentNotices(ObjectProvider<Alerts> alerts) {
        return () -> alerts.getObject().unseen().isEmpty()
                ? Optional.empty()
                : Optional.of(new HomePanel("/segments/alerts/panel", VIEW, true, 6));
    }

    @Bean
    CustomerPanel segmentsOfCustomer() {
        return new CustomerPanel("/segments/customers/{id}", VIEW, CustomerPanel.Place.SIDE, 20);
    }

    @Bean
    HomePanel segmentsPanel() {
        return new HomePanel("/segments/panel", VIEW, false, 30);
    }
}
