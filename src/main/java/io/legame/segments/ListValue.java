package io.legame.segments;

import static io.legame.insight.WarehouseTables.CUSTOMER;
import static io.legame.insight.WarehouseTables.CUSTOM_VALUE;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.left;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.splitPart;
import static org.jooq.impl.DSL.tryCast;
import static org.jooq.impl.DSL.when;
import static org.jooq.impl.SQLDataType.NUMERIC;

import io.legame.customers.CustomColumn;
import io.legame.customers.CustomField;
import io.legame.customers.CustomFieldType;
import io.legame.customers.CustomerOrder;
import io.legame.customers.FieldColumn;
import io.legame.customers.ListColumn;
import java.util.Objects;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * By what customers are put in the order of a column of their list.
 *
 * @param field null where there is no value
 * @param join the customers, with what the field is of
 */
record ListValue(Field<?> field, Table<? extends Record> join) {
    /** As long as PostgreSQL's indexes have them. */
    private static final int LONGEST = 100;

    static ListValue of(ListColumn column) {
        return switch (column) {
            case CustomerOrder order -> new ListValue(indexed(order), CUSTOMER);
            case FieldColumn field -> new ListValue(column(field), CUSTOMER);
            case CustomColumn custom -> custom(custom.custom());
        };
    }

    /** By the type that the field has today; a value of another type is none. */
    private static ListValue custom(CustomField field) {
        return field.type() == CustomFieldType.CHOICE ? choice(field) : written(field);
    }

    /** Of what was chosen there may be several, under another type. */
    private static ListValue written(CustomField field) {
        Table<?> join = CUSTOMER.leftJoin(CUSTOM_VALUE)
                .on(CUSTOM_VALUE.CUSTOMER_ID.eq(CUSTOMER.ID))
                .and(CUSTOM_VALUE.FIELD_ID.eq(field.id().value()))
                .and(CUSTOM_VALUE.CHOICE.isNull());
        Field<?> value = switch (field.type()) {
            case NUMBER -> number(CUSTOM_VALUE.VALUE);
            case MONEY -> number(splitPart(CUSTOM_VALUE.VALUE, inline(" "), inline(1)));
            case TEXT, DATE, YES_NO, CHOICE, CHOICES, LINK, EMAIL, PHONE -> left(CUSTOM_VALUE.VALUE, LONGEST);
        };
        return new ListValue(value, join);
    }

    private static ListValue choice(CustomField field) {
        var one = select(CUSTOM_VALUE.CUSTOMER_ID, max(CUSTOM_VALUE.CHOICE).as("choice"))
                .from(CUSTOM_VALUE)
                .where(CUSTOM_VALUE.FIELD_ID.eq(field.id().value()), CUSTOM_VALUE.CHOICE.isNotNull())
                .groupBy(CUSTOM_VALUE.CUSTOMER_ID)
                .having(count().eq(1))
                .asTable("one");
        Table<?> join = CUSTOMER.leftJoin(one)
                .on(DSL.field(name("one", "customer_id"), Long.class).eq(CUSTOMER.ID));
        return new ListValue(place(field, DSL.field(name("one", "choice"), Long.class)), join);
    }

    private static Field<?> number(Field<String> text) {
        return tryCast(text, NUMERIC(38, 10));
    }

    /** In the order of the list. */
    private static Field<?> place(CustomField field, Field<Long> choice) {
        var choices = Objects.requireNonNull(field.choices()).choices();
        Field<Integer> place = inline((Integer) null);
        for (int i = choices.size() - 1; i >= 0; i--) {
            place = when(choice.eq(choices.get(i).id()), inline(i + 1)).otherwise(place);
        }
        return place;
    }

    private static Field<?> indexed(CustomerOrder order) {
        return switch (order) {
            case NAME -> CUSTOMER.SORT_NAME;
            case EMAIL -> CUSTOMER.EMAIL;
            case PHONE -> CUSTOMER.PHONE;
            case TOWN -> left(CUSTOMER.TOWN, LONGEST);
            case ADDED -> CUSTOMER.CREATED_AT;
            case CHANGED -> CUSTOMER.UPDATED_AT;
            case COMPLETE -> CUSTOMER.KEYED;
            case SOURCE -> CUSTOMER.SOURCE;
        };
    }

    private static Field<?> column(FieldColumn column) {
        return switch (column.field()) {
            case TITLE -> CUSTOMER.TITLE;
            case GIVEN_NAME -> CUSTOMER.GIVEN_NAME;
            case FAMILY_NAME -> CUSTOMER.FAMILY_NAME;
            case COMPANY_NAME -> CUSTOMER.COMPANY_NAME;
            case GENDER -> CUSTOMER.GENDER;
            case BIRTH_DATE -> CUSTOMER.BIRTH_DATE;
            case POSTCODE -> CUSTOMER.POSTCODE;
            case PROVINCE -> CUSTOMER.PROVINCE;
            case REGION -> CUSTOMER.REGION;
            case COUNTRY -> CUSTOMER.COUNTRY;
            case LANGUAGE -> CUSTOMER.LANGUAGE;
            case MARITAL_STATUS -> CUSTOMER.MARITAL_STATUS;
            case EDUCATION -> CUSTOMER.EDUCATION;
            case OCCUPATION -> CUSTOMER.OCCUPATION;
            case ANNUAL_INCOME -> CUSTOMER.ANNUAL_INCOME;
            case CHILDREN -> CUSTOMER.CHILDREN;
            case HOME_OWNER -> CUSTOMER.HOME_OWNER;
            default -> throw new IllegalArgumentException(column.code());
        };
    }
}
