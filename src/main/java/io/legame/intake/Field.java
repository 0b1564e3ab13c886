package io.legame.intake;

import static io.legame.intake.Field.Type.CODE;
import static io.legame.intake.Field.Type.DATE;
import static io.legame.intake.Field.Type.MOMENT;
import static io.legame.intake.Field.Type.NUMBER;
import static io.legame.intake.Field.Type.TEXT;
import static io.legame.intake.Field.Type.WHOLE;
import static io.legame.intake.Field.Type.YES_NO;
import static io.legame.intake.ImportKind.CUSTOMERS;
import static io.legame.intake.ImportKind.INTERACTIONS;
import static io.legame.intake.ImportKind.PRODUCTS;
import static io.legame.intake.ImportKind.PURCHASES;
import static io.legame.intake.ImportKind.RETURNS;

import io.legame.customers.CustomerField;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a column of a file can mean, in the order in which a page offers it. */
public enum Field {
    ORDER_NUMBER(CODE, PURCHASES, RETURNS),
    LINE_NUMBER(CODE, PURCHASES, RETURNS),
    KEY(CODE, INTERACTIONS),
    INTERACTION_KIND(TEXT, INTERACTIONS),
    DATE_TIME(MOMENT, PURCHASES, RETURNS, INTERACTIONS),
    CUSTOMER_NUMBER(CODE, CUSTOMERS, PURCHASES, RETURNS, INTERACTIONS),
    EMAIL(TEXT, CUSTOMERS, PURCHASES, RETURNS, INTERACTIONS),
    OTHER_EMAIL(TEXT, CUSTOMERS),
    TITLE(TEXT, CUSTOMERS),
    GIVEN_NAME(TEXT, CUSTOMERS),
    MIDDLE_NAME(TEXT, CUSTOMERS),
    FAMILY_NAME(TEXT, CUSTOMERS),
    FULL_NAME(TEXT, CUSTOMERS),
    COMPANY_NAME(TEXT, CUSTOMERS, PURCHASES, RETURNS),
    JOB_TITLE(TEXT, CUSTOMERS),
    GENDER(TEXT, CUSTOMERS),
    BIRTH_DATE(DATE, CUSTOMERS),
    PHONE(CODE, CUSTOMERS),
    OTHER_PHONE(CODE, CUSTOMERS),
    CARD(CODE, CUSTOMERS),
    TAX_CODE(CODE, CUSTOMERS),
    VAT_NUMBER(CODE, CUSTOMERS),
    IBAN(CODE, CUSTOMERS),
    STREET(TEXT, CUSTOMERS),
    POSTCODE(CODE, CUSTOMERS),
    TOWN(TEXT, CUSTOMERS),
    PROVINCE(TEXT, CUSTOMERS),
    REGION(TEXT, CUSTOMERS),
    COUNTRY(TEXT, CUSTOMERS, PURCHASES, RETURNS),
    LANGUAGE(TEXT, CUSTOMERS),
    MARITAL_STATUS(TEXT, CUSTOMERS),
    EDUCATION(TEXT, CUSTOMERS),
    OCCUPATION(TEXT, CUSTOMERS),
    ANNUAL_INCOME(NUMBER, CUSTOMERS),
    CHILDREN(WHOLE, CUSTOMERS),
    HOME_OWNER(YES_NO, CUSTOMERS),
    WEBSITE(TEXT, CUSTOMERS),
    NOTE(TEXT, CUSTOMERS),
    PRODUCT_CODE(CODE, PRODUCTS, PURCHASES, RETURNS),
    SKU(CODE, PRODUCTS),
    PRODUCT_NAME(TEXT, PRODUCTS, PURCHASES, RETURNS),
    MODEL(TEXT, PRODUCTS),
    DESCRIPTION(TEXT, PRODUCTS),
    CATEGORY(TEXT, PRODUCTS),
    BRAND(TEXT, PRODUCTS),
    COLOUR(TEXT, PRODUCTS),
    SIZE(TEXT, PRODUCTS),
    PRICE(NUMBER, PRODUCTS),
    COST(NUMBER, PRODUCTS),
    QUANTITY(NUMBER, PURCHASES, RETURNS),
    UNIT_PRICE(NUMBER, PURCHASES, RETURNS),
    DISCOUNT(NUMBER, PURCHASES, RETURNS),
    UNIT_COST(NUMBER, PURCHASES, RETURNS),
    CURRENCY(TEXT, PURCHASES, RETURNS),
    STATUS(TEXT, PURCHASES),
    TOUCHPOINT(TEXT, PURCHASES, RETURNS, INTERACTIONS),
    CHANNEL(TEXT, PURCHASES, RETURNS, INTERACTIONS),
    SUMMARY(TEXT, INTERACTIONS);

    /** How a cell is read; a {@code CODE} is a text that spreadsheets like to mistake for a number. */
    public enum Type {
        TEXT,
        CODE,
        NUMBER,
        WHOLE,
        DATE,
        MOMENT,
        YES_NO
    }

    private final Type type;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<ImportKind> kinds;

    Field(Type type, ImportKind... kinds) {
        this.type = type;
        this.kinds = EnumSet.copyOf(Arrays.asList(kinds));
    }

    public Type type() {
        return type;
    }

    Set<ImportKind> kinds() {
        return kinds;
    }

    /** As the database, the API and the texts write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Field> of(String code) {
        return Arrays.stream(values())
                .filter(field -> field.name().equalsIgnoreCase(code))
                .findFirst();
    }

    boolean isDate() {
        return type == DATE || type == MOMENT;
    }

    boolean isNumber() {
        return type == NUMBER || type == WHOLE;
    }

    /** The customer's text that it fills; null if it fills none. */
    @Nullable
    CustomerField customerField() {
        if (!kinds.contains(CUSTOMERS) || (type != TEXT && type != CODE)) {
            return null;
        }
        return this == CUSTOMER_NUMBER ? CustomerField.NUMBER : CustomerField.valueOf(name());
    }

    /** Whether several columns may be the field. */
    boolean several() {
        CustomerField field = customerField();
        return field != null && field.several();
    }

    /** The field of a customer's text, whose rejection names it. */
    static Field of(CustomerField field) {
        return field == CustomerField.NUMBER ? CUSTOMER_NUMBER : valueOf(field.name());
    }
}
