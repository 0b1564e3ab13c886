package io.legame.customers.web;

import io.legame.customers.Merge;
import io.legame.customers.MergeId;
import io.legame.customers.MergePanel;
import io.legame.platform.View;
import java.util.List;

/** Customers that became one, to be separated again. */
public record MergedPage(Merge merge, List<MergePanel> panels) implements View {
    public static String path(MergeId merge) {
        return "/customers/merges/" + merge.value();
    }
}
