package io.legame.segments;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A filter while it is built: what the builder's form holds, complete or not. Each part has a path: {@code f} the whole,
 * {@code f.0} its first part, {@code f.0.2} the third part of that; a field is called by the path and its short name.
 */
public sealed interface Draft {
    String ROOT = "f";

    String path();

    /** @param match all, any or none of the parts */
    record Group(String path, String match, List<Draft> parts) implements Draft {
        static final List<String> MATCHES = List.of("all", "any", "none");
    }

    /** @param kind a {@link ConditionKind#property()} */
    record Row(String path, String kind, Fields fields) implements Draft {}

    static Group empty() {
        return new Group(ROOT, "all", List.of());
    }

    /** Reads the form. */
    static Group read(Map<String, List<String>> form) {
        return readGroup(form, ROOT, 1);
    }

    private static Group readGroup(Map<String, List<String>> form, String path, int depth) {
        String match = first(form, path + ".match");
        var parts = new ArrayList<Draft>();
        for (int i = 0; i < Filters.MOST_CONDITIONS; i++) {
            String part = path + "." + i;
            if (form.containsKey(part + ".kind")) {
                parts.add(new Row(part, first(form, part + ".kind"), fields(form, part + ".")));
            } else if (form.containsKey(part + ".match") && depth < Filters.DEEPEST - 1) {
                parts.add(readGroup(form, part, depth + 1));
            } else {
                break;
            }
        }
        return new Group(path, Group.MATCHES.contains(match) ? match : "all", parts);
    }

    private static Fields fields(Map<String, List<String>> form, String prefix) {
        var fields = new LinkedHashMap<String, List<String>>();
        form.forEach((name, values) -> {
            String rest = name.startsWith(prefix) ? name.substring(prefix.length()) : "";
            if (!rest.isEmpty() && rest.indexOf('.') < 0 && !rest.equals("kind")) {
                fields.put(rest, values.stream().limit(JsonPlace.LONGEST_LIST).toList());
            }
        });
        return new Fields(fields);
    }

    private static String first(Map<String, List<String>> form, String name) {
        var values = form.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.getFirst();
    }

    static int rows(Draft draft) {
        return switch (draft) {
            case Row row -> 1;
            case Group group -> group.parts().stream().mapToInt(Draft::rows).sum();
        };
    }

    /** With paths that follow from the places. */
    static Draft numbered(Draft draft, String path) {
        return switch (draft) {
            case Row row -> new Row(path, row.kind(), row.fields());
            case Group group -> {
                var parts = new ArrayList<Draft>();
                for (int i = 0; i < group.parts().size(); i++) {
                    parts.add(numbered(group.parts().get(i), path + "." + i));
                }
                yield new Group(path, group.match(), parts);
            }
        };
    }
}
