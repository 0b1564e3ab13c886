package io.legame.customers.web;

import io.legame.customers.BulkAction;
import io.legame.platform.View;

/**
 * How far something done to many customers is.
 *
 * @param title what is done
 */
public record BulkStatus(BulkAction action, String title) implements View {
    public String path() {
        return path(action);
    }

    static String path(BulkAction action) {
        return "/customers/bulk/" + action.id().value();
    }

    public static String badge(BulkAction action) {
        return switch (action.state()) {
            case RUNNING, UNDOING -> "badge-info";
            case DONE -> "badge-good";
            case FAILED -> "badge-bad";
            case PICKED, STOPPED, UNDONE -> "";
        };
    }
}
