package io.legame.duplicates.web;

import io.legame.duplicates.Scan;
import io.legame.platform.View;
import org.jspecify.annotations.Nullable;

/**
 * How far the search is, asked for again and again while it runs.
 *
 * @param latest null before the first one
 * @param complete the one whose findings are shown; null before the first one ended
 */
public record ScanStatus(@Nullable Scan latest, @Nullable Scan complete) implements View {
    public boolean running() {
        return latest != null && latest.state() == Scan.State.RUNNING;
    }

    public boolean failed() {
        return latest != null && latest.state() == Scan.State.FAILED;
    }

    public boolean stopped() {
        return latest != null && latest.state() == Scan.State.STOPPED;
    }
}
