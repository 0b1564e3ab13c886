package io.legame.customers;

import static io.legame.customers.db.Tables.CUSTOMER;
import static io.legame.customers.db.Tables.CUSTOM_FIELD;
import static io.legame.customers.db.Tables.FIELD_ACCESS;

import io.legame.access.Role;
import io.legame.access.Sight;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * How much of the fields of customers somebody sees.
 *
 * @param levels by field, of those that are not seen in full
 * @param custom the same of custom fields
 */
public record SeenFields(Map<CustomerField, FieldLevel> levels, List<LimitedCustomField> custom) {
    static final SeenFields ALL = new SeenFields(Map.of(), List.of());

    /** @param code see {@link CustomField#code} */
    public record LimitedCustomField(CustomFieldId id, String code, FieldLevel level) {}

    /** Before the code of a custom field where a field is named. */
    static final String CUSTOM = "custom.";

    /** Of whoever sent the request that is being answered. */
    static SeenFields current(DSLContext database) {
        return of(database, Sight.current().roles());
    }

    /** @param roles none at all see everything */
    static SeenFields of(DSLContext database, Set<Role> roles) {
        if (roles.isEmpty()) {
            return ALL;
        }
        var levels = new EnumMap<CustomerField, FieldLevel>(CustomerField.class);
        var custom = new ArrayList<LimitedCustomField>();
        database.select(FIELD_ACCESS.FIELD, CUSTOM_FIELD.ID, DSL.arrayAgg(FIELD_ACCESS.LEVEL))
                .from(FIELD_ACCESS)
                .leftJoin(CUSTOM_FIELD)
                .on(FIELD_ACCESS.FIELD.eq(DSL.concat(DSL.val(CUSTOM), CUSTOM_FIELD.CODE)))
                .where(FIELD_ACCESS.ROLE.in(roles.stream().map(Role::name).toList()))
                .groupBy(FIELD_ACCESS.FIELD, CUSTOM_FIELD.ID)
                // a role without a limit sees all
                .having(DSL.count().eq(roles.size()))
                .orderBy(CUSTOM_FIELD.ID)
                .forEach(row -> {
                    FieldLevel level = Stream.of(row.value3())
                            .map(FieldAccess::level)
                            .min(Comparator.naturalOrder())
                            .orElse(FieldLevel.FULL);
                    if (row.value2() != null) {
                        custom.add(new LimitedCustomField(
                                new CustomFieldId(row.value2()), row.value1().substring(CUSTOM.length()), level));
                    } else {
                        CustomerField.of(row.value1()).ifPresent(field -> levels.put(field, level));
                    }
                });
        return new SeenFields(levels, custom);
    }

    /** Whether all is seen. */
    boolean everything() {
        return levels.isEmpty() && custom.isEmpty();
    }

    /** Of what is written into many customers. */
    FieldLevel level(BulkChange change) {
        return switch (change) {
            case BulkChange.Write write -> level(write.field());
            case BulkChange.WriteOwn write -> level(write.field());
            case BulkChange.AddChoices add -> level(add.field());
            case BulkChange.TakeChoices take -> level(take.field());
            case BulkChange.Assign assign -> FieldLevel.FULL;
            case BulkChange.Unassign unassign -> FieldLevel.FULL;
            case BulkChange.Archive archive -> FieldLevel.FULL;
            case BulkChange.Delete delete -> FieldLevel.FULL;
        };
    }

    /** Of what a column of the list shows. */
    FieldLevel level(ListColumn column) {
        if (column instanceof CustomColumn custom) {
            return level(custom.custom());
        }
        CustomerField field = column.field();
        return field == null ? FieldLevel.FULL : level(field);
    }

    public FieldLevel level(CustomField field) {
        return level(field.id());
    }

    FieldLevel level(CustomFieldId field) {
        return custom.stream()
                .filter(limited -> limited.id().equals(field))
                .findFirst()
                .map(LimitedCustomField::level)
                .orElse(FieldLevel.FULL);
    }

    /** As much of a custom field's value, in one line, as is seen; null for nothing. */
    public @Nullable String text(CustomField field, @Nullable String value) {
        return text(field.type(), level(field), value);
    }

    private static @Nullable String text(CustomFieldType type, FieldLevel level, @Nullable String value) {
        return switch (level) {
            case FULL -> value;
            case MASKED -> value == null ? null : FieldMask.of(type, value);
            case HIDDEN -> null;
        };
    }

    public FieldLevel level(CustomerField field) {
        CustomerField main = switch (field) {
            case OTHER_EMAIL -> CustomerField.EMAIL;
            case OTHER_PHONE -> CustomerField.PHONE;
            default -> field;
        };
        return levels.getOrDefault(main, FieldLevel.FULL);
    }

    public boolean full(CustomerField field) {
        return level(field) == FieldLevel.FULL;
    }

    /** As much of the value as is seen; null for nothing. */
    @Nullable
    String text(CustomerField field, @Nullable String value) {
        return switch (level(field)) {
            case FULL -> value;
            case MASKED -> value == null ? null : FieldMask.of(field, value);
            case HIDDEN -> null;
        };
    }

    /** The row with as much of its values as is seen; it must not be written. */
    <R extends Record> R of(R row) {
        for (CustomerField field : EditableCustomer.FIELDS) {
            Field<?> column =
                    field == CustomerField.OTHER_PHONE ? CUSTOMER.OTHER_PHONES : EditableCustomer.column(field);
            if (column != null && !full(field) && row.field(column) != null) {
                limit(row, field, column);
            }
        }
        return row;
    }

    private <T> void limit(Record row, CustomerField field, Field<T> column) {
        Object value = row.get(column);
        Field<String> texts = value instanceof String ? row.field(column.getName(), String.class) : null;
        if (texts != null) {
            row.set(texts, text(field, row.get(texts)));
        } else if (value instanceof String[] many && level(field) == FieldLevel.MASKED) {
            for (int i = 0; i < many.length; i++) {
                many[i] = FieldMask.of(field, many[i]);
            }
        } else {
            row.set(column, null);
        }
    }

    /** The same of what a customer is known by. */
    List<Identity> of(List<Identity> identities) {
        return everything()
                ? identities
                : identities.stream()
                        .flatMap(identity -> {
                            String value = text(identity);
                            // a name with details says what may not be seen
                            return value == null || identity.kind() == Identity.Kind.DETAILS
                                    ? Stream.empty()
                                    : Stream.of(new Identity(identity.kind(), identity.source(), value));
                        })
                        .toList();
    }

    private @Nullable String text(Identity identity) {
        if (identity.kind() != Identity.Kind.FIELD) {
            return text(identity.kind().field(), identity.value());
        }
        for (LimitedCustomField limited : custom) {
            if (limited.code().equals(identity.source())) {
                return text(CustomFieldType.TEXT, limited.level(), identity.value());
            }
        }
        return identity.value();
    }

    /** Whether a field of the name is seen in full, as tables and history name it. */
    FieldLevel level(String name) {
        if (CustomFieldId.isName(name)) {
            return level(CustomFieldId.ofName(name));
        }
        return name.equals(CUSTOMER.OTHER_PHONES.getName())
                ? level(CustomerField.PHONE)
                : Stream.of(CustomerField.values())
                        .filter(field -> CustomerState.name(field).equals(name))
                        .findFirst()
                        .map(this::level)
                        .orElse(FieldLevel.FULL);
    }

    /** What is said of values, by the names of their fields: nothing of those that are not seen in full. */
    <T> Map<String, T> named(Map<String, T> said) {
        if (everything()) {
            return said;
        }
        var seen = new TreeMap<>(said);
        seen.keySet().removeIf(name -> level(name) != FieldLevel.FULL);
        return seen;
    }

    /** The changes with as much of their values as is seen. */
    List<CustomerChange.FieldChange> changes(List<CustomerChange.FieldChange> changes) {
        return everything()
                ? changes
                : changes.stream()
                        .filter(change -> level(change.field()) != FieldLevel.HIDDEN)
                        .map(change -> level(change.field()) == FieldLevel.FULL
                                ? change
                                : new CustomerChange.FieldChange(
                                        change.field(), change.name(), masked(change.before()), masked(change.after())))
                        .toList();
    }

    private static @Nullable String masked(@Nullable String value) {
        return value == null ? null : FieldMask.of(CustomerField.NOTE, "");
    }
}
