package io.legame.customers;

import io.legame.access.Permission;
import io.legame.access.Role;
import io.legame.platform.MenuItem;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What customers contributes: its permissions and its place in the menu. */
@Configuration(proxyBeanMethods = false)
class CustomersModule {
    @Bean
    Permission customersView() {
        return new Permission(
                "customers:view", Set.of(Role.MARKETING, Role.SHOP, Role.SALES, Role.SUPPORT, Role.ANALYST));
    }

    @Bean
    Permission customersEdit() {
        return new Permission("customers:edit", Set.of(Role.MARKETING, Role.SHOP, Role.SALES, Role.SUPPORT));
    }

    @Bean
    Permission customersExport() {
        return new Permission("customers:export", Set.of(Role.MARKETING));
    }

    @Bean
    MenuItem customersMenu() {
        return new MenuItem("/customers", "customers.title", "customers", "customers:view", 10);
    }
}
