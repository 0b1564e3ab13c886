package io.legame.insight;

import java.time.Duration;
import org.springframework.util.unit.DataSize;

/** Small warehouses of tests that need no application. */
final class TestWarehouses {
    private TestWarehouses() {}

    /** Two threads, two places for quick questions and one for long ones. */
    static WarehouseProperties properties(Duration timeout) {
        return new WarehouseProperties(
                DataSize.ofMegabytes(256), DataSize.ofMegabytes(300), 2, 2, 1, Duration.ofMillis(200), 20, timeout);
    }
}
