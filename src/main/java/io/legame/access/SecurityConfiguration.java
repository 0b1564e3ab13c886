package io.legame.access;

import jakarta.servlet.DispatcherType;
import org.springframework.aop.Advisor;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.authorization.method.AuthorizationManagerBeforeMethodInterceptor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Three doors: the pages (a session, CSRF tokens), the API (bearer tokens, never a session), and the API's description
 * (either of them, reading only).
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    private static final String CONTENT_SECURITY_POLICY = "default-src 'self'; img-src 'self' data:; "
            + "frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'";

    /** Reached without signing in. */
    private static final String[] OPEN = {
        "/assets/**", "/favicon.ico", "/sign-in", "/welcome", "/language", "/theme", "/actuator/health"
    };

    @Bean
    @Order(1)
    SecurityFilterChain openApiDoor(
            HttpSecurity http,
            SessionAccounts sessions,
            ApiTokens tokens,
            Permissions permissions,
            ApiRefusals refusals) {
        http.securityMatcher("/api/openapi.json");
        return api(http, sessions, new BearerTokens(tokens, permissions), refusals);
    }

    @Bean
    @Order(2)
    SecurityFilterChain api(HttpSecurity http, ApiTokens tokens, Permissions permissions, ApiRefusals refusals) {
        http.securityMatcher("/api/**");
        return api(http, new NullSecurityContextRepository(), new BearerTokens(tokens, permissions), refusals);
    }

    private static SecurityFilterChain api(
            HttpSecurity http, SecurityContextRepository repository, BearerTokens tokens, ApiRefusals refusals) {
        common(http);
        http.csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .securityContext(context -> context.securityContextRepository(repository))
                .addFilterBefore(tokens, AnonymousAuthenticationFilter.class)
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .anyRequest()
                        .authenticated());
        return http.build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain pages(
            HttpSecurity http, SessionAccounts sessions, CsrfTokenRepository csrfTokens, PageRefusals refusals) {
        common(http);
        http.csrf(csrf -> csrf.csrfTokenRepository(csrfTokens))
                .sessionManagement(AbstractHttpConfigurer::disable)
                .securityContext(context -> context.securityContextRepository(sessions))
                .addFilterBefore(new NoUploadsOfStrangers(refusals), CsrfFilter.class)
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers(OPEN)
                        .permitAll()
                        .anyRequest()
                        .authenticated());
        return http.build();
    }

    private static void common(HttpSecurity http) {
        http.formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(SecurityConfiguration::headers);
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        // assets are kept for a year; pages say no-store themselves
        headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                        policy -> policy.policy("camera=(), microphone=(), geolocation=(), payment=(), usb=()"));
    }

    /**
     * The token travels in a cookie that scripts cannot read and comes back in the form or in a header that the page
     * wrote: no session, so no row, for everybody who only looks at the sign-in page.
     */
    @Bean
    CsrfTokenRepository csrfTokens() {
        var cookie = new CookieCsrfTokenRepository();
        cookie.setCookieName("legame-csrf");
        cookie.setHeaderName("X-CSRF-TOKEN");
        cookie.setCookiePath("/");
        cookie.setCookieCustomizer(builder -> builder.httpOnly(true).sameSite("Lax"));
        return cookie;
    }

    /** {@code @PreAuthorize} is the only annotation that guards; looking for its sisters too would slow every start. */
    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor preAuthorize() {
        return AuthorizationManagerBeforeMethodInterceptor.preAuthorize();
    }

    /** People sign in through {@link SignIns} only; without this bean Spring Boot would invent a user. */
    @Bean
    AuthenticationManager nobodyElse() {
        return authentication -> {
            throw new ProviderNotFoundException("Sign in at /sign-in");
        };
    }
}
