package io.legame.segments;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A part of the builder as it is shown. */
public sealed interface BuilderPart {
    String path();

    /** The path as an id of HTML. */
    default String id() {
        return path().replace('.', '-');
    }

    /** @param depth 1 for the whole */
    record Group(String path, String match, int depth, List<BuilderPart> parts) implements BuilderPart {
        public boolean mayNest() {
            return depth < Filters.DEEPEST - 2;
        }
    }

    /**
     * @param hidden what the form must carry besides the controls' values
     * @param problem why the row means nothing yet; null when it is complete
     */
    record Row(
            String path,
            String kind,
            List<Slot> slots,
            Map<String, List<String>> hidden,
            @Nullable String problem) implements BuilderPart {}
}
