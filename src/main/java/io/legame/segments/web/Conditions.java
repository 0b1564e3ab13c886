package io.legame.segments.web;

import io.legame.platform.View;
import io.legame.segments.BuilderPart;
import java.util.List;
import java.util.Map;

/**
 * The conditions of the builder.
 *
 * @param menu what can be added, by group
 * @param alone whether it is swapped into the page, rather than a part of the whole
 */
public record Conditions(BuilderPart.Group root, Map<String, List<String>> menu, boolean alone) implements View {}
