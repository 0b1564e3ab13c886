package io.legame.notebook.web;

import io.legame.customers.CustomerId;
import io.legame.notebook.Note;
import io.legame.platform.View;
import java.util.List;

/** Where somebody is named. */
public record MentionsPage(List<Line> lines) implements View {
    /**
     * A note that names them.
     *
     * @param unread whether they see it for the first time
     */
    public record Line(Note note, CustomerId customer, String name, boolean unread) {}
}
