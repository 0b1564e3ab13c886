package io.legame.customers;

import static io.legame.customers.db.Tables.CUSTOMER;

import io.legame.customers.db.tables.records.CustomerRecord;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/** A customer while it is being changed: its row, its values as they were written, and what is wrong with them. */
final class CustomerState {
    private static final Map<String, Field<?>> COLUMNS =
            Arrays.stream(CUSTOMER.fields()).collect(Collectors.toUnmodifiableMap(Field::getName, column -> column));

    private final CustomerRecord row;
    private final CustomValues custom;
    private final Map<String, String> written;
    private final Map<String, ValueFlag> flags;
    private final Map<String, String> writtenBefore;
    private final Map<String, ValueFlag> flagsBefore;

    CustomerState(CustomerRecord row) {
        this.row = row;
        this.custom = new CustomValues(row.getCustom());
        this.writtenBefore = ChangeJson.written(row.getWritten());
        this.flagsBefore = ChangeJson.flags(row.getFlags());
        this.written = new TreeMap<>(writtenBefore);
        this.flags = new TreeMap<>(flagsBefore);
    }

    boolean deleted() {
        return Leaving.As.DELETED.code().equals(row.getLeftAs());
    }

    CustomerRecord row() {
        return row;
    }

    long id() {
        return row.getId();
    }

    CustomerId customer() {
        return new CustomerId(row.getId());
    }

    /**
     * Takes what the draft says; what it does not say stays.
     *
     * @return the names of the columns whose values, or whose flags, are new
     */
    Set<String> apply(UniformDraft came) {
        return take(withoutSlips(withoutKnownCompany(came)));
    }

    /** The same for what somebody wrote on purpose, who was told that it may be a slip. */
    Set<String> take(UniformDraft uniform) {
        var changed = new LinkedHashSet<String>();
        CustomerRow.write(uniform.draft(), row, changed);
        uniform.draft().texts().keySet().forEach(field -> noteWritten(field, uniform, changed));
        // the two names that one text was split into come from it
        noteWritten(CustomerField.FULL_NAME, uniform, changed);
        uniform.flags().forEach((field, flag) -> noteFlag(field, flag, changed));
        uniform.draft().texts().keySet().stream()
                .filter(field -> !uniform.flags().containsKey(field))
                .forEach(field -> forgetFlag(field, changed));
        take(uniform.custom(), changed);
        if (!changed.isEmpty()) {
            finish();
        }
        return changed;
    }

    /** Takes what is said of custom fields, as a whole; what is not said stays. Whoever calls this calls {@link #finish}. */
    void take(CustomReading reading, Set<String> changed) {
        reading.values().forEach((field, value) -> {
            if (custom.put(field, value)) {
                putOrRemove(written, field.name(), reading.written().get(field));
                flags.remove(field.name());
                changed.add(field.name());
            }
        });
        reading.faults().forEach((field, text) -> {
            var flag = new ValueFlag(ValueFlag.Kind.IMPOSSIBLE, text, null);
            if (custom.get(field) == null && !flag.equals(flags.put(field.name(), flag))) {
                changed.add(field.name());
            }
        });
    }

    /** Takes the values away that somebody emptied. */
    void clear(CustomReading reading, Set<String> changed) {
        for (CustomFieldId field : reading.cleared()) {
            flags.remove(field.name());
            if (custom.put(field, null)) {
                written.remove(field.name());
                changed.add(field.name());
            }
        }
    }

    /** Gives a new customer what nothing was said of. */
    void begin(Map<CustomFieldId, Object> defaults, CustomReading reading) {
        defaults.forEach((field, value) -> {
            if (!reading.says(field)) {
                custom.put(field, value);
            }
        });
        finish();
    }

    CustomValues custom() {
        return custom;
    }

    /** How a company is written depends on who else is known: the same text as before is no news. */
    private UniformDraft withoutKnownCompany(UniformDraft came) {
        CustomerField field = CustomerField.COMPANY_NAME;
        String name = came.draft().text(field);
        String text = came.written().getOrDefault(field, name);
        String before = written.getOrDefault(name(field), row.getCompanyName());
        return name != null && before != null && before.equals(text) ? came.without(field) : came;
    }

    /** A slip of the value that is known is no news: it may have been put right before it came again. */
    private UniformDraft withoutSlips(UniformDraft came) {
        UniformDraft uniform = came;
        for (Map.Entry<CustomerField, ValueFlag> flag : came.flags().entrySet()) {
            TableField<CustomerRecord, String> column = CustomerRow.column(flag.getKey());
            String proposal = flag.getValue().proposal();
            if (column != null && proposal != null && proposal.equals(row.get(column))) {
                uniform = uniform.without(flag.getKey());
            }
        }
        return uniform;
    }

    void setOtherPhones(List<String> numbers) {
        row.setOtherPhones(numbers.isEmpty() ? null : numbers.toArray(String[]::new));
    }

    /** Takes the field's value away. */
    void clear(CustomerField field) {
        CustomerRow.VALUES.stream()
                .filter(column -> column.getName().equals(name(field)))
                .forEach(column -> put(column, null));
        settle(field);
    }

    /** Forgets how the field's value was written and what was wrong with it. */
    void settle(CustomerField field) {
        written.remove(name(field));
        flags.remove(name(field));
    }

    /** What is wrong with the field's value, also when somebody said that it stays. */
    @Nullable
    ValueFlag flag(CustomerField field) {
        return flags.get(name(field));
    }

    /** The same of a custom field. */
    @Nullable
    ValueFlag flag(CustomFieldId field) {
        return flags.get(field.name());
    }

    /** The field's value as it was written; null when it is stored so. */
    @Nullable
    String written(CustomerField field) {
        return written.get(name(field));
    }

    /**
     * Writes the field's value in another way; how it was written stays known.
     *
     * @param value null when it cannot be right
     * @param flag what is wrong with it then; null for nothing
     */
    void correct(CustomerField field, @Nullable String value, @Nullable ValueFlag flag) {
        TableField<CustomerRecord, String> column = Objects.requireNonNull(CustomerRow.column(field));
        String before = row.get(column);
        String name = name(field);
        row.set(column, value);
        if (value == null || value.equals(written.get(name))) {
            written.remove(name);
        } else if (before != null && !before.equals(value)) {
            written.putIfAbsent(name, before);
        }
        putOrRemove(flags, name, flag);
    }

    /** The field's value stays as it is, whatever is wrong with it. */
    void accept(CustomerField field) {
        flags.computeIfPresent(name(field), (name, flag) -> flag.accepted());
    }

    /** Writes down what follows from the values. */
    void finish() {
        CustomerRow.derive(row);
        row.setCustom(custom.json());
        row.setWritten(ChangeJson.ofWritten(written));
        row.setFlags(ChangeJson.ofFlags(flags));
    }

    static String name(CustomerField field) {
        return field.name().toLowerCase(Locale.ROOT);
    }

    /** Another way of writing the value that is known is no news. */
    private void noteWritten(CustomerField field, UniformDraft uniform, Set<String> changed) {
        String name = name(field);
        boolean isNew = field == CustomerField.FULL_NAME
                ? changed.contains("given_name") || changed.contains("family_name")
                : changed.contains(name);
        if (isNew) {
            String text = uniform.written().get(field);
            if (text == null) {
                written.remove(name);
            } else {
                written.put(name, text);
            }
        }
    }

    /** A value that was left out is worth a flag only where there is no other. */
    private void noteFlag(CustomerField field, ValueFlag flag, Set<String> changed) {
        Field<?> column = COLUMNS.get(name(field));
        boolean known = flag.kind().leftOut() && column != null && row.get(column) != null;
        if (!known
                && !isOldNews(field, changed)
                && !isAccepted(field, flag, changed)
                && !flag.equals(flags.put(name(field), flag))) {
            changed.add(name(field));
        }
    }

    /** Somebody said that the value stays, and it is the same. */
    private boolean isAccepted(CustomerField field, ValueFlag flag, Set<String> changed) {
        ValueFlag before = flags.get(name(field));
        if (before == null || before.needsLook() || !Objects.equals(before.proposal(), flag.proposal())) {
            return false;
        }
        return before.written().equals(flag.written())
                || (!flag.kind().leftOut() && CustomerRow.column(field) != null && !changed.contains(name(field)));
    }

    /** Other companies come and go: what is near to a name is told when the name comes, and not again. */
    private static boolean isOldNews(CustomerField field, Set<String> changed) {
        return field == CustomerField.COMPANY_NAME && !changed.contains(name(field));
    }

    private void forgetFlag(CustomerField field, Set<String> changed) {
        ValueFlag flag = flags.get(name(field));
        boolean stays = flag != null && !flag.needsLook() && !changed.contains(name(field));
        if (!stays && !isOldNews(field, changed) && flags.remove(name(field)) != null) {
            changed.add(name(field));
        }
    }

    /** The columns named with their values as they were read and as they are now. */
    Map<String, Upsert.Change> changes(Set<String> names) {
        var changes = new LinkedHashMap<String, Upsert.Change>();
        for (String name : names) {
            Field<?> column = COLUMNS.get(name);
            changes.put(
                    name,
                    column == null
                            ? new Upsert.Change("", "")
                            : new Upsert.Change(text(row.original(column)), text(row.get(column))));
        }
        return changes;
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case String[] many -> String.join(", ", many);
            default -> value.toString();
        };
    }

    /** The values of before, by field, for those that are not as they were read; empty when nothing changed. */
    Map<String, ChangeJson.Was> before() {
        var before = new LinkedHashMap<String, ChangeJson.Was>();
        for (TableField<CustomerRecord, ?> column : CustomerRow.VALUES) {
            if (!Objects.deepEquals(row.get(column), row.original(column))) {
                before.put(column.getName(), was(column.getName(), row.original(column)));
            }
        }
        for (CustomFieldId field : custom.changed()) {
            before.put(field.name(), was(field.name(), custom.original(field)));
        }
        for (String name : noted()) {
            if (!Objects.equals(written.get(name), writtenBefore.get(name))
                    || !Objects.equals(flags.get(name), flagsBefore.get(name))) {
                before.computeIfAbsent(name, each -> was(each, original(each)));
            }
        }
        if (!row.getUpdatedAt().equals(row.original(CUSTOMER.UPDATED_AT))) {
            before.put(
                    CUSTOMER.UPDATED_AT.getName(), new ChangeJson.Was(row.original(CUSTOMER.UPDATED_AT), null, null));
        }
        return before;
    }

    /** Whether it is no field of the customer but the moment of its last change. */
    static boolean isMoment(String name) {
        return name.equals(CUSTOMER.UPDATED_AT.getName());
    }

    private Set<String> noted() {
        var names = new LinkedHashSet<>(written.keySet());
        names.addAll(writtenBefore.keySet());
        names.addAll(flags.keySet());
        names.addAll(flagsBefore.keySet());
        return names;
    }

    private @Nullable Object original(String name) {
        if (CustomFieldId.isName(name)) {
            return custom.original(CustomFieldId.ofName(name));
        }
        Field<?> column = COLUMNS.get(name);
        return column == null ? null : row.original(column);
    }

    private ChangeJson.Was was(String name, @Nullable Object value) {
        return new ChangeJson.Was(value, writtenBefore.get(name), flagsBefore.get(name));
    }

    /** Takes the field's value from another customer, with how it was written and what is wrong with it. */
    void take(CustomerField field, CustomerState from) {
        String name = name(field);
        Field<?> column = COLUMNS.get(name);
        restore(
                name,
                new ChangeJson.Was(
                        column == null ? null : from.row.get(column), from.written.get(name), from.flags.get(name)));
    }

    /** Takes a custom field's value from another customer, likewise. */
    void take(CustomFieldId field, CustomerState from) {
        restore(
                field.name(),
                new ChangeJson.Was(
                        from.custom.get(field), from.written.get(field.name()), from.flags.get(field.name())));
    }

    /** Puts a field back to what it was. */
    void restore(String name, ChangeJson.Was was) {
        if (CustomFieldId.isName(name)) {
            custom.put(CustomFieldId.ofName(name), was.value());
        }
        CustomerRow.VALUES.stream()
                .filter(column -> column.getName().equals(name))
                .forEach(column -> put(column, was.value()));
        if (isMoment(name) && was.value() != null) {
            row.setUpdatedAt(OffsetDateTime.parse(was.value().toString()));
        }
        putOrRemove(written, name, was.written());
        putOrRemove(flags, name, was.flag());
    }

    private <T> void put(TableField<CustomerRecord, T> column, @Nullable Object value) {
        row.set(column, value == null ? null : ChangeJson.read(column.getType(), value));
    }

    private static <T> void putOrRemove(Map<String, T> map, String name, @Nullable T value) {
        if (value == null) {
            map.remove(name);
        } else {
            map.put(name, value);
        }
    }
}
