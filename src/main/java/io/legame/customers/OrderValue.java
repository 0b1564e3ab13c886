package io.legame.customers;

import java.util.Objects;
import java.util.stream.Collectors;

/**
 * By what a row of {@code customers.customer c} comes in the order of a column.
 *
 * @param sql null where there is no value: those come last
 * @param type of the value, to compare a text with it
 */
record OrderValue(String sql, String type) {
    private static final String TEXT = "text";
    private static final String NUMBER = "^-?[0-9]{1,40}([.][0-9]{1,40})?$";

    static OrderValue of(ListColumn column) {
        return switch (column) {
            case CustomerOrder order -> new OrderValue(order.value(), order.type());
            case FieldColumn field -> field(field.field());
            case CustomColumn custom -> custom(custom.custom());
        };
    }

    private static OrderValue field(CustomerField field) {
        String name = "c." + CustomerState.name(field);
        return switch (field) {
            case BIRTH_DATE -> new OrderValue("(" + name + ")", "date");
            case ANNUAL_INCOME -> new OrderValue("(" + name + ")", "numeric");
            case CHILDREN -> new OrderValue("(" + name + ")", "integer");
            case HOME_OWNER -> new OrderValue("(" + name + ")", "boolean");
            default -> new OrderValue("(left(" + name + ", 100) collate \"C\")", TEXT);
        };
    }

    /** By the type that the field has today; a value of another type is none. */
    private static OrderValue custom(CustomField field) {
        String value = "(c.custom ->> '" + field.id().value() + "')";
        return switch (field.type()) {
            case NUMBER -> new OrderValue(number(value), "numeric");
            case MONEY -> new OrderValue(number("split_part(" + value + ", ' ', 1)"), "numeric");
            case CHOICE -> new OrderValue(choice(field), "integer");
            case TEXT, DATE, YES_NO, CHOICES, LINK, EMAIL, PHONE ->
                new OrderValue(
                        "(case jsonb_typeof(c.custom -> '%d') when 'string' then left(%s, 100) end collate \"C\")"
                                .formatted(field.id().value(), value),
                        TEXT);
        };
    }

    private static String number(String value) {
        return "(case when " + value + " ~ '" + NUMBER + "' then " + value + "::numeric end)";
    }

    /** In the order of the list. */
    private static String choice(CustomField field) {
        String ids = Objects.requireNonNull(field.choices()).choices().stream()
                .map(choice -> Long.toString(choice.id()))
                .collect(Collectors.joining(", "));
        return "(case when jsonb_typeof(c.custom -> '%1$d') = 'array' and c.custom -> '%1$d' -> 1 is null then"
                        .formatted(field.id().value())
                + " array_position(array[%2$s]::bigint[], (c.custom -> '%1$d' ->> 0)::bigint) end)"
                        .formatted(field.id().value(), ids);
    }
}
