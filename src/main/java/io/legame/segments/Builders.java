package io.legame.segments;

import io.legame.segments.Slot.Checks;
import io.legame.segments.Slot.Choice;
import io.legame.segments.Slot.Option;
import io.legame.segments.Slot.Restriction;
import io.legame.segments.Slot.Values;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns drafts into what the builder shows. */
@Component
public class Builders {
    private static final int FOUND = 8;

    private final Drafting drafting;
    private final Filters filters;
    private final Telling telling;
    private final Proposals proposals;

    Builders(Drafting drafting, Filters filters, Telling telling, Proposals proposals) {
        this.drafting = drafting;
        this.filters = filters;
        this.telling = telling;
        this.proposals = proposals;
    }

    public BuilderPart.Group show(Draft.Group draft) {
        return group(draft, telling.words(), 1);
    }

    private BuilderPart.Group group(Draft.Group draft, Words words, int depth) {
        var parts = new ArrayList<BuilderPart>();
        for (Draft part : draft.parts()) {
            switch (part) {
                case Draft.Group inner -> parts.add(group(inner, words, depth + 1));
                case Draft.Row row -> {
                    ConditionKind kind = drafting.kind(row.kind());
                    if (kind != null) {
                        parts.add(row(row, kind, words));
                    }
                }
            }
        }
        return new BuilderPart.Group(draft.path(), draft.match(), depth, parts);
    }

    private BuilderPart.Row row(Draft.Row row, ConditionKind kind, Words words) {
        var slots = kind.slots(row.fields(), words, proposals);
        return new BuilderPart.Row(row.path(), row.kind(), slots, hidden(row.fields(), slots), problem(row, words));
    }

    /** Fields without a control, so that they are still there when another choice brings the control back. */
    private static Map<String, List<String>> hidden(Fields fields, List<Slot> slots) {
        Set<String> controls = new HashSet<>();
        for (Slot slot : slots) {
            switch (slot) {
                case Restriction restriction -> controls.add(restriction.name());
                case Slot.More more -> {}
                case Slot.Told told -> {}
                case Slot.Heading heading -> {}
                case Choice choice -> controls.add(choice.name());
                case Slot.Quantity quantity -> controls.add(quantity.name());
                case Slot.Day day -> controls.add(day.name());
                case Slot.Text text -> controls.add(text.name());
                case Checks checks -> controls.add(checks.name());
                case Values values -> controls.add(values.name());
            }
        }
        var hidden = new LinkedHashMap<>(fields.values());
        hidden.keySet().removeIf(name -> controls.contains(name) || name.endsWith("+") || name.equals("q"));
        return hidden;
    }

    private @Nullable String problem(Draft.Row row, Words words) {
        return switch (drafting.condition(row)) {
            case Drafting.Complete complete -> null;
            case Drafting.Incomplete incomplete -> {
                FilterUnreadable unreadable = incomplete.unreadable();
                boolean missing = unreadable.key().equals("segments.json.missing")
                        || unreadable.key().equals("segments.json.noTest");
                yield missing
                        ? words.text("builder.incomplete")
                        : words.texts().get(words.locale(), unreadable.key(), unreadable.arguments());
            }
        };
    }

    /** The problems of all rows by the rows' ids; empty where there is none. */
    public Map<String, String> problems(Draft.Group draft) {
        var problems = new LinkedHashMap<String, String>();
        problems(draft, telling.words(), problems);
        return problems;
    }

    private void problems(Draft draft, Words words, Map<String, String> problems) {
        switch (draft) {
            case Draft.Group group -> group.parts().forEach(part -> problems(part, words, problems));
            case Draft.Row row -> {
                String problem = problem(row, words);
                problems.put(row.path().replace('.', '-'), problem == null ? "" : problem);
            }
        }
    }

    /** The values of the source that contain the search. */
    public List<Option> values(String source, String search) {
        return proposals.of(source, search, FOUND).stream()
                .map(each -> new Option(each.value(), each.label(), each.count(), false))
                .toList();
    }

    /**
     * An entry of the menu of conditions.
     *
     * @param key what {@code add} takes
     */
    public record Addable(String key, String label) {}

    /** The menu of conditions by the keys of its groups. */
    public Map<String, List<Addable>> menu() {
        Words words = telling.words();
        var menu = new LinkedHashMap<String, List<Addable>>();
        for (String group : List.of("bought", "standing", "person", "did", "reach", "figures")) {
            menu.put(group, new ArrayList<>());
        }
        filters.kinds()
                .forEach(kind -> kind.offers()
                        .forEach(offer -> menu.computeIfAbsent(offer.group(), key -> new ArrayList<>())
                                .add(new Addable(
                                        offer.key(),
                                        offer.label() == null ? words.text(offer.key()) : offer.label()))));
        return menu;
    }
}
