package io.legame.insight;

import static org.assertj.core.api.Assertions.assertThat;

import io.legame.platform.Companies;
import io.legame.platform.DataFolder;
import io.legame.testing.LegameTest;
import io.legame.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A process that follows PostgreSQL is killed again and again; the file it leaves is exact. */
@LegameTest
class KilledProjectionTests {
    private static final WarehouseProperties PROPERTIES = TestWarehouses.properties(Duration.ofSeconds(60));

    @Autowired
    private DataSource dataSource;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Companies companies;

    @TempDir
    private Path folder;

    @Test
    void whatAKilledProcessLeavesIsExact() throws Exception {
        TestDatabase.clear(database, "customers", "catalogue", "timeline");
        var facts = new Facts(database);
        facts.years(2024);
        int place = facts.touchpoint("e-shop", "online");
        int source = facts.source("till");
        var random = new Random(7);
        for (int kill = 0; kill < 4; kill++) {
            Process follower = follower();
            assertThat(follower.inputReader().readLine()).isEqualTo("following");
            for (int sale = 50 + random.nextInt(150); sale > 0; sale--) {
                long customer = facts.customer(null);
                facts.sale(customer, null, place, source, "1.25");
                facts.describe(customer, "{\"1\":\"%d\",\"2\":[\"7\",\"8\"]}".formatted(sale));
                if (sale % 7 == 0) {
                    facts.describe(customer, null);
                }
            }
            follower.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
        try (var dataFolder = DataFolder.take(folder)) {
            var warehouse = new Warehouse(PROPERTIES, dataFolder);
            var projection = new Projection(dataSource, companies, warehouse, PROPERTIES, InstantSource.system());
            var reconciliation = new Reconciliation(projection, InstantSource.system());
            assertThat(reconciliation.run().differences()).isEmpty();
            assertThat(warehouse.<Integer>query(ask -> ask.fetchCount(WarehouseTables.LINE)))
                    .isPositive();
            assertThat(warehouse.<Integer>query(ask -> ask.fetchCount(WarehouseTables.CUSTOM_VALUE)))
                    .isPositive();
            figuresAreThoseOfTheFacts(warehouse);
            warehouse.close();
        }
    }

    /** What the killed process left to do is done, and the whole is as if it were computed at once. */
    private void figuresAreThoseOfTheFacts(Warehouse warehouse) throws SQLException {
        Basis basis;
        try (Connection postgres = dataSource.getConnection()) {
            basis = Basis.read(postgres);
        }
        List<String> inSteps = figures(
                warehouse,
                step -> {
                    while (step.take().left()) {
                        // the rest
                    }
                },
                basis);
        assertThat(inSteps).isNotEmpty().isEqualTo(figures(warehouse, FiguresStep::takeAll, basis));
    }

    private interface Taking {
        void from(FiguresStep step) throws SQLException;
    }

    private static List<String> figures(Warehouse warehouse, Taking taking, Basis basis) {
        warehouse.read(file -> {
            taking.from(new FiguresStep(file, basis, TODAY));
            return true;
        });
        return warehouse.query(ask -> ask.fetch("select (customer_id, orders, revenue, stage, stage_since)::varchar "
                        + "from metrics order by customer_id")
                .getValues(0, String.class));
    }

    private Process follower() throws Exception {
        String url;
        try (Connection connection = dataSource.getConnection()) {
            url = connection.getMetaData().getURL();
        }
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        Follower.class.getName(),
                        url,
                        folder.resolve("warehouse.duckdb").toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static final LocalDate TODAY = LocalDate.of(2024, 5, 20);

    private static void computing(WarehouseFile file, Basis basis) {
        try {
            while (true) {
                new FiguresStep(file, basis, TODAY).take();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Steps as fast as it can until it is killed. */
    static final class Follower {
        public static void main(String[] arguments) throws Exception {
            Path path = Path.of(arguments[1]);
            try (Connection postgres = DriverManager.getConnection(arguments[0])) {
                postgres.setAutoCommit(false);
                postgres.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                Sources.Now begin = new Sources(postgres).now(ZoneId.of("Europe/Rome"));
                postgres.rollback();
                var empty = new Watermark(begin.origin(), begin.timeZone(), null, java.time.Instant.EPOCH);
                WarehouseFile file = path.toFile().exists()
                        ? WarehouseFile.open(path, PROPERTIES)
                        : WarehouseFile.create(path, PROPERTIES, empty);
                Basis basis = Basis.read(postgres);
                Thread.ofPlatform().daemon().start(() -> computing(file, basis));
                System.out.println("following");
                while (true) {
                    Watermark held = java.util.Objects.requireNonNull(file.watermark());
                    Advance.run(
                            postgres,
                            file,
                            held,
                            new Sources(postgres).now(begin.timeZone()).snapshot());
                    postgres.rollback();
                }
            }
        }
    }
}
