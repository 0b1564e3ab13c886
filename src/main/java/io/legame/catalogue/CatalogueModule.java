package io.legame.catalogue;

import io.legame.access.Permission;
import io.legame.access.Role;
import io.legame.platform.MenuItem;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What catalogue contributes: its permission and its place in the menu. */
@Configuration(proxyBeanMethods = false)
class CatalogueModule {
    @Bean
    Permission catalogueView() {
        return new Permission(
                        "catalogue:view", Set.of(Role.MARKETING, Role.SHOP, Role.SALES, Role.SUPPORT, Role.ANALYST))
                .withinScope();
    }

    @Bean
    MenuItem catalogueMenu() {
        return new MenuItem("/catalogue", "catalogue.title", "products", "catalogue:view", 40);
    }
}
