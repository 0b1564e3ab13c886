package io.legame.insight;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much of the machine the warehouse may take, from outside like all of {@link io.legame.platform.LegameProperties}.
 *
 * @param warehouseMemory what DuckDB may hold; more than that goes to a folder beside its file
 * @param warehouseSpill how large that folder may become
 * @param warehouseThreads 0 for as many as there are cores
 * @param warehouseQuestions how many are answered at once; the others wait
 * @param warehouseLongQuestions how many more of those that are known to take long
 * @param warehouseQuick a question that takes longer is one of those, and leaves its place if others wait for it
 * @param warehouseWaiting how many may wait; the next ones are refused
 * @param warehouseTimeout after which a question is given up
 */
@ConfigurationProperties("legame")
record WarehouseProperties(
        @DefaultValue("2GB") DataSize warehouseMemory,
        @DefaultValue("10GB") DataSize warehouseSpill,
        @DefaultValue("0") int warehouseThreads,
        @DefaultValue("4") int warehouseQuestions,
        @DefaultValue("2") int warehouseLongQuestions,
        @DefaultValue("500ms") Duration warehouseQuick,
        @DefaultValue("100") int warehouseWaiting,
        @DefaultValue("60s") Duration warehouseTimeout) {

    int threads() {
        return warehouseThreads > 0 ? warehouseThreads : Runtime.getRuntime().availableProcessors();
    }
}
