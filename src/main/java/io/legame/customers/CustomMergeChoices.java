package io.legame.customers;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which of several customers' values of custom fields the one that stays has, by the rules of {@link MergeChoices}. A value
 * that the field's type cannot read today may be wrong. Several choices are not chosen between: all stay.
 */
final class CustomMergeChoices {
    /** The survivor first, then those that changed last. */
    private final List<CustomerState> all;

    private final Map<CustomFieldId, CustomerId> wanted;
    private final CustomReader reader;
    private final SeenFields seen;

    CustomMergeChoices(
            List<CustomerState> all, Map<CustomFieldId, CustomerId> wanted, CustomReader reader, SeenFields seen) {
        this.all = all;
        this.wanted = wanted;
        this.reader = reader;
        this.seen = seen;
    }

    /** Of the fields in use, in their order. */
    List<MergeProposal.CustomChoice> choices() {
        return reader.fields().inUse().stream()
                .map(field -> new MergeProposal.CustomChoice(
                        field, values(field), chosen(field.id()).customer()))
                .filter(choice -> !choice.values().isEmpty())
                .toList();
    }

    private Map<CustomerId, CustomFields.Held> values(CustomField field) {
        var values = new LinkedHashMap<CustomerId, CustomFields.Held>();
        for (CustomerState state : all) {
            Object stored = state.custom().get(field.id());
            if (stored != null) {
                CustomFields.held(field, stored, reader, seen).ifPresent(held -> values.put(state.customer(), held));
            }
        }
        return values;
    }

    private CustomerState chosen(CustomFieldId field) {
        CustomerState survivor = all.getFirst();
        CustomerId wish = wanted.get(field);
        return all.stream()
                .filter(state -> state.customer().equals(wish))
                .findFirst()
                .or(() -> all.stream()
                        .filter(state -> state.custom().get(field) != null)
                        .min(Comparator.comparing(state -> isDoubtful(state, field))))
                .orElse(survivor);
    }

    private boolean isDoubtful(CustomerState state, CustomFieldId id) {
        ValueFlag flag = state.flag(id);
        Object stored = Objects.requireNonNull(state.custom().get(id));
        return (flag != null && flag.needsLook())
                || reader.fields()
                        .find(id)
                        .filter(field -> reader.today(field, stored) == null)
                        .isPresent();
    }

    /** Writes the chosen values into the survivor, also those of fields that are archived. */
    void write() {
        CustomerState survivor = all.getFirst();
        for (CustomFieldId id : known()) {
            CustomerState from = chosen(id);
            List<String> together = wanted.containsKey(id)
                    ? null
                    : reader.fields().find(id).map(this::united).orElse(null);
            if (together != null) {
                if (!together.equals(survivor.custom().get(id))) {
                    survivor.restore(id.name(), new ChangeJson.Was(together, null, null));
                }
            } else if (from != survivor) {
                survivor.take(id, from);
            }
        }
    }

    private Set<CustomFieldId> known() {
        var known = new TreeSet<>(Comparator.comparingLong(CustomFieldId::value));
        all.forEach(state -> known.addAll(state.custom().known()));
        return known;
    }

    /** The ids of all that any of them chose, in the order of the list; null when the field is not of that type. */
    private @Nullable List<String> united(CustomField field) {
        if (!field.isUnited()) {
            return null;
        }
        var ids = new LinkedHashSet<String>();
        for (CustomerState state : all) {
            Object stored = state.custom().get(field.id());
            if (stored != null && reader.today(field, stored) instanceof List<?> chosen) {
                chosen.forEach(id -> ids.add(id.toString()));
            }
        }
        List<String> inOrder = Objects.requireNonNull(field.choices()).choices().stream()
                .map(choice -> Long.toString(choice.id()))
                .filter(ids::contains)
                .toList();
        return inOrder.isEmpty() ? null : inOrder;
    }
}
