package io.legame.platform;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.net.URI;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The truth: the embedded PostgreSQL, or the server that {@code LEGAME_DATABASE_URL} names (15 or newer). */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
    private static final int OLDEST_MAJOR_VERSION = 15;

    @Bean(destroyMethod = "")
    DataFolder dataFolder(EmbeddedServer server) {
        return server.folder();
    }

    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(LegameProperties properties, EmbeddedServer embedded) {
        var pool = new HikariDataSource();
        pool.setPoolName("legame");
        pool.setMaximumPoolSize(20);
        // at rest a few connections are enough, and each costs the server some megabytes
        pool.setMinimumIdle(2);
        pool.setIdleTimeout(60_000);
        // as long as a server that ended takes to be back, and no longer than a person waits for a page
        pool.setConnectionTimeout(10_000);
        // one plan for all values takes half of everybody for a rare beginning, and nobody for a common one; what the
        // server prepares for itself, the checks of foreign keys for each row, stays planned once
        pool.addDataSourceProperty("prepareThreshold", "0");
        EmbeddedPostgres server = embedded.postgres();
        if (server != null) {
            pool.setJdbcUrl(server.jdbcUrl() + "?reWriteBatchedInserts=true");
            pool.setUsername(EmbeddedPostgres.USER);
            pool.setPassword(server.password());
        } else {
            useGivenServer(pool, properties);
        }
        refuseOldServer(pool);
        return pool;
    }

    private static void useGivenServer(HikariDataSource pool, LegameProperties properties) {
        DatabaseAddress address = DatabaseAddress.parse(java.util.Objects.requireNonNull(properties.databaseUrl()));
        pool.setJdbcUrl(address.jdbcUrl());
        pool.setUsername(properties.databaseUser() != null ? properties.databaseUser() : address.user());
        pool.setPassword(properties.databasePassword() != null ? properties.databasePassword() : address.password());
        pool.setInitializationFailTimeout(10_000);
    }

    private static void refuseOldServer(DataSource pool) {
        try (var connection = pool.getConnection()) {
            int major = connection.getMetaData().getDatabaseMajorVersion();
            if (major < OLDEST_MAJOR_VERSION) {
                throw new DatabaseUnusable("The PostgreSQL server is version " + major + ", Legame needs "
                        + OLDEST_MAJOR_VERSION + " or newer.");
            }
        } catch (SQLException | HikariPool.PoolInitializationException e) {
            Throwable cause = e.getCause() instanceof SQLException deeper ? deeper : e;
            throw new DatabaseUnusable("The PostgreSQL server does not answer: " + cause.getMessage());
        }
    }

    /** Takes both the JDBC form and the form that other tools print, {@code postgresql://user:password@host:port/db}. */
    record DatabaseAddress(
            String jdbcUrl, @Nullable String user, @Nullable String password) {
        static DatabaseAddress parse(String url) {
            if (url.startsWith("jdbc:postgresql:")) {
                return new DatabaseAddress(url, null, null);
            }
            if (!url.startsWith("postgresql://") && !url.startsWith("postgres://")) {
                throw new DatabaseUnusable(
                        "LEGAME_DATABASE_URL must look like postgresql://user:password@host/database "
                                + "or jdbc:postgresql://host/database.");
            }
            URI uri = URI.create(url);
            String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
            String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            String @Nullable [] userInfo =
                    uri.getUserInfo() == null ? null : uri.getUserInfo().split(":", 2);
            return new DatabaseAddress(
                    "jdbc:postgresql://" + uri.getHost() + port + uri.getPath() + query,
                    userInfo == null ? null : userInfo[0],
                    userInfo == null || userInfo.length < 2 ? null : userInfo[1]);
        }
    }
}
