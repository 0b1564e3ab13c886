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

    /** The path of the group that it is in. */
    default String outer() {
        return path().substring(0, path().lastIndexOf('.'));
    }

    /** Which of the parts of that group it is. */
    default int place() {
        return Integer.parseInt(path().substring(path().lastIndexOf('.') + 1));
    }

    /** The part beside it, or one that comes to be there. */
    default String beside(int place) {
        return outer() + "." + place;
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
