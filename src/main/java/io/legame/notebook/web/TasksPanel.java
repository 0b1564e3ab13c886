package io.legame.notebook.web;

import io.legame.platform.View;
import java.util.List;

/**
 * What one has to do today, on the home page.
 *
 * @param all how many there are, of which the first are shown
 */
public record TasksPanel(List<TaskRow> rows, int all) implements View {}
