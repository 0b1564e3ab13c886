package io.legame.segments;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of one condition in the builder's form, by their short names; what is blank is not there. */
public record Fields(Map<String, List<String>> values) {
    public static final Fields NONE = new Fields(Map.of());

    public Fields {
        var filled = new LinkedHashMap<String, List<String>>();
        values.forEach((name, all) -> {
            List<String> notBlank = all.stream()
                    .filter(value -> !value.isBlank())
                    .map(String::strip)
                    .distinct()
                    .toList();
            if (!notBlank.isEmpty()) {
                filled.put(name, notBlank);
            }
        });
        values = Collections.unmodifiableMap(filled);
    }

    static Fields of(String name, String value, String... more) {
        Fields fields = NONE.with(name, value);
        for (int i = 0; i < more.length; i += 2) {
            fields = fields.with(more[i], more[i + 1]);
        }
        return fields;
    }

    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    @Nullable
    String one(String name) {
        List<String> all = all(name);
        return all.isEmpty() ? null : all.getFirst();
    }

    String one(String name, String otherwise) {
        String one = one(name);
        return one == null ? otherwise : one;
    }

    Fields with(String name, Object value) {
        return with(name, List.of(value.toString()));
    }

    Fields with(String name, List<?> all) {
        var copy = new LinkedHashMap<>(values);
        copy.put(name, all.stream().map(Object::toString).toList());
        return new Fields(copy);
    }

    public Fields adding(String name, String value) {
        var all = new ArrayList<>(all(name));
        all.add(value);
        return with(name, all);
    }

    public Fields removing(String name, @Nullable String value) {
        if (value == null) {
            return with(name, List.of());
        }
        var all = new ArrayList<>(all(name));
        all.remove(value);
        return with(name, all);
    }

    /** The number of the text, or the text itself for the strict reader to complain about. */
    static Object number(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            return text;
        }
    }
}
