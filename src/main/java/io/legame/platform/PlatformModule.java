package io.legame.platform;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the platform itself brings to the menu. */
@Configuration(proxyBeanMethods = false)
class PlatformModule {
    @Bean
    MenuItem homeMenuItem() {
        return new MenuItem("/", "platform.home", "home", "", 0);
    }
}
