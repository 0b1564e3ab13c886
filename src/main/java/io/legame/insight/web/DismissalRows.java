package io.legame.insight.web;

import io.legame.insight.Dismissals;
import io.legame.platform.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of those who were let go.
 *
 * @param next the address of the next stretch; null at the end
 */
public record DismissalRows(
        List<Dismissals.Listed> listed, @Nullable String next) implements View {}
