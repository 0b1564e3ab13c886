package io.legame.customers;

import io.legame.access.ChangeSetId;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Writes one field of many customers by the rules of an edit by hand. Taking it back is that of its change set. */
final class BulkWriting implements BulkWork {
    private final CustomerBase base;
    private final IdentityTable identities;
    private final Uniformity rules;
    private final BulkChange.Written change;
    private final ChangeSetId by;
    private final OffsetDateTime now;

    BulkWriting(DSLContext database, Uniformity rules, BulkChange.Written change, ChangeSetId by, OffsetDateTime now) {
        this.base = new CustomerBase(database);
        this.identities = new IdentityTable(database);
        this.rules = rules;
        this.change = change;
        this.by = by;
        this.now = now;
    }

    @Override
    public Done run(List<Long> ids) {
        Map<Long, List<Identity>> known = identities.of(ids);
        var changed = new TreeMap<Long, CustomerState>();
        long same = 0;
        for (CustomerState state : new TreeMap<>(base.load(ids)).values()) {
            if (!state.deleted()) {
                Boolean written = write(state, known.getOrDefault(state.id(), List.of()));
                if (Boolean.TRUE.equals(written)) {
                    state.row().setUpdatedAt(now);
                    changed.put(state.id(), state);
                } else if (written != null) {
                    same++;
                }
            }
        }
        base.update(changed, by, now);
        return new Done(changed.keySet(), same);
    }

    /** Whether that makes another of it; null when it is not possible. */
    private @Nullable Boolean write(CustomerState state, List<Identity> known) {
        return switch (change) {
            case BulkChange.Write write ->
                plan(state, known, draft(write), write.text() == null ? Set.of(write.field()) : Set.of());
            case BulkChange.WriteOwn write ->
                fits(state, write.field())
                        ? plan(
                                state,
                                known,
                                CustomerDraft.of(Map.of()).with(new CustomDraft(Map.of(write.field(), texts(write)))),
                                Set.of())
                        : null;
            case BulkChange.AddChoices add -> chosen(state, add.field(), add.labels(), true);
            case BulkChange.TakeChoices take -> chosen(state, take.field(), take.labels(), false);
        };
    }

    /** Nothing said empties a field. */
    private static List<String> texts(BulkChange.WriteOwn write) {
        return write.texts().isEmpty() ? List.of("") : write.texts();
    }

    private boolean fits(CustomerState state, CustomFieldId id) {
        return rules.custom()
                .fields()
                .find(id)
                .filter(field -> !field.archived() && field.fits(state.row().getKind()))
                .isPresent();
    }

    private @Nullable Boolean plan(
            CustomerState state, List<Identity> known, CustomerDraft draft, Set<CustomerField> cleared) {
        EditPlan plan = EditPlan.of(state, EditableCustomer.values(state.row(), known), draft, cleared, rules);
        return plan.isFaulty() ? null : !plan.changesNothing();
    }

    /** What cannot be read as a number or an answer stays a text, and is refused as one. */
    static CustomerDraft draft(BulkChange.Write write) {
        String text = write.text() == null ? "" : write.text();
        BigDecimal income = write.field() == CustomerField.ANNUAL_INCOME ? number(text) : null;
        boolean counted = write.field() == CustomerField.CHILDREN && text.matches("[0-9]{1,2}");
        boolean answered = write.field() == CustomerField.HOME_OWNER && text.matches("true|false");
        Integer children = counted ? Integer.valueOf(text) : null;
        Boolean owner = answered ? Boolean.valueOf(text) : null;
        var texts = new EnumMap<CustomerField, String>(CustomerField.class);
        if (!text.isEmpty() && income == null && children == null && owner == null) {
            texts.put(write.field(), text);
        }
        return new CustomerDraft(texts, Map.of(), null, income, children, owner);
    }

    private static @Nullable BigDecimal number(String text) {
        return text.matches("[0-9]{1,12}([.][0-9]{1,4})?") ? new BigDecimal(text) : null;
    }

    private @Nullable Boolean chosen(CustomerState state, CustomFieldId id, List<String> labels, boolean adds) {
        if (!fits(state, id)) {
            return null;
        }
        CustomReader reader = rules.custom();
        CustomField field = reader.fields().find(id).orElseThrow();
        Set<String> before = ids(state.custom().get(id));
        var after = new LinkedHashSet<>(before);
        Set<String> meant = ids(reader.read(field, labels));
        if ((adds && !after.addAll(meant)) || (!adds && !after.removeAll(meant))) {
            return false;
        }
        if (after.isEmpty() && field.required()) {
            return null;
        }
        List<String> written = after.stream().map(choice -> "#" + choice).toList();
        CustomReading reading =
                CustomReading.of(new CustomDraft(Map.of(id, written.isEmpty() ? List.of("") : written)), reader);
        var names = new HashSet<String>();
        state.take(reading, names);
        state.clear(reading, names);
        state.finish();
        return true;
    }

    private static Set<String> ids(@Nullable Object stored) {
        var ids = new LinkedHashSet<String>();
        if (stored instanceof List<?> choices) {
            choices.forEach(choice -> ids.add(choice.toString()));
        }
        return ids;
    }
}
