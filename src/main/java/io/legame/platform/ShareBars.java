package io.legame.platform;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two shares of each of a few things side by side, such as a segment's share of the customers and of the revenue.
 *
 * @param first what the first bar of each row is a share of, as a person reads it
 * @param second the same of the second
 */
public record ShareBars(String title, String first, String second, List<Row> rows) implements View {
    /**
     * @param path where a click on the label leads; null for nowhere
     * @param first between 0 and 1
     * @param second between 0 and 1
     * @param firstShown the share as a person reads it
     */
    public record Row(
            String label, @Nullable String path, double first, double second, String firstShown, String secondShown) {}
}
