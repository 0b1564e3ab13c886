package io.legame.duplicates.web;

import io.legame.customers.CustomerId;
import io.legame.duplicates.AutomaticMerge;
import io.legame.platform.View;
import java.util.List;

/**
 * How far an automatic merge is, asked for again and again, and in the end what became of it.
 *
 * @param kept merges that were not taken back wholly, when all were
 */
public record AutomaticMergeStatus(AutomaticMerge what, List<KeptCustomer> kept) implements View {
    /**
     * @param stays whether the merge stays; else only what somebody changed since stayed
     */
    public record KeptCustomer(CustomerId id, String name, boolean stays) {}

    public String path() {
        return "/duplicates/automatic/" + what.id().value();
    }

    /** The colour of its badge. */
    public static String badge(AutomaticMerge what) {
        return switch (what.state()) {
            case DONE -> "badge-good";
            case FAILED -> "badge-bad";
            case STOPPED, UNDONE -> "";
            case RUNNING, UNDOING -> "badge-info";
        };
    }
}
