package io.legame.customers.web;

import io.legame.customers.Correction;
import io.legame.platform.View;

/** How far a correction is, asked for again and again, and in the end what became of it. */
public record CorrectionStatus(Correction what) implements View {
    public String path() {
        return "/customers/quality/corrections/" + what.id().value();
    }

    /** The colour of its badge. */
    public static String badge(Correction what) {
        return switch (what.state()) {
            case DONE -> what.outcome().left() > 0 ? "badge-warn" : "badge-good";
            case FAILED -> "badge-bad";
            case STOPPED, UNDONE -> "";
            case RUNNING, UNDOING -> "badge-info";
        };
    }
}
