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
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One PostgreSQL server for each process that runs tests, one database an application. */
public final class TestDatabase {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final AtomicInteger IDS = new AtomicInteger();

    private TestDatabase() {}

    private static final class Server {
        static final EmbeddedPostgres INSTANCE = start();

        private static EmbeddedPostgres start() {
            try {
                Path folder = Files.createDirectories(
                        Path.of("target", System.getProperty("legame.test.postgres", "test-postgres")));
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
            clear(database, schema);
        }
    }

    /**
     * The application goes on meanwhile: of two who wait for each other PostgreSQL ends one, and a job that ends drops its
     * own tables.
     */
    private static void clear(JdbcClient database, String schema) {
        for (int attempt = 1; ; attempt++) {
            var tables = database.sql("""
                            select format('%I.%I', schemaname, tablename) from pg_tables
                            where schemaname = ? and tablename not like '%\\_p____'
                            """).param(schema).query(String.class).list();
            if (tables.isEmpty()) {
                return;
            }
            if (schema.equals("customers")) {
                // merges are numbered anew
                tables.add("duplicates.merged_group");
            }
            try {
                database.sql("truncate " + String.join(", ", tables) + " restart identity cascade")
                        .update();
                return;
            } catch (PessimisticLockingFailureException | BadSqlGrammarException meanwhile) {
                if (attempt == 5) {
                    throw meanwhile;
                }
            }
        }
    }

    /** New rows of the table get ids that no test had before. */
    public static void skipIds(JdbcClient database, String table) {
        database.sql("select setval(pg_get_serial_sequence(?, 'id'), ?)")
                .param(table)
                .param(IDS.addAndGet(1_000))
                .query(Long.class)
                .single();
    }

    /** Points an application at a fresh database and a fresh data folder. */
    public static final class Initializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            try {
                Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target/test-data")), "legame");
                TestPropertyValues.of(
                                "legame.database-url=" + create(),
                                "legame.data-folder=" + folder,
                                // tests look into the inbox themselves
                                "legame.inbox-every=365d")
                        .applyTo(context);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
