package io.legame.segments;

import java.time.Instant;
import java.util.List;

/**
 * Passages as other programs get them, asked for or sent.
 *
 * @param next to read on behind these, now or later
 */
public record PassageFeed(List<Entry> passages, long next) {
    /**
     * @param entered true: the customer came to the segment; false: went
     * @param cause {@code fact}: something happened or became known; {@code day}: a day went by; {@code definition}: the
     *     segment asks for something else
     */
    public record Entry(long id, long segment, long customer, boolean entered, Instant at, String cause) {}

    /** @param after where the passages before these ended */
    public static PassageFeed of(List<Passage> passages, long after) {
        return new PassageFeed(
                passages.stream().map(PassageFeed::entry).toList(),
                passages.isEmpty() ? after : passages.getLast().id());
    }

    private static Entry entry(Passage passage) {
        return new Entry(
                passage.id(),
                passage.segment().value(),
                passage.customer().value(),
                passage.entered(),
                passage.at(),
                passage.cause().code());
    }
}
