package io.legame.platform;

import java.util.List;

/** The home page: a frame for the panels that the modules contribute. */
public record Home(List<HomePanel> panels) implements View {}
