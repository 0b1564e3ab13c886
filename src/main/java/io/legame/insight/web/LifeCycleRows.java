package io.legame.insight.web;

import io.legame.insight.LifeCycleList.Line;
import io.legame.platform.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a list of the life cycle.
 *
 * @param next the address of the next stretch; null at the end
 */
public record LifeCycleRows(List<Row> rows, @Nullable String next) implements View {
    public record Row(Line line, String name) {}
}
