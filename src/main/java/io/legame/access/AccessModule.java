package io.legame.access;

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
}
