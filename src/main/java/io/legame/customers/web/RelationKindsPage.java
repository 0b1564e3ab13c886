package io.legame.customers.web;

import io.legame.customers.RelationKind;
import io.legame.platform.View;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How customers can be related, and the form of a further way.
 *
 * @param fault why what was just written was not taken; null when nothing is wrong
 */
public record RelationKindsPage(
        List<RelationKind> kinds,
        Map<String, String> values,
        @Nullable String fault) implements View {}
