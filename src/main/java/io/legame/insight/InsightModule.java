package io.legame.insight;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.legame.access.Permission;
import io.legame.access.Role;
import io.legame.customers.CustomerPanel;
import io.legame.customers.HouseholdContext;
import io.legame.platform.HomePanel;
import io.legame.platform.MenuItem;
import java.time.LocalTime;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What insight contributes: its permissions, its panels on the home page and its place in the menu. */
@Configuration(proxyBeanMethods = false)
class InsightModule {
    @Bean
    HouseholdContext householdValue() {
        return new HouseholdContext("/insight/households", "insight:view");
    }

    @Bean
    Permission insightView() {
        return new Permission("insight:view", Set.of(Role.MARKETING, Role.SHOP, Role.SALES, Role.SUPPORT, Role.ANALYST))
                .withinFields();
    }

    @Bean
    Permission insightCustomers() {
        return new Permission(
                        "insight:customers", Set.of(Role.MARKETING, Role.SHOP, Role.SALES, Role.SUPPORT, Role.ANALYST))
                .withinScope();
    }

    @Bean
    Permission insightOperate() {
        return new Permission("insight:operate", Set.of());
    }

    /** Who may say how customers are looked at, what contacts cost, and whom the company lets go. */
    @Bean
    Permission insightDecide() {
        return new Permission("insight:decide", Set.of(Role.MARKETING));
    }

    @Bean
    CustomerPanel valuePanel() {
        return new CustomerPanel("/insight/customers/{id}", "insight:customers", CustomerPanel.Place.TOP, 10);
    }

    /** Every night, and in the morning again for a node that was off: what is done already is not done twice. */
    @Bean
    RecurringTask<Void> closingJob(ObjectProvider<Closings> closings, ObjectProvider<Falls> falls) {
        return Tasks.recurring("insight-closing", Schedules.daily(LocalTime.of(2, 30), LocalTime.of(7, 0)))
                .execute((instance, context) -> {
                    closings.getObject().close();
                    falls.getObject().notice();
                });
    }

    @Bean
    HomePanel tiersPanel() {
        return new HomePanel("/insight/home/tiers", "insight:view", true, 15);
    }

    @Bean
    MenuItem tiersMenuItem() {
        return new MenuItem("/insight/tiers", "insight.tiers", "diamond", "insight:view", 35);
    }

    @Bean
    CustomerPanel stagePanel() {
        return new CustomerPanel("/insight/customers/{id}/stage", "insight:customers", CustomerPanel.Place.TOP, 11);
    }

    @Bean
    MenuItem costsMenuItem() {
        return new MenuItem("/insight/costs", "insight.costs", "money", "insight:view", 36);
    }

    @Bean
    MenuItem rfmMenuItem() {
        return new MenuItem("/insight/rfm", "insight.rfm", "table", "insight:view", 37);
    }

    @Bean
    HomePanel figuresPanel() {
        return new HomePanel("/insight/home/figures", "insight:view", true, 10);
    }

    @Bean
    HomePanel revenuePanel() {
        return new HomePanel("/insight/home/revenue", "insight:view", true, 20);
    }

    @Bean
    MenuItem lifeCycleMenuItem() {
        return new MenuItem("/insight/life-cycle", "insight.lifeCycle", "refresh", "insight:view", 31);
    }

    @Bean
    MenuItem cohortsMenuItem() {
        return new MenuItem("/insight/cohorts", "insight.cohorts", "repeat", "insight:view", 32);
    }

    @Bean
    MenuItem warehouseMenuItem() {
        return new MenuItem("/insight/warehouse", "insight.warehouse", "database", "insight:operate", 150);
    }
}
