package io.legame.timeline.web;

import io.legame.catalogue.Product;
import io.legame.catalogue.ProductId;
import io.legame.platform.View;
import io.legame.timeline.Entry;
import io.legame.timeline.Landmark;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a timeline, newest first; its end fetches the next stretch when it comes into view.
 *
 * @param landmarks of the same stretch of time, newest first
 * @param shownDay the day whose heading the stretch before already showed
 * @param next the address of the next stretch; null at the end
 * @param filtered whether anything was filtered out
 */
public record TimelineEntries(
        List<Entry> entries,
        List<Landmark> landmarks,
        Map<ProductId, Product> products,
        ZoneId timeZone,
        @Nullable LocalDate shownDay,
        @Nullable String next,
        boolean filtered)
        implements View {
    private static final int LINES_AT_ONCE = 4;
    private static final Set<String> WITH_ICON =
            Set.of("purchase", "return", "message", "visit", "call", "request", "assistance", "note");

    /** Those that come before the entry, being younger, and after the one above it. */
    public List<Landmark> landmarksAbove(int index) {
        return landmarks.stream()
                .filter(each -> each.at().isAfter(at(index))
                        && (index == 0 || !each.at().isAfter(at(index - 1))))
                .toList();
    }

    /** Those that come after the last entry. */
    public List<Landmark> landmarksBelow() {
        return landmarks.stream()
                .filter(each -> entries.isEmpty() || !each.at().isAfter(at(entries.size() - 1)))
                .toList();
    }

    private Instant at(int index) {
        return entries.get(index).occurredAt();
    }

    public LocalDate day(int index) {
        return LocalDate.ofInstant(entries.get(index).occurredAt(), timeZone);
    }

    /** Whether the entry is the first of its day. */
    public boolean startsDay(int index) {
        LocalDate before = index == 0 ? shownDay : day(index - 1);
        return !day(index).equals(before);
    }

    public String icon(Entry entry) {
        return WITH_ICON.contains(entry.kind()) ? entry.kind() : "timeline";
    }

    public List<Entry.Line> firstLines(Entry entry) {
        return entry.lines().subList(0, Math.min(LINES_AT_ONCE, entry.lines().size()));
    }

    public List<Entry.Line> otherLines(Entry entry) {
        return entry.lines().subList(firstLines(entry).size(), entry.lines().size());
    }

    public @Nullable String productName(Entry.Line line) {
        Product product = line.product() == null ? null : products.get(line.product());
        return product == null ? null : product.name();
    }
}
