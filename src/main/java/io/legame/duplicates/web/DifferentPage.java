package io.legame.duplicates.web;

import io.legame.duplicates.Different;
import io.legame.platform.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is not the same, as people said it.
 *
 * @param next the address of the next page; null at the end
 */
public record DifferentPage(List<Row> rows, @Nullable String next) implements View {
    /** The names as they are now. */
    public record Row(Different said, String low, String high) {}
}
