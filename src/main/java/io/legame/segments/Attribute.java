package io.legame.segments;

import static io.legame.insight.WarehouseTables.CUSTOMER;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;

/** What is known about a customer, as it is today: a column of the warehouse and the kind of test that it takes. */
enum Attribute {
    GENDER("gender", Type.CHOICE, CUSTOMER.GENDER),
    AGE("age", Type.AGE, CUSTOMER.BIRTH_DATE),
    BIRTH_MONTH("birthMonth", Type.MONTH, CUSTOMER.BIRTH_DATE),
    BIRTH_DATE("birthDate", Type.DAY, CUSTOMER.BIRTH_DATE),
    TOWN("town", Type.TEXT, CUSTOMER.TOWN),
    PROVINCE("province", Type.TEXT, CUSTOMER.PROVINCE),
    REGION("region", Type.TEXT, CUSTOMER.REGION),
    COUNTRY("country", Type.TEXT, CUSTOMER.COUNTRY),
    POSTCODE("postcode", Type.TEXT, CUSTOMER.POSTCODE),
    LANGUAGE("language", Type.CHOICE, CUSTOMER.LANGUAGE),
    MARITAL_STATUS("maritalStatus", Type.CHOICE, CUSTOMER.MARITAL_STATUS),
    CHILDREN("children", Type.COUNT, CUSTOMER.CHILDREN),
    EDUCATION("education", Type.CHOICE, CUSTOMER.EDUCATION),
    OCCUPATION("occupation", Type.CHOICE, CUSTOMER.OCCUPATION),
    ANNUAL_INCOME("annualIncome", Type.MONEY, CUSTOMER.ANNUAL_INCOME),
    HOME_OWNER("homeOwner", Type.FLAG, CUSTOMER.HOME_OWNER),
    KIND("kind", Type.CHOICE, CUSTOMER.KIND),
    EMAIL_DOMAIN("emailDomain", Type.TEXT, CUSTOMER.EMAIL_DOMAIN),
    SOURCE("source", Type.CHOICE, CUSTOMER.SOURCE);

    /** Which tests an attribute takes. */
    enum Type {
        /** A text of few values, which are all shown. */
        CHOICE,
        /** A text of many values, which are searched. */
        TEXT,
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

    Attribute(String word, Type type, Field<?> column) {
        this.word = word;
        this.type = type;
        this.column = column;
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

    static List<String> words() {
        return Arrays.stream(values()).map(Attribute::word).toList();
    }

    static Optional<Attribute> of(String word) {
        return Arrays.stream(values())
                .filter(attribute -> attribute.word.equals(word))
                .findFirst();
    }
}
