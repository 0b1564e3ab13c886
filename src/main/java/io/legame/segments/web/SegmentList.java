package io.legame.segments.web;

import io.legame.platform.Address;
import io.legame.platform.View;
import io.legame.segments.AsOf;
import io.legame.segments.Segment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Saved segments.
 *
 * @param folders all that there are
 * @param folder the one whose segments are shown; null for all
 */
public record SegmentList(
        AsOf asOf,
        List<Entry> entries,
        List<Example> examples,
        List<String> folders,
        @Nullable String folder) implements View {
    public record Entry(Segment segment, String sentence) {}

    /** @param filter as JSON, to begin the builder with */
    public record Example(String key, String filter, String sentence) {}

    public String path(@Nullable String ofFolder) {
        return Address.of("/segments").with("folder", ofFolder).toString();
    }
}
