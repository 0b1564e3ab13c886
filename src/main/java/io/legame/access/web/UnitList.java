package io.legame.access.web;

import io.legame.access.Unit;
import io.legame.platform.View;
import java.util.List;

/** The shops and teams. */
public record UnitList(List<Unit> units) implements View {}
