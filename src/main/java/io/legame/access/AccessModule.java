package io.legame.access;

import io.legame.platform.MenuItem;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What access contributes: its permissions and its places in the menu. */
@Configuration(proxyBeanMethods = false)
class AccessModule {
    @Bean
    Permission accessManage() {
        return new Permission("access:manage", Set.of());
    }

    @Bean
    Permission accessAudit() {
        return new Permission("access:audit", Set.of());
    }

    @Bean
    Permission companyManage() {
        return new Permission("company:manage", Set.of());
    }

    @Bean
    MenuItem usersMenuItem() {
        return new MenuItem("/access/users", "access.users", "access", "access:manage", 110);
    }

    @Bean
    MenuItem unitsMenuItem() {
        return new MenuItem("/access/units", "access.units", "shop", "access:manage", 115);
    }

    @Bean
    MenuItem tokensMenuItem() {
        return new MenuItem("/access/tokens", "access.tokens", "tokens", "access:manage", 120);
    }

    @Bean
    MenuItem auditMenuItem() {
        return new MenuItem("/access/audit", "access.audit", "audit", "access:audit", 130);
    }

    @Bean
    MenuItem companyMenuItem() {
        return new MenuItem("/access/company", "access.company", "company", "company:manage", 140);
    }
}
