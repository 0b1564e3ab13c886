package io.legame.customers.web;

import io.legame.customers.CustomerId;
import io.legame.customers.CustomerSummary;
import io.legame.customers.Relation;
import io.legame.customers.RelationKind;
import io.legame.platform.Shell;
import io.legame.platform.View;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whom a customer is related to: a panel of its card.
 *
 * @param household everybody who lives together with it, itself too
 * @param households where the household is told more of
 * @param proposed the company that its own data name; null when there is none, or when it is told already
 * @param fault why what was just written was not taken; null when nothing is wrong
 */
public record CustomerRelations(
        CustomerId customer,
        List<Relation> relations,
        List<CustomerSummary> household,
        List<String> households,
        @Nullable CustomerSummary proposed,
        List<RelationKind> kinds,
        @Nullable String fault)
        implements View {
    /** A kind as it is seen from one side, to choose from. */
    public record Option(String value, String name) {}

    /** Those of one kind and side. */
    public record Group(RelationKind kind, RelationKind.Side side, List<Relation> relations) {}

    /** So many of one kind are shown at once: a company has many people. */
    private static final int AT_ONCE = 8;

    public String path() {
        return "/customers/" + customer.value() + "/relations";
    }

    public List<Group> groups() {
        return relations.stream()
                .filter(relation -> relation.until() == null)
                .collect(Collectors.groupingBy(
                        relation -> List.of(
                                relation.kind(), relation.kind().mutual() ? RelationKind.Side.FORTH : relation.side()),
                        java.util.LinkedHashMap::new,
                        Collectors.toList()))
                .values()
                .stream()
                .map(group ->
                        new Group(group.getFirst().kind(), group.getFirst().side(), group))
                .toList();
    }

    public static List<Relation> first(Group group) {
        return group.relations().stream().limit(AT_ONCE).toList();
    }

    public static List<Relation> others(Group group) {
        return group.relations().stream().skip(AT_ONCE).toList();
    }

    public List<Relation> former() {
        return relations.stream().filter(relation -> relation.until() != null).toList();
    }

    public static String name(Shell shell, RelationKind kind, RelationKind.Side side) {
        return kind.ours() ? shell.text(kind.textKey(side)) : kind.name(side, shell.locale());
    }

    public List<Option> options(Shell shell) {
        var options = new ArrayList<Option>();
        for (RelationKind kind : kinds) {
            options.add(new Option(
                    kind.code() + ":" + RelationKind.Side.FORTH.code(), name(shell, kind, RelationKind.Side.FORTH)));
            if (!kind.mutual()) {
                options.add(new Option(
                        kind.code() + ":" + RelationKind.Side.BACK.code(), name(shell, kind, RelationKind.Side.BACK)));
            }
        }
        return options;
    }
}
