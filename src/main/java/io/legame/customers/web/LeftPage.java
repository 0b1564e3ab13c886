package io.legame.customers.web;

import io.legame.customers.Leaving;
import io.legame.platform.View;

/** The page of customers who are archived, or deleted. */
public record LeftPage(LeftRows rows) implements View {
    public static String path(Leaving.As as) {
        return "/customers/" + as.code();
    }
}
