package io.legame.timeline;

import static io.legame.timeline.db.Tables.TOUCHPOINT;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.legame.access.MeetingPlaces;
import io.legame.access.Permission;
import io.legame.access.Role;
import io.legame.customers.CustomerPanel;
import io.legame.customers.MergePanel;
import io.legame.platform.MenuItem;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What timeline contributes: its permissions and the main part of the customer card. */
@Configuration(proxyBeanMethods = false)
class TimelineModule {
    @Bean
    Permission timelineView() {
        return new Permission(
                        "timeline:view", Set.of(Role.MARKETING, Role.SHOP, Role.SALES, Role.SUPPORT, Role.ANALYST))
                .withinScope();
    }

    @Bean
    Permission timelineRecord() {
        return new Permission("timeline:record", Set.of(Role.SHOP, Role.SALES, Role.SUPPORT)).withinScope();
    }

    @Bean
    Permission timelineRates() {
        return new Permission("timeline:rates", Set.of(Role.MARKETING)).withinFields();
    }

    @Bean
    MenuItem exchangeRatesMenuItem() {
        return new MenuItem("/timeline/exchange-rates", "timeline.rates", "money", "timeline:rates", 145);
    }

    @Bean
    MeetingPlaces touchpointNames(DSLContext database) {
        return () -> database.select(TOUCHPOINT.NAME)
                .from(TOUCHPOINT)
                .orderBy(TOUCHPOINT.NAME)
                .fetch(TOUCHPOINT.NAME);
    }

    @Bean
    OneTimeTask<Void> unitMeetingsJob(ObjectProvider<Meetings> meetings) {
        return Tasks.oneTime("timeline-unit")
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(Duration.ofSeconds(2)))
                .execute((instance, context) -> meetings.getObject().run(instance.getId()));
    }

    /** A node may be killed between the change of a unit and its job. */
    @Bean
    RecurringTask<Void> allUnitMeetingsJob(ObjectProvider<Meetings> meetings) {
        return Tasks.recurring("timeline-units", Schedules.daily(LocalTime.of(3, 40)))
                .execute((instance, context) -> meetings.getObject().schedule());
    }

    @Bean
    MergePanel sinceMergePanel() {
        return new MergePanel("/timeline/merges/{id}");
    }

    @Bean
    CustomerPanel timelinePanel() {
        return new CustomerPanel("/timeline/customers/{id}", "timeline:view", CustomerPanel.Place.MAIN, 10);
    }
}
