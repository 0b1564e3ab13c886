package io.legame.intake;

/**
 * Files of the inbox that somebody has to look at.
 *
 * @param waiting for somebody to say what their columns mean
 * @param refused that can be no table
 * @param failed whose import failed
 * @param leftOut whose import left rows out
 */
public record InboxAttention(long waiting, long refused, long failed, long leftOut) {
    public long all() {
        return waiting + refused + failed + leftOut;
    }
}
