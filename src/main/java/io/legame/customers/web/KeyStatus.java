package io.legame.customers.web;

import io.legame.customers.Identity;
import io.legame.customers.KeyChange;
import io.legame.platform.View;
import java.util.List;

/** @param changes all times that another key was chosen, newest first */
public record KeyStatus(Identity.Kind current, List<KeyChange> changes) implements View {
    public boolean running() {
        return changes.stream().anyMatch(change -> change.state() == KeyChange.State.RUNNING);
    }

    public static String badge(KeyChange change) {
        return switch (change.state()) {
            case RUNNING -> "badge-info";
            case DONE -> "badge-good";
            case FAILED -> "badge-bad";
        };
    }
}
