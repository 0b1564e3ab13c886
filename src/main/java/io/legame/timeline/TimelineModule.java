package io.legame.timeline;

import io.legame.access.Permission;
import io.legame.access.Role;
import io.legame.customers.CustomerPanel;
import io.legame.customers.MergePanel;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What timeline contributes: its permissions and the main part of the customer card. */
@Configuration(proxyBeanMethods = false)
class TimelineModule {
    @Bean
    Permission timelineView() {
        return new Permission(
                "timeline:view", Set.of(Role.MARKETING, Role.SHOP, Role.SALES, Role.SUPPORT, Role.ANALYST));
    }

    @Bean
    Permission timelineRecord() {
        return new Permission("timeline:record", Set.of(Role.SHOP, Role.SALES, Role.SUPPORT));
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
