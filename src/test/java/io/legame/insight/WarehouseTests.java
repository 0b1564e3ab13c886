package io.legame.insight;

import static io.legame.insight.WarehouseTables.CUSTOMER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.legame.platform.DataFolder;
import io.legame.platform.Refusal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The door to questions: it reads only, it can be interrupted, and it never waits for ever. */
class WarehouseTests {
    /** Counts for many minutes. */
    private static final String ENDLESS =
            "select count(*) from range(100000000) a, range(100000000) b where a.range <> b.range";

    @TempDir
    private Path folder;

    private DataFolder dataFolder;
    private Warehouse warehouse;

    @BeforeEach
    void begin() throws Exception {
        dataFolder = DataFolder.take(folder);
        warehouse = warehouse(Duration.ofMinutes(10));
    }

    private Warehouse warehouse(Duration timeout) throws Exception {
        var properties = TestWarehouses.properties(timeout);
        var empty = new Watermark("here", ZoneId.of("Europe/Rome"), null, Instant.EPOCH);
        WarehouseFile.create(folder.resolve("warehouse.duckdb"), properties, empty)
                .close();
        var opened = new Warehouse(properties, dataFolder);
        assertThat(opened.isOpen()).isTrue();
        return opened;
    }

    @AfterEach
    void end() throws Exception {
        warehouse.close();
        dataFolder.close();
    }

    @Test
    void aQuestionCannotWrite() {
        assertThatThrownBy(() -> warehouse.query(
                        ask -> ask.insertInto(CUSTOMER).set(CUSTOMER.ID, 1L).execute()))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("read-only");
        int customers = warehouse.query(ask -> ask.fetchCount(CUSTOMER));
        assertThat(customers).isZero();
    }

    @Test
    void aQuestionCannotReachFiles() {
        assertThatThrownBy(() -> warehouse.query(ask -> ask.fetch("select * from read_csv('/etc/hosts')")))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("disabled");
        assertThatThrownBy(() -> warehouse.query(ask -> ask.execute("set memory_limit = '100GB'")))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("locked");
    }

    @Test
    void aLaterQuestionTakesThePlaceOfTheOneBefore() throws Exception {
        try (var asking = Executors.newSingleThreadExecutor()) {
            var begun = new CountDownLatch(1);
            var first = asking.submit(() -> catchThrowableOfType(
                    Refusal.class,
                    () -> warehouse.query(new Turn("screen", 1), ask -> {
                        begun.countDown();
                        return ask.fetch(ENDLESS);
                    })));
            begun.await();
            int customers = warehouse.query(new Turn("screen", 2), ask -> ask.fetchCount(CUSTOMER));
            assertThat(customers).isZero();
            assertThat(first.get().key()).isEqualTo("insight.error.superseded");
        }
    }

    @Test
    void anEarlierQuestionThatArrivesLaterLeavesTheLaterOneInPeace() {
        int customers = warehouse.query(new Turn("screen", 2), ask -> {
            Refusal late = catchThrowableOfType(
                    Refusal.class, () -> warehouse.query(new Turn("screen", 1), inner -> inner.fetchCount(CUSTOMER)));
            assertThat(late.key()).isEqualTo("insight.error.superseded");
            return ask.fetchCount(CUSTOMER);
        });
        assertThat(customers).isZero();
    }

    @Test
    void aQuestionThatTakesTooLongIsGivenUp() throws Exception {
        warehouse.close();
        warehouse = warehouse(Duration.ofSeconds(1));
        assertThat(catchThrowableOfType(Refusal.class, () -> warehouse.query(ask -> ask.fetch(ENDLESS)))
                        .key())
                .isEqualTo("insight.error.timeout");
    }

    @Test
    void aQuestionRightAfterTheStartWaitsForTheFile() throws Exception {
        warehouse.close();
        warehouse = new Warehouse(TestWarehouses.properties(Duration.ofMinutes(10)), dataFolder);
        var customers = new FutureTask<>(() -> warehouse.query(ask -> ask.fetchCount(CUSTOMER)));
        Thread asking = Thread.ofPlatform().start(customers);
        while (asking.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        assertThat(warehouse.isOpen()).isTrue();
        assertThat(customers.get()).isZero();
    }

    @Test
    void withoutAFileItSaysThatItIsBeingBuilt() throws Exception {
        warehouse.close();
        assertThat(catchThrowableOfType(Refusal.class, () -> warehouse.query(ask -> ask.fetchCount(CUSTOMER)))
                        .key())
                .isEqualTo("insight.error.building");
    }
}
