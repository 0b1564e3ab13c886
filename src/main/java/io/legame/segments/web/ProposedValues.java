package io.legame.segments.web;

import io.legame.platform.View;
import io.legame.segments.Slot;
import java.util.List;

/**
 * Values that can be picked for a field of a condition.
 *
 * @param path of the condition
 * @param name of the field
 */
public record ProposedValues(String path, String name, List<Slot.Option> options) implements View {}
