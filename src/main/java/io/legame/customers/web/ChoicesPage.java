package io.legame.customers.web;

import io.legame.customers.ChoiceList;
import io.legame.platform.View;
import java.util.List;

/** The company's own words to choose from. */
public record ChoicesPage(List<ChoiceList> lists) implements View {
    public List<ChoiceList> inUse() {
        return lists.stream().filter(list -> !list.archived()).toList();
    }

    public List<ChoiceList> archived() {
        return lists.stream().filter(ChoiceList::archived).toList();
    }
}
