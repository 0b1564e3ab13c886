package io.legame.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/** Somebody who may do everything is signed in, except at the pages for strangers. */
@TestConfiguration(proxyBeanMethods = false)
class SpecimenSecurity {
    @Bean
    @Order(0)
    SecurityFilterChain everybodyIsGiulia(HttpSecurity http) {
        http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .requestCache(cache -> cache.disable())
                .headers(headers -> headers.cacheControl(cache -> cache.disable())
                        .contentSecurityPolicy(policy -> policy.policyDirectives("default-src 'self'")))
                .addFilterBefore(new SignedIn(), AnonymousAuthenticationFilter.class);
        return http.build();
    }

    @Bean
    MenuItem customers() {
        return new MenuItem("/specimen", "platform.palette.customers", "customers", "", 10);
    }

    @Bean
    MenuItem segments() {
        return new MenuItem("/specimen/bare", "Segments", "segments", "", 20);
    }

    @Bean
    MenuItem intake() {
        return new MenuItem("/intake", "Import", "intake", "", 30);
    }

    @Bean
    MenuItem users() {
        return new MenuItem("/access/users", "Users", "users", "", 110);
    }

    @Bean
    HomePanel panel() {
        return new HomePanel("/specimen/panel", "", false, 1);
    }

    private static final class SignedIn extends OncePerRequestFilter {
        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            if (!request.getRequestURI().equals("/specimen/bare")) {
                var all = AuthorityUtils.createAuthorityList(List.of("customers:view", "intake:run"));
                SecurityContextHolder.getContext()
                        .setAuthentication(new UsernamePasswordAuthenticationToken("Giulia Ferri", null, all));
            }
            chain.doFilter(request, response);
        }
    }
}
