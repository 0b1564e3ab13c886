package io.legame.platform;

import java.util.List;

/**
 * The home page: a frame for the panels that the modules contribute.
 *
 * @param firstSteps there is nothing to show yet; the page says how to begin
 */
public record Home(List<HomePanel> panels, boolean firstSteps) implements View {}
