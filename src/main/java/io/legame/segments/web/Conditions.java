package io.legame.segments.web;

import io.legame.platform.View;
import io.legame.segments.BuilderPart;
import io.legame.segments.Builders;
import java.util.List;
import java.util.Map;

/**
 * The conditions of the builder.
 *
 * @param menu what can be added, by group
 * @param preserve whether what somebody types at this moment stays as it is: the rows are the same ones
 * @param alone whether it is swapped into the page, rather than a part of the whole
 */
public record Conditions(
        BuilderPart.Group root, Map<String, List<Builders.Addable>> menu, boolean preserve, boolean alone)
        implements View {}
