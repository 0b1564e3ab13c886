package io.legame.insight;

import static io.legame.insight.WarehouseTables.CUSTOMER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.legame.platform.DataFolder;
import io.legame.platform.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** What questions need beyond their memory goes to a folder beside the file, which has an end too. */
class SpillTests {
    @TempDir
    private Path folder;

    private DataFolder dataFolder;
    private Warehouse warehouse;
    private Path spill;

    @BeforeEach
    void begin() throws Exception {
        dataFolder = DataFolder.take(folder);
        spill = folder.resolve("warehouse.duckdb.tmp");
        var empty = new Watermark("here", ZoneId.of("Europe/Rome"), null, Instant.EPOCH);
        WarehouseFile.create(folder.resolve("warehouse.duckdb"), small(DataSize.ofMegabytes(600)), empty)
                .close();
        open(DataSize.ofMegabytes(600));
    }

    private static WarehouseProperties small(DataSize spill) {
        return new WarehouseProperties(
                DataSize.ofMegabytes(128), spill, 2, 2, 1, Duration.ofMinutes(5), 20, Duration.ofMinutes(5));
    }

    private void open(DataSize most) {
        warehouse = new Warehouse(small(most), dataFolder);
        assertThat(warehouse.isOpen()).isTrue();
    }

    @AfterEach
    void end() throws Exception {
        warehouse.close();
        dataFolder.close();
    }

    /** Some 450 MB of different texts. */
    private long differentTexts() {
        return warehouse.query(ask -> ask.fetchSingle(
                        "select count(*) from (select distinct repeat('y', 100) || range from range(4000000))")
                .get(0, Long.class));
    }

    @Test
    void anAnswerLargerThanTheMemoryGoesByTheDisk() throws Exception {
        boolean spilled = false;
        try (var asking = Executors.newSingleThreadExecutor()) {
            var answer = asking.submit(this::differentTexts);
            while (!answer.isDone()) {
                spilled |=
                        warehouse.<WarehouseFile.Held>read(WarehouseFile::held).spill() > 0;
            }
            assertThat(answer.get()).isEqualTo(4_000_000);
        }
        assertThat(spilled).isTrue();
        assertThat(warehouse.<WarehouseFile.Held>read(WarehouseFile::held).spill())
                .isZero();
        warehouse.close();
        assertThat(spill).doesNotExist();
    }

    @Test
    void anAnswerLargerThanThatFolderIsRefusedAndTheNextIsGiven() throws Exception {
        warehouse.close();
        open(DataSize.ofMegabytes(50));
        assertThat(catchThrowableOfType(Refusal.class, this::differentTexts).key())
                .isEqualTo("insight.error.tooLarge");
        int customers = warehouse.query(ask -> ask.fetchCount(CUSTOMER));
        assertThat(customers).isZero();
    }

    @Test
    void anAnswerThatMustBeInMemoryWholeIsRefused() {
        assertThat(catchThrowableOfType(
                                Refusal.class,
                                () -> warehouse.query(
                                        ask -> ask.fetch("select list(repeat('x', 100) || range) from range(4000000)")))
                        .key())
                .isEqualTo("insight.error.tooLarge");
    }

    @Test
    void whatAKilledApplicationLeftThereIsRemoved() throws Exception {
        warehouse.close();
        Files.createDirectories(spill);
        Files.writeString(spill.resolve("duckdb_temp_4711_0_storage_DEFAULT-0.tmp"), "left");
        open(DataSize.ofMegabytes(600));
        assertThat(spill).doesNotExist();
    }
}
