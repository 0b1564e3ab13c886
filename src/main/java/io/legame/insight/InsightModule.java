package io.legame.insight;

import io.legame.access.Permission;
import io.legame.access.Role;
import io.legame.customers.CustomerPanel;
import io.legame.customers.HouseholdContext;
import io.legame.platform.HomePanel;
import io.legame.platform.MenuItem;
import java.util.Set;
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

    @Bean
    HomePanel figuresPanel() {
        return new HomePanel("/insight/home/figures", "insight:view", true, 10);
    }

    @Bean
    HomePanel revenuePanel() {
        return new HomePanel("/insight/home/revenue", "insight:view", true, 20);
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
