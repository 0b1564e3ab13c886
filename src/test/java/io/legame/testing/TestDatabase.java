package io.legame.testing;

import io.legame.platform.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One PostgreSQL server a test run, one database an application. */
public final class TestDatabase {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestDatabase() {}

    private static final class Server {
        static final EmbeddedPostgres INSTANCE = start();

        private static EmbeddedPostgres start() {
            try {
                Path folder = Files.createDirectories(Path.of("target/test-postgres"));
                var server = EmbeddedPostgres.start(folder, EmbeddedPostgres.Durability.NONE);
                Runtime.getRuntime().addShutdownHook(new Thread(server::close));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Makes an empty database and returns its JDBC URL, user and password included. */
    public static String create() {
        String name = "test" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
        var server = Server.INSTANCE;
        try (var connection = DriverManager.getConnection(server.jdbcUrl(), EmbeddedPostgres.USER, server.password());
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return server.jdbcUrl(name) + "?user=" + EmbeddedPostgres.USER + "&password=" + server.password()
                + "&reWriteBatchedInserts=true";
    }

    /** Empties every table of the modules named, such as {@code customers} and {@code timeline}. */
    public static void clear(JdbcClient database, String... schemas) {
        for (String schema : schemas) {
            var tables = database.sql("""
                            select format('%I.%I', schemaname, tablename) from pg_tables
                            where schemaname = ? and tablename not like '%\\_p____'
                            """).param(schema).query(String.class).list();
            if (!tables.isEmpty()) {
                truncate(database, "truncate " + String.join(", ", tables) + " restart identity cascade");
            }
        }
    }

    /** The application reads meanwhile, in an order of its own: of two who wait for each other, PostgreSQL ends one. */
    private static void truncate(JdbcClient database, String statement) {
        for (int attempt = 1; ; attempt++) {
            try {
                database.sql(statement).update();
                return;
            } catch (PessimisticLockingFailureException deadlock) {
                if (attempt == 5) {
                    throw deadlock;
                }
            }
        }
    }

    /** Points an application at a fresh database and a fresh data folder. */
    public static final class Initializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            try {
                Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target/test-data")), "legame");
                TestPropertyValues.of("legame.database-url=" + create(), "legame.data-folder=" + folder)
                        .applyTo(context);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
