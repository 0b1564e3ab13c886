package io.legame.access;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** Sessions live in PostgreSQL: they survive a restart and are the same on every node. */
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession(tableName = "access.session")
class SessionConfiguration {

    /**
     * How long a session lasts without a request.
     *
     * @param sessionTimeout {@code LEGAME_SESSION_TIMEOUT}, such as {@code 8h} or {@code 30m}
     */
    @ConfigurationProperties("legame")
    record SessionProperties(@DefaultValue("8h") Duration sessionTimeout) {}

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionTimeout(SessionProperties properties) {
        var upsert = new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
        return repository -> {
            upsert.customize(repository);
            repository.setDefaultMaxInactiveInterval(properties.sessionTimeout());
            // swept by a job of ours instead: its own timer begins before the tables are there, and on every node
            repository.setCleanupCron(Scheduled.CRON_DISABLED);
        };
    }

    @Bean
    Task<?> expiredSessions(ObjectProvider<JdbcIndexedSessionRepository> repository) {
        return Tasks.recurring("access-expired-sessions", FixedDelay.ofMinutes(10))
                .execute((instance, context) -> repository.getObject().cleanUpExpiredSessions());
    }

    /** Out of reach of scripts and of other sites' forms; sent only over https when the page came so. */
    @Bean
    CookieSerializer sessionCookie() {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName("legame-session");
        cookie.setCookiePath("/");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        return cookie;
    }
}
