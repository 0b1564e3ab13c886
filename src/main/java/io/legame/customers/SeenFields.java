package io.legame.customers;

import static io.legame.customers.db.Tables.CUSTOMER;
import static io.legame.customers.db.Tables.FIELD_ACCESS;

import io.legame.access.Role;
import io.legame.access.Sight;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * How much of the fields of customers somebody sees.
 *
 * @param levels by field, of those that are not seen in full
 */
public record SeenFields(Map<CustomerField, FieldLevel> levels) {
    static final SeenFields ALL = new SeenFields(Map.of());

    /** Of whoever sent the request that is being answered. */
    static SeenFields current(DSLContext database) {
        return of(database, Sight.current().roles());
    }

    /** @param roles none at all see everything */
    static SeenFields of(DSLContext database, Set<Role> roles) {
        if (roles.isEmpty()) {
            return ALL;
        }
        var byField = new EnumMap<CustomerField, List<FieldLevel>>(CustomerField.class);
        database.selectFrom(FIELD_ACCESS)
                .where(FIELD_ACCESS.ROLE.in(roles.stream().map(Role::name).toList()))
                .forEach(row -> CustomerField.of(row.getField())
                        .ifPresent(field -> byField.merge(
                                field,
                                List.of(FieldAccess.level(row.getLevel())),
                                (one, other) -> Stream.concat(one.stream(), other.stream())
                                        .toList())));
        var levels = new EnumMap<CustomerField, FieldLevel>(CustomerField.class);
        byField.forEach((field, limits) -> {
            // a role without a limit sees all
            if (limits.size() == roles.size()) {
                levels.put(field, Collections.min(limits));
            }
        });
        return new SeenFields(levels);
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
        return levels.isEmpty()
                ? identities
                : identities.stream()
                        .flatMap(identity -> {
                            String value = text(identity.kind().field(), identity.value());
                            // a name with details says what may not be seen
                            return value == null || identity.kind() == Identity.Kind.DETAILS
                                    ? Stream.empty()
                                    : Stream.of(new Identity(identity.kind(), identity.source(), value));
                        })
                        .toList();
    }

    /** Whether a field of the name is seen in full, as tables and history name it. */
    FieldLevel level(String name) {
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
        if (levels.isEmpty()) {
            return said;
        }
        var seen = new TreeMap<>(said);
        seen.keySet().removeIf(name -> level(name) != FieldLevel.FULL);
        return seen;
    }

    /** The changes with as much of their values as is seen. */
    List<CustomerChange.FieldChange> changes(List<CustomerChange.FieldChange> changes) {
        return levels.isEmpty()
                ? changes
                : changes.stream()
                        .filter(change -> level(change.field()) != FieldLevel.HIDDEN)
                        .map(change -> level(change.field()) == FieldLevel.FULL
                                ? change
                                : new CustomerChange.FieldChange(
                                        change.field(), masked(change.before()), masked(change.after())))
                        .toList();
    }

    private static @Nullable String masked(@Nullable String value) {
        return value == null ? null : FieldMask.of(CustomerField.NOTE, "");
    }
}
