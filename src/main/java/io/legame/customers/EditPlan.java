package io.legame.customers;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote about one customer, with the rules applied to the whole and only what was written anew taken from
 * it: a value that nobody touched stays as it is, whatever a rule would make of it today.
 */
final class EditPlan {
    /** What the town tells of, or is told by. */
    private static final Set<CustomerField> PLACE = EnumSet.of(
            CustomerField.TOWN,
            CustomerField.POSTCODE,
            CustomerField.PROVINCE,
            CustomerField.REGION,
            CustomerField.COUNTRY);

    private static final Set<CustomerField> SEVERAL = EnumSet.of(CustomerField.OTHER_EMAIL, CustomerField.OTHER_PHONE);

    private static final Set<CustomerField> FILLED_IN = EnumSet.of(CustomerField.PROVINCE, CustomerField.REGION);

    /** What a tax code is compared with. */
    private static final Set<CustomerField> PERSON = EnumSet.of(
            CustomerField.GIVEN_NAME,
            CustomerField.FAMILY_NAME,
            CustomerField.BIRTH_DATE,
            CustomerField.GENDER,
            CustomerField.TAX_CODE);

    private final CustomerState state;
    private EditedCustom custom = EditedCustom.NOTHING;
    private final Map<CustomerField, Object> known;
    private final Map<CustomerField, Object> said;
    private final Set<CustomerField> changed = EnumSet.noneOf(CustomerField.class);
    private final Map<CustomerField, EditCheck.Rewritten> stored = new EnumMap<>(CustomerField.class);
    private final Map<CustomerField, EditCheck.Fault> faults = new EnumMap<>(CustomerField.class);

    /** The values as they will be. */
    private final Map<CustomerField, Object> values;

    private EditPlan(CustomerState state, Map<CustomerField, Object> known, CustomerDraft draft) {
        this.state = state;
        this.known = known;
        this.said = said(draft);
        this.values = new EnumMap<>(CustomerField.class);
        values.putAll(known);
    }

    /**
     * Writes what was said into the state.
     *
     * @param known the values that the customer has
     * @param cleared the fields that were emptied
     */
    static EditPlan of(
            CustomerState state,
            Map<CustomerField, Object> known,
            CustomerDraft draft,
            Set<CustomerField> cleared,
            Uniformity rules) {
        var plan = new EditPlan(state, known, draft);
        plan.said.forEach((field, value) -> {
            if (!value.equals(known.get(field))) {
                plan.changed.add(field);
                plan.values.put(field, value);
            }
        });
        cleared.stream().filter(known::containsKey).forEach(field -> {
            plan.changed.add(field);
            plan.values.remove(field);
        });
        if (!plan.changed.isEmpty()) {
            plan.write(rules);
        }
        plan.custom = EditedCustom.of(state, rules.custom(draft.custom()), rules.custom());
        return plan;
    }

    /** The first one is none of the others, and who has others has a first one. Returns what the rules say then. */
    private UniformDraft settle(CustomerField first, CustomerField others, UniformDraft uniform, Uniformity rules) {
        if ((!changed.contains(first) && !changed.contains(others)) || faults.containsKey(others)) {
            return uniform;
        }
        UniformDraft settled = uniform;
        Object main = values.get(first);
        Object known = others == CustomerField.OTHER_EMAIL ? SeveralValues.address(main) : main;
        Stream<String> left = several(others).stream().filter(value -> !value.equals(known));
        // addresses have no order, phones have that of their use
        List<String> further = (others == CustomerField.OTHER_EMAIL ? left.sorted() : left).toList();
        if (main == null && !further.isEmpty()) {
            put(first, further.getFirst());
            stored.put(first, new EditCheck.Rewritten("", further.getFirst()));
            ValueFlag doubt = rules.apply(CustomerDraft.of(first, further.getFirst()))
                    .flags()
                    .get(first);
            settled = doubt == null ? settled : settled.with(first, doubt);
            further = further.subList(1, further.size());
        }
        put(others, SeveralValues.together(further));
        return settled;
    }

    private void put(CustomerField field, @Nullable String value) {
        changed.add(field);
        if (value == null) {
            values.remove(field);
        } else {
            values.put(field, value);
        }
    }

    private List<String> several(CustomerField field) {
        return values.get(field) instanceof String text ? SeveralValues.split(text) : List.of();
    }

    private static Map<CustomerField, Object> said(CustomerDraft draft) {
        var said = new EnumMap<CustomerField, Object>(CustomerField.class);
        said.putAll(draft.texts());
        draft.several().forEach((field, values) -> put(said, field, SeveralValues.together(values)));
        said.keySet().retainAll(EditableCustomer.FIELDS);
        put(said, CustomerField.BIRTH_DATE, draft.birthDate());
        put(said, CustomerField.ANNUAL_INCOME, draft.annualIncome());
        put(said, CustomerField.CHILDREN, draft.children());
        put(said, CustomerField.HOME_OWNER, draft.homeOwner());
        return said;
    }

    private static void put(Map<CustomerField, Object> values, CustomerField field, @Nullable Object value) {
        if (value != null) {
            values.put(field, value);
        }
    }

    private static CustomerDraft draft(Map<CustomerField, Object> values) {
        var texts = new EnumMap<CustomerField, String>(CustomerField.class);
        values.forEach((field, value) -> {
            if (value instanceof String text) {
                texts.put(field, text);
            }
        });
        var several = new EnumMap<CustomerField, List<String>>(CustomerField.class);
        for (CustomerField field : SEVERAL) {
            String text = texts.remove(field);
            if (text != null) {
                several.put(field, SeveralValues.split(text));
            }
        }
        return new CustomerDraft(
                texts,
                several,
                values.get(CustomerField.BIRTH_DATE) instanceof LocalDate date ? date : null,
                values.get(CustomerField.ANNUAL_INCOME) instanceof BigDecimal income ? income : null,
                values.get(CustomerField.CHILDREN) instanceof Integer children ? children : null,
                values.get(CustomerField.HOME_OWNER) instanceof Boolean owner ? owner : null);
    }

    private void write(Uniformity rules) {
        UniformDraft uniform = rules.apply(draft(values));
        Map<CustomerField, Object> after = said(uniform.draft());
        fillIn(after);
        for (CustomerField field : changed) {
            Object written = values.get(field);
            Object value = after.get(field);
            if (written == null) {
                continue;
            }
            ValueFlag flag = uniform.leftOut(field);
            if (flag != null) {
                faults.put(field, new EditCheck.Fault(flag.kind(), flag.written(), null));
            } else if (value == null && SEVERAL.contains(field)) {
                values.remove(field);
            } else if (value == null) {
                faults.put(field, new EditCheck.Fault(ValueFlag.Kind.IMPOSSIBLE, written.toString(), null));
            } else {
                values.put(field, value);
                if (value instanceof String text && !text.equals(written)) {
                    stored.put(field, new EditCheck.Rewritten(written.toString(), text));
                }
            }
        }
        uniform = settle(CustomerField.EMAIL, CustomerField.OTHER_EMAIL, uniform, rules);
        uniform = settle(CustomerField.PHONE, CustomerField.OTHER_PHONE, uniform, rules);
        changed.removeIf(field -> !faults.containsKey(field) && Objects.equals(values.get(field), known.get(field)));
        changed.stream().filter(field -> !values.containsKey(field)).forEach(state::clear);
        state.take(newlyWritten(uniform));
        // a date is no text that would take its flag along
        changed.stream()
                .filter(field -> SEVERAL.contains(field) || (field.typed() && values.containsKey(field)))
                .forEach(state::settle);
        if (changed.contains(CustomerField.OTHER_PHONE)) {
            state.setOtherPhones(several(CustomerField.OTHER_PHONE));
        }
        state.finish();
    }

    /** Only when the place is another: whoever empties the province alone wants it empty. */
    private void fillIn(Map<CustomerField, Object> after) {
        boolean moved = changed.stream()
                .anyMatch(field -> PLACE.contains(field) && !FILLED_IN.contains(field) && values.containsKey(field));
        for (CustomerField field : FILLED_IN) {
            Object value = after.get(field);
            if (moved && value != null && !values.containsKey(field)) {
                values.put(field, value);
                changed.add(field);
                stored.put(field, new EditCheck.Rewritten("", value.toString()));
            }
        }
    }

    /** The values written anew, and of those that they are compared with what is wrong with them now. */
    private UniformDraft newlyWritten(UniformDraft uniform) {
        var concerned = EnumSet.copyOf(changed);
        if (changed.stream().anyMatch(PLACE::contains)) {
            concerned.addAll(FILLED_IN);
            concerned.add(CustomerField.TOWN);
        }
        if (changed.stream().anyMatch(PERSON::contains)) {
            concerned.add(CustomerField.TAX_CODE);
        }
        concerned.removeAll(faults.keySet());
        // taken as a whole: of those that a file names none would go
        concerned.removeAll(SEVERAL);
        concerned.retainAll(values.keySet());
        var texts = new EnumMap<CustomerField, Object>(values);
        texts.keySet().retainAll(concerned);
        var written = new EnumMap<CustomerField, String>(CustomerField.class);
        written.putAll(uniform.written());
        written.keySet().retainAll(concerned);
        var flags = new EnumMap<CustomerField, ValueFlag>(CustomerField.class);
        uniform.flags().forEach((field, flag) -> {
            if (concerned.contains(field) && !flag.kind().leftOut()) {
                flags.put(field, flag);
            }
        });
        return new UniformDraft(draft(texts), written, flags, CustomReading.NOTHING);
    }

    CustomerState state() {
        return state;
    }

    /** The fields whose values are others than before. */
    Set<CustomerField> changed() {
        return changed;
    }

    EditedCustom custom() {
        return custom;
    }

    boolean changesNothing() {
        return changed.isEmpty() && custom.changed().isEmpty();
    }

    /** Whether something cannot be right, whoever the customer is known by. */
    boolean isFaulty() {
        return !faults.isEmpty() || !custom.faults().isEmpty();
    }

    boolean changes(CustomerField field) {
        return changed.contains(field);
    }

    @Nullable
    String text(CustomerField field) {
        return !faults.containsKey(field) && values.get(field) instanceof String text ? text : null;
    }

    /** The customer as it will be. */
    CustomerDraft draft() {
        return draft(values);
    }

    /** @param identities what it will be known by */
    EditCheck check(EditedIdentities identities) {
        var all = new EnumMap<>(faults);
        all.putAll(identities.faults());
        List<CustomerField> names = List.of(
                CustomerField.GIVEN_NAME,
                CustomerField.FAMILY_NAME,
                CustomerField.COMPANY_NAME,
                CustomerField.EMAIL,
                CustomerField.PHONE);
        boolean lost = known.isEmpty() || names.stream().anyMatch(changed::contains);
        if (lost && names.stream().noneMatch(values::containsKey)) {
            all.put(CustomerField.GIVEN_NAME, new EditCheck.Fault(null, "", null));
        }
        var doubts = new TreeMap<CustomerField, ValueFlag>();
        for (CustomerField field : EditableCustomer.FIELDS) {
            ValueFlag flag = state.flag(field);
            if (flag != null && flag.needsLook() && !flag.kind().leftOut()) {
                doubts.put(field, flag);
            }
        }
        return new EditCheck(
                stored,
                all,
                doubts,
                identities.keyed(),
                identities.key(),
                Stream.concat(custom.faults().stream(), identities.customFaults().stream())
                        .toList(),
                List.of());
    }
}
