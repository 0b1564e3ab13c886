package io.legame.customers;

import static io.legame.customers.db.Tables.CUSTOMER;
import static io.legame.customers.db.Tables.IDENTITY;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All customers as what they could be recognised by: for whoever looks through the whole base. */
@Component
public class CustomerSubjects {
    private static final int AT_ONCE = 5_000;

    /** By customer, what is kept as identities. */
    private static final Table<?> KNOWN = known(DSL.noCondition());

    private static final Field<String[]> EMAILS = KNOWN.field("emails", String[].class);
    private static final Field<String[]> PHONES = KNOWN.field("phones", String[].class);
    private static final Field<String> TAX_CODE = KNOWN.field("tax_code", String.class);
    private static final Field<String> VAT_NUMBER = KNOWN.field("vat_number", String.class);

    private final DSLContext database;

    CustomerSubjects(DSLContext database) {
        this.database = database;
    }

    private static Table<?> known(Condition which) {
        return DSL.select(
                        IDENTITY.CUSTOMER_ID.as("owner"),
                        values(Identity.Kind.EMAIL).as("emails"),
                        values(Identity.Kind.PHONE).as("phones"),
                        value(Identity.Kind.TAX_CODE).as("tax_code"),
                        value(Identity.Kind.VAT_NUMBER).as("vat_number"))
                .from(IDENTITY)
                .where(IDENTITY.KIND.in("email", "phone", "tax_code", "vat_number"))
                .and(which)
                .groupBy(IDENTITY.CUSTOMER_ID)
                .asTable("known");
    }

    private static Field<String[]> values(Identity.Kind kind) {
        return DSL.arrayAgg(IDENTITY.VALUE).filterWhere(IDENTITY.KIND.eq(kind.code()));
    }

    private static Field<String> value(Identity.Kind kind) {
        return DSL.min(IDENTITY.VALUE).filterWhere(IDENTITY.KIND.eq(kind.code()));
    }

    /** Hands them over one by one, as they are at one moment and in no order; few of them are held at a time. */
    @Transactional(readOnly = true)
    public void each(Consumer<CustomerSubject> sink) {
        try (var rows = select(KNOWN, DSL.noCondition()).fetchSize(AT_ONCE).fetchLazy()) {
            rows.forEach(row -> sink.accept(subject(row)));
        }
    }

    /** Some of them, those unknown left out, in no order. */
    public List<CustomerSubject> of(Collection<CustomerId> ids) {
        Long[] values = ids.stream().map(CustomerId::value).toArray(Long[]::new);
        return select(known(IDENTITY.CUSTOMER_ID.eq(DSL.any(values))), CUSTOMER.ID.eq(DSL.any(values)))
                .fetch(CustomerSubjects::subject);
    }

    private SelectConditionStep<? extends Record> select(Table<?> known, Condition which) {
        return database.select(
                        CUSTOMER.ID,
                        CUSTOMER.KIND,
                        CUSTOMER.GIVEN_NAME,
                        CUSTOMER.FAMILY_NAME,
                        CUSTOMER.COMPANY_NAME,
                        CUSTOMER.BIRTH_DATE,
                        CUSTOMER.STREET,
                        CUSTOMER.POSTCODE,
                        CUSTOMER.TOWN,
                        CUSTOMER.PROVINCE,
                        CUSTOMER.COUNTRY,
                        CUSTOMER.EMAIL,
                        CUSTOMER.PHONE,
                        CUSTOMER.OTHER_PHONES,
                        CUSTOMER.VAT_NUMBER,
                        EMAILS,
                        PHONES,
                        TAX_CODE,
                        VAT_NUMBER)
                .from(CUSTOMER)
                .leftJoin(known)
                .on(known.field("owner", Long.class).eq(CUSTOMER.ID))
                .where(which, CUSTOMER.LEFT_AS.isNull());
    }

    private static CustomerSubject subject(Record row) {
        return new CustomerSubject(
                new CustomerId(row.get(CUSTOMER.ID)),
                row.get(CUSTOMER.GIVEN_NAME),
                row.get(CUSTOMER.FAMILY_NAME),
                row.get(CUSTOMER.COMPANY_NAME),
                row.get(CUSTOMER.BIRTH_DATE),
                row.get(CUSTOMER.STREET),
                row.get(CUSTOMER.POSTCODE),
                row.get(CUSTOMER.TOWN),
                row.get(CUSTOMER.PROVINCE),
                row.get(CUSTOMER.COUNTRY),
                all(row.get(CUSTOMER.EMAIL), row.get(EMAILS), null),
                all(row.get(CUSTOMER.PHONE), row.get(PHONES), row.get(CUSTOMER.OTHER_PHONES)),
                taxCode(row));
    }

    private static List<String> all(
            @Nullable String first, String @Nullable [] identities, String @Nullable [] others) {
        return Stream.of(
                        Stream.ofNullable(first),
                        Stream.ofNullable(identities).flatMap(Stream::of),
                        Stream.ofNullable(others).flatMap(Stream::of))
                .flatMap(values -> values)
                .distinct()
                .toList();
    }

    /** Persons may name the VAT number of the company they work for: it is not theirs. */
    private static @Nullable String taxCode(Record row) {
        if (!row.get(CUSTOMER.KIND).equals("company")) {
            return row.get(TAX_CODE);
        }
        String number = row.get(CUSTOMER.VAT_NUMBER);
        return number == null ? row.get(VAT_NUMBER) : number;
    }
}
