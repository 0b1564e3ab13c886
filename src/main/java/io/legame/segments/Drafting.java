package io.legame.segments;

import io.legame.platform.Refusal;
import io.legame.segments.Draft.Group;
import io.legame.segments.Draft.Row;
import io.legame.segments.Filter.All;
import io.legame.segments.Filter.Any;
import io.legame.segments.Filter.Not;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Builds a filter step by step: what the buttons of the builder do, and what the form means so far. */
@Component
public class Drafting {
    private final Filters filters;

    Drafting(Filters filters) {
        this.filters = filters;
    }

    /**
     * The draft after a button was pressed.
     *
     * @param action what to do, at which path, and with what, joined by colons, such as {@code remove:f.0}; unknown
     *     actions change nothing
     */
    public Group act(Group draft, String action) {
        String[] words = action.split(":", 4);
        String path = words.length > 1 ? words[1] : Draft.ROOT;
        String first = words.length > 2 ? words[2] : "";
        Draft changed = switch (words[0]) {
            case "add" -> Draft.rows(draft) >= Filters.MOST_CONDITIONS ? draft : add(draft, path, first);
            case "group" -> inGroup(draft, path, group -> with(group, emptyGroup(group)));
            case "remove" -> remove(draft, path);
            case "move" -> Rearranged.moved(draft, path, first, rest(action, 3));
            case "duplicate" -> Rearranged.duplicated(draft, path);
            case "opposite" -> Rearranged.opposite(draft, path);
            case "takeIncompleteIn" -> takeIn(draft, new KeyedCondition(TakenIn.EITHER));
            case "takeDismissedIn" -> takeIn(draft, new DismissedCondition(TakenIn.EITHER));
            case "pick" -> inRow(draft, path, fields -> fields.adding(first, rest(action, 3)));
            case "drop" -> inRow(draft, path, fields -> fields.removing(first, rest(action, 3)));
            case "restrict" -> inRow(draft, path, fields -> fields.adding(FactForm.WITH, first));
            case "unrestrict" ->
                inRow(draft, path, fields -> fields.removing(first, null).removing(FactForm.WITH, first));
            default -> draft;
        };
        // what is half typed into a search is meant only when Enter sends the form
        return (Group) Draft.numbered(words[0].equals("update") ? typed(changed) : changed, Draft.ROOT);
    }

    /** What follows the so-manieth colon, colons included: a value may hold some. */
    private static String rest(String action, int colons) {
        int from = 0;
        for (int i = 0; i < colons; i++) {
            from = action.indexOf(':', from) + 1;
        }
        return action.substring(from);
    }

    private static Group emptyGroup(Group parent) {
        return new Group("", parent.match().equals("any") ? "all" : "any", List.of());
    }

    private static Group with(Group group, Draft part) {
        var parts = new ArrayList<>(group.parts());
        parts.add(part);
        return new Group(group.path(), group.match(), parts);
    }

    private Draft add(Draft draft, String path, String offer) {
        for (ConditionKind kind : filters.kinds()) {
            for (ConditionKind.Offer each : kind.offers()) {
                if (each.key().equals(offer)) {
                    return inGroup(draft, path, group -> with(group, new Row("", kind.property(), each.fields())));
                }
            }
        }
        return draft;
    }

    /** Some are left out until a condition says otherwise. */
    private Draft takeIn(Group draft, Condition condition) {
        Group all = draft.match().equals("all") ? draft : new Group("", "all", List.of(draft));
        return with(all, row(condition));
    }

    private static Draft inGroup(Draft draft, String path, Function<Group, Group> change) {
        if (!(draft instanceof Group group)) {
            return draft;
        }
        if (group.path().equals(path)) {
            return change.apply(group);
        }
        return new Group(
                group.path(),
                group.match(),
                group.parts().stream().map(part -> inGroup(part, path, change)).toList());
    }

    private static Draft inRow(Draft draft, String path, Function<Fields, Fields> change) {
        return switch (draft) {
            case Row row -> row.path().equals(path) ? new Row(path, row.kind(), change.apply(row.fields())) : row;
            case Group group ->
                new Group(
                        group.path(),
                        group.match(),
                        group.parts().stream()
                                .map(part -> inRow(part, path, change))
                                .toList());
        };
    }

    private static Draft remove(Draft draft, String path) {
        return switch (draft) {
            case Row row -> row;
            case Group group ->
                new Group(
                        group.path(),
                        group.match(),
                        group.parts().stream()
                                .filter(part -> !part.path().equals(path))
                                .map(part -> remove(part, path))
                                .toList());
        };
    }

    /** Takes what was typed into a search, the field "v+", for one more value of "v". */
    private static Draft typed(Draft draft) {
        return switch (draft) {
            case Row row -> {
                Fields fields = row.fields();
                for (String name : row.fields().values().keySet()) {
                    if (name.endsWith("+")) {
                        String value = String.join("", row.fields().all(name));
                        fields = fields.removing(name, null).adding(name.substring(0, name.length() - 1), value);
                    }
                }
                yield new Row(row.path(), row.kind(), fields);
            }
            case Group group ->
                new Group(
                        group.path(),
                        group.match(),
                        group.parts().stream().map(Drafting::typed).toList());
        };
    }

    /** What the draft means so far; conditions that are not complete are left out. */
    public Filter filter(Group draft) {
        return group(draft).orElse(Filter.EVERYBODY);
    }

    /**
     * What the draft means, to be saved.
     *
     * @throws Refusal 422 when a condition is not complete: left out, the segment would be another than the one shown
     */
    public Filter complete(Group draft) {
        if (!isComplete(draft)) {
            throw Refusal.of("segments.error.incomplete");
        }
        return filter(draft);
    }

    private boolean isComplete(Draft draft) {
        return switch (draft) {
            case Group group -> group.parts().stream().allMatch(this::isComplete);
            case Row row -> condition(row) instanceof Complete;
        };
    }

    private Optional<Filter> group(Group group) {
        var parts = new ArrayList<Filter>();
        for (Draft part : group.parts()) {
            switch (part) {
                case Group inner -> group(inner).ifPresent(parts::add);
                case Row row -> {
                    if (condition(row) instanceof Complete complete) {
                        parts.add(complete.condition());
                    }
                }
            }
        }
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        boolean one = parts.size() == 1;
        return Optional.of(
                switch (group.match()) {
                    case "any" -> one ? parts.getFirst() : new Any(parts);
                    case "none" -> new Not(one ? parts.getFirst() : new Any(parts));
                    default -> one ? parts.getFirst() : new All(parts);
                });
    }

    /** What a row means. */
    sealed interface Meaning {}

    record Complete(Condition condition) implements Meaning {}

    /** @param unreadable why it means nothing yet */
    record Incomplete(FilterUnreadable unreadable) implements Meaning {}

    Meaning condition(Row row) {
        ConditionKind kind = kind(row.kind());
        if (kind == null) {
            return new Incomplete(new FilterUnreadable("", "segments.json.missing", "kind"));
        }
        try {
            return new Complete(filters.read(kind, row.fields()));
        } catch (FilterUnreadable e) {
            return new Incomplete(e);
        }
    }

    @Nullable
    ConditionKind kind(String property) {
        return filters.kinds().stream()
                .filter(kind -> kind.property().equals(property))
                .findFirst()
                .orElse(null);
    }

    /** The form that means the filter. */
    public Group draft(Filter filter) {
        Draft draft = part(filter);
        Group group = draft instanceof Group whole ? whole : new Group("", "all", List.of(draft));
        return (Group) Draft.numbered(group, Draft.ROOT);
    }

    private Draft part(Filter filter) {
        return switch (filter) {
            case All all -> new Group("", "all", parts(all.parts()));
            case Any any -> new Group("", "any", parts(any.parts()));
            case Not not ->
                new Group("", "none", not.part() instanceof Any any ? parts(any.parts()) : List.of(part(not.part())));
            case Condition condition -> row(condition);
        };
    }

    private List<Draft> parts(List<Filter> parts) {
        return parts.stream().map(this::part).toList();
    }

    private Row row(Condition condition) {
        var json = condition.json();
        ConditionKind kind = filters.kinds().stream()
                .filter(each -> json.containsKey(each.property()))
                .findFirst()
                .orElseThrow();
        return new Row("", kind.property(), kind.fields(json));
    }
}
