package io.legame.segments;

import static io.legame.insight.WarehouseTables.CUSTOMER;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.nullif;
import static org.jooq.impl.DSL.trim;

import io.legame.customers.CustomerField;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Field;

/**
 * What is known about a customer, as it is today: a column of the warehouse, the kind of test that it takes, and what of
 * the customer it tells.
 */
enum Attribute {
    GENDER("gender", Type.CHOICE, CUSTOMER.GENDER, CustomerField.GENDER),
    AGE("age", Type.AGE, CUSTOMER.BIRTH_DATE, CustomerField.BIRTH_DATE),
    BIRTH_MONTH("birthMonth", Type.MONTH, CUSTOMER.BIRTH_DATE, CustomerField.BIRTH_DATE),
    BIRTH_DATE("birthDate", Type.DAY, CUSTOMER.BIRTH_DATE, CustomerField.BIRTH_DATE),
    TOWN("town", Type.TEXT, CUSTOMER.TOWN, CustomerField.TOWN),
    PROVINCE("province", Type.TEXT, CUSTOMER.PROVINCE, CustomerField.PROVINCE),
    REGION("region", Type.TEXT, CUSTOMER.REGION, CustomerField.REGION),
    /** One of the five of Italy. */
    AREA("area", Type.CHOICE, Areas.column(), CustomerField.REGION, CustomerField.PROVINCE, CustomerField.COUNTRY),
    COUNTRY("country", Type.TEXT, CUSTOMER.COUNTRY, CustomerField.COUNTRY),
    POSTCODE("postcode", Type.TEXT, CUSTOMER.POSTCODE, CustomerField.POSTCODE),
    LANGUAGE("language", Type.CHOICE, CUSTOMER.LANGUAGE, CustomerField.LANGUAGE),
    MARITAL_STATUS("maritalStatus", Type.CHOICE, CUSTOMER.MARITAL_STATUS, CustomerField.MARITAL_STATUS),
    CHILDREN("children", Type.COUNT, CUSTOMER.CHILDREN, CustomerField.CHILDREN),
    EDUCATION("education", Type.CHOICE, CUSTOMER.EDUCATION, CustomerField.EDUCATION),
    OCCUPATION("occupation", Type.CHOICE, CUSTOMER.OCCUPATION, CustomerField.OCCUPATION),
    ANNUAL_INCOME("annualIncome", Type.MONEY, CUSTOMER.ANNUAL_INCOME, CustomerField.ANNUAL_INCOME),
    HOME_OWNER("homeOwner", Type.FLAG, CUSTOMER.HOME_OWNER, CustomerField.HOME_OWNER),
    KIND("kind", Type.CHOICE, CUSTOMER.KIND),
    EMAIL_DOMAIN("emailDomain", Type.TEXT, CUSTOMER.EMAIL_DOMAIN, CustomerField.EMAIL),
    EMAIL("email", Type.PART, CUSTOMER.EMAIL, CustomerField.EMAIL),
    PHONE("phone", Type.PART, CUSTOMER.PHONE, CustomerField.PHONE),
    /** Of the person, or else of the company. */
    NAME(
            "name",
            Type.PART,
            coalesce(
                    nullif(
                            trim(concat(
                                    coalesce(CUSTOMER.GIVEN_NAME, inline("")),
                                    inline(" "),
                                    coalesce(CUSTOMER.FAMILY_NAME, inline("")))),
                            inline("")),
                    CUSTOMER.COMPANY_NAME),
            CustomerField.GIVEN_NAME,
            CustomerField.FAMILY_NAME,
            CustomerField.COMPANY_NAME),
    SOURCE("source", Type.CHOICE, CUSTOMER.SOURCE),
    ADDED("added", Type.DAY, CUSTOMER.CREATED_ON),
    CHANGED("changed", Type.DAY, CUSTOMER.UPDATED_ON);

    /** Which tests an attribute takes. */
    enum Type {
        /** A text of few values, which are all shown. */
        CHOICE,
        /** A text of many values, which are searched. */
        TEXT,
        /** A text that is nearly each one's own: one looks for a part of it. */
        PART,
        /** Full years at the as-of day, of a birth date. */
        AGE,
        /** The month of a date, 1 to 12. */
        MONTH,
        DAY,
        /** A whole number. */
        COUNT,
        MONEY,
        FLAG;

        /** The properties of JSON that can follow the attribute. */
        List<String> words() {
            return switch (this) {
                case CHOICE -> List.of("isOneOf", "isNoneOf", "isKnown");
                case TEXT -> List.of("isOneOf", "isNoneOf", "beginsWith", "contains", "isKnown");
                case PART -> List.of("contains", "beginsWith", "isKnown");
                case MONTH -> List.of("isOneOf", "isNoneOf", "isKnown");
                case AGE, COUNT, MONEY ->
                    List.of("between", "atLeast", "atMost", "moreThan", "lessThan", "exactly", "isKnown");
                case DAY -> List.of("between", "before", "after", "on", "isKnown");
                case FLAG -> List.of("is", "isKnown");
            };
        }
    }

    private final String word;
    private final Type type;

    @SuppressWarnings("ImmutableEnumChecker") // jOOQ's columns do not change, they only do not say so
    private final Field<?> column;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable
    private final Set<CustomerField> fields;

    Attribute(String word, Type type, Field<?> column, CustomerField... fields) {
        this.word = word;
        this.type = type;
        this.column = column;
        this.fields = Set.of(fields);
    }

    /** As JSON writes it. */
    String word() {
        return word;
    }

    Type type() {
        return type;
    }

    Field<?> column() {
        return column;
    }

    /** What somebody learns of a customer who asks for it. */
    Set<CustomerField> fields() {
        return fields;
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Attribute::word).toList();
    }

    static Optional<Attribute> of(String word) {
        return Arrays.stream(values())
                .filter(attribute -> attribute.word.equals(word))
                .findFirst();
    }
}
