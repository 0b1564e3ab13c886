package io.legame.customers.web;

import io.legame.platform.View;

/**
 * How many customers a list has.
 *
 * @param count one more than {@link #MOST} when that many or more were found
 * @param found whether they were found by what somebody typed
 */
public record ListCount(long count, boolean found) implements View {
    public static final int MOST = 1_000;

    public boolean more() {
        return found && count > MOST;
    }
}
