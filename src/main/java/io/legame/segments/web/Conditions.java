package io.legame.segments.web;

import io.legame.platform.View;
import io.legame.segments.BuilderPart;
import io.legame.segments.Builders;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The conditions of the builder.
 *
 * @param menu what can be added, by group
 * @param preserve whether what somebody types at this moment stays as it is: the rows are the same ones
 * @param alone whether it is swapped into the page, rather than a part of the whole
 */
public record Conditions(
        BuilderPart.Group root, Map<String, List<Builders.Addable>> menu, boolean preserve, boolean alone)
        implements View {
    /** Where a part can be moved to: the other groups, but for those within it, in the order of the page. */
    public List<BuilderPart.Group> groupsFor(BuilderPart part) {
        return groups(root)
                .filter(group -> !group.path().equals(part.outer())
                        && !group.path().equals(part.path())
                        && !group.path().startsWith(part.path() + "."))
                .toList();
    }

    private static Stream<BuilderPart.Group> groups(BuilderPart.Group group) {
        return Stream.concat(
                Stream.of(group),
                group.parts().stream()
                        .flatMap(part -> part instanceof BuilderPart.Group inner ? groups(inner) : Stream.empty()));
    }

    /** Which of all groups it is, the whole being 0. */
    public int number(BuilderPart.Group group) {
        return groups(root).map(BuilderPart.Group::path).toList().indexOf(group.path());
    }

    /** How many parts there are beside it, itself included. */
    public int beside(BuilderPart part) {
        return groups(root)
                .filter(group -> group.path().equals(part.outer()))
                .mapToInt(group -> group.parts().size())
                .sum();
    }
}
