package io.legame.notebook.web;

import io.legame.notebook.Task;
import io.legame.platform.View;
import java.util.List;

/**
 * What the notebook says in the menu by itself.
 *
 * @param mentions how many notes name who looks that they have not seen
 * @param due how many tasks of theirs are due by the end of today
 * @param reminders what they wanted to be reminded of by now
 */
public record Badges(int mentions, int due, List<Task> reminders) implements View {}
