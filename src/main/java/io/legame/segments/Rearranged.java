package io.legame.segments;

import io.legame.segments.Draft.Group;
import io.legame.segments.Draft.Row;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A draft with parts in other places: moved, doubled, or turned into their opposites. */
final class Rearranged {
    /** Groups within each other, as the builder lets somebody add them. */
    private static final int DEEPEST = Filters.DEEPEST - 2;

    private Rearranged() {}

    /**
     * The draft with a part in another place; the same where that is no place for it, such as within itself.
     *
     * @param to the group's path, before the part is taken out
     * @param index among the parts of the group, as they are before
     */
    static Group moved(Group draft, String path, String to, String index) {
        Draft part = find(draft, path);
        if (part == null
                || path.equals(draft.path())
                || !(find(draft, to) instanceof Group)
                || isWithin(to, path)
                || !index.matches("\\d{1,3}")
                || depth(to) + height(part) > DEEPEST) {
            return draft;
        }
        return moved(draft, part, to, Integer.parseInt(index));
    }

    private static Group moved(Group group, Draft part, String to, int index) {
        var parts = new ArrayList<Draft>();
        for (int i = 0; i < group.parts().size(); i++) {
            Draft each = group.parts().get(i);
            if (group.path().equals(to) && i == index) {
                parts.add(part);
            }
            if (!each.path().equals(part.path())) {
                parts.add(each instanceof Group inner ? moved(inner, part, to, index) : each);
            }
        }
        if (group.path().equals(to) && index >= group.parts().size()) {
            parts.add(part);
        }
        return new Group(group.path(), group.match(), parts);
    }

    /** The draft with a part twice, one after the other; the same where it has as many conditions as it may. */
    static Group duplicated(Group draft, String path) {
        Draft part = find(draft, path);
        return part == null
                        || path.equals(draft.path())
                        || Draft.rows(draft) + Draft.rows(part) > Filters.MOST_CONDITIONS
                ? draft
                : (Group) replaced(draft, path, List.of(part, part));
    }

    /** The draft with the opposite of a part: of a group or condition that holds, it does not hold, and the other way round. */
    static Group opposite(Group draft, String path) {
        Draft part = find(draft, path);
        Draft opposite = part == null || path.equals(draft.path()) ? null : opposite(part);
        return opposite == null || depth(path) - 1 + height(opposite) > DEEPEST
                ? draft
                : (Group) replaced(draft, path, List.of(opposite));
    }

    private static Draft opposite(Draft part) {
        return switch (part) {
            case Row row -> opposite(row);
            case Group group ->
                switch (group.match()) {
                    case "any" -> new Group("", "none", group.parts());
                    case "none" ->
                        group.parts().size() == 1 ? group.parts().getFirst() : new Group("", "any", group.parts());
                    default -> new Group("", "none", List.of(group));
                };
        };
    }

    /** What is not known makes other comparisons and their opposites false: only these two share out all customers. */
    private static Draft opposite(Row row) {
        String operator = row.fields().one("op", "");
        return switch (operator) {
            case "isOneOf" -> new Row("", row.kind(), row.fields().with("op", "isNoneOf"));
            case "isNoneOf" -> new Row("", row.kind(), row.fields().with("op", "isOneOf"));
            default -> new Group("", "none", List.of(row));
        };
    }

    private static Draft replaced(Draft draft, String path, List<Draft> by) {
        if (!(draft instanceof Group group)) {
            return draft;
        }
        var parts = new ArrayList<Draft>();
        for (Draft part : group.parts()) {
            if (part.path().equals(path)) {
                parts.addAll(by);
            } else {
                parts.add(replaced(part, path, by));
            }
        }
        return new Group(group.path(), group.match(), parts);
    }

    private static @Nullable Draft find(Draft draft, String path) {
        if (draft.path().equals(path)) {
            return draft;
        }
        return draft instanceof Group group && isWithin(path, group.path())
                ? group.parts().stream()
                        .filter(part -> isWithin(path, part.path()))
                        .findFirst()
                        .map(part -> find(part, path))
                        .orElse(null)
                : null;
    }

    static boolean isWithin(String path, String outer) {
        return path.equals(outer) || path.startsWith(outer + ".");
    }

    /** 1 for the whole. */
    private static int depth(String path) {
        return path.split("\\.").length;
    }

    /** 0 for a condition. */
    private static int height(Draft part) {
        return switch (part) {
            case Row row -> 0;
            case Group group ->
                1 + group.parts().stream().mapToInt(Rearranged::height).max().orElse(0);
        };
    }
}
