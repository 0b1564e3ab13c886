package io.legame.insight;

/**
 * A PostgreSQL snapshot as {@code pg_current_snapshot()} writes it, {@code xmin:xmax:in progress,…}: it sees what the
 * transactions before xmax wrote, but for those in progress.
 */
record Snapshot(String text) {
    /** Every transaction before this one had ended. */
    long horizon() {
        return Long.parseLong(text.substring(0, text.indexOf(':')));
    }

    /** A PostgreSQL that shows less than we have seen was set back, to a backup say. */
    boolean isAheadOf(Snapshot other) {
        return next() > other.next();
    }

    private long next() {
        return Long.parseLong(text.substring(text.indexOf(':') + 1, text.lastIndexOf(':')));
    }
}
