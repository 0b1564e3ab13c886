package io.legame.customers;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;

/**
 * The values of the custom fields of one customer while they are being changed: each a text as its type writes it, or a
 * list of the ids of what was chosen.
 */
final class CustomValues {
    private static final Comparator<CustomFieldId> ORDER = Comparator.comparingLong(CustomFieldId::value);

    private final Map<CustomFieldId, Object> before;
    private final Map<CustomFieldId, Object> now;

    CustomValues(@Nullable JSONB json) {
        this.before = ChangeJson.custom(json);
        this.now = new TreeMap<>(ORDER);
        now.putAll(before);
    }

    @Nullable
    Object get(CustomFieldId field) {
        return now.get(field);
    }

    @Nullable
    Object original(CustomFieldId field) {
        return before.get(field);
    }

    /** Returns whether that is another value; the same choices in another order are not. */
    boolean put(CustomFieldId field, @Nullable Object value) {
        if (value instanceof List<?> ids
                && now.get(field) instanceof List<?> known
                && Set.copyOf(ids).equals(Set.copyOf(known))) {
            return false;
        }
        return !Objects.equals(value, value == null ? now.remove(field) : now.put(field, value));
    }

    Set<CustomFieldId> known() {
        return now.keySet();
    }

    /** Those whose values are not as they were read. */
    Set<CustomFieldId> changed() {
        if (now.isEmpty() && before.isEmpty()) {
            return Set.of();
        }
        var changed = new TreeSet<CustomFieldId>(ORDER);
        changed.addAll(before.keySet());
        changed.addAll(now.keySet());
        changed.removeIf(field -> Objects.equals(before.get(field), now.get(field)));
        return changed;
    }

    @Nullable
    JSONB json() {
        return ChangeJson.ofCustom(now);
    }
}
