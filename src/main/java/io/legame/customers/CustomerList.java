package io.legame.customers;

import static io.legame.customers.db.Tables.CUSTOMER;
import static io.legame.customers.db.Tables.IDENTITY;

import io.legame.wording.Folding;
import java.util.List;
import java.util.Locale;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Customers in the order of their names, found by the beginning of what is typed. */
final class CustomerList {
    private static final int SHORTEST_NUMBER = 3;

    private final DSLContext database;

    CustomerList(DSLContext database) {
        this.database = database;
    }

    List<CustomerSummary> fetch(@Nullable String search, @Nullable CustomerSummary after, int limit) {
        Condition page = after == null
                ? DSL.noCondition()
                : DSL.row(CUSTOMER.SORT_NAME, CUSTOMER.ID)
                        .gt(after.sortName(), after.id().value());
        return select(matching(search).and(page), limit);
    }

    List<CustomerSummary> select(Condition condition, int limit) {
        return database.select(
                        CUSTOMER.ID,
                        CUSTOMER.GIVEN_NAME,
                        CUSTOMER.FAMILY_NAME,
                        CUSTOMER.COMPANY_NAME,
                        CUSTOMER.EMAIL,
                        CUSTOMER.PHONE,
                        CUSTOMER.TOWN,
                        CUSTOMER.KEYED,
                        CUSTOMER.SORT_NAME)
                .from(CUSTOMER)
                .where(condition)
                .orderBy(CUSTOMER.SORT_NAME, CUSTOMER.ID)
                .limit(limit)
                .fetch(CustomerList::summary);
    }

    private static CustomerSummary summary(Record row) {
        return new CustomerSummary(
                new CustomerId(row.get(CUSTOMER.ID)),
                name(row),
                row.get(CUSTOMER.EMAIL),
                row.get(CUSTOMER.PHONE),
                row.get(CUSTOMER.TOWN),
                row.get(CUSTOMER.KEYED),
                row.get(CUSTOMER.SORT_NAME));
    }

    static String name(Record row) {
        String person = (orEmpty(row.get(CUSTOMER.GIVEN_NAME)) + " " + orEmpty(row.get(CUSTOMER.FAMILY_NAME))).strip();
        if (!person.isEmpty()) {
            return person;
        }
        String company = orEmpty(row.get(CUSTOMER.COMPANY_NAME));
        return company.isEmpty() ? "#" + row.get(CUSTOMER.ID) : company;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static Condition matching(@Nullable String search) {
        String text = search == null ? "" : Folding.fold(search);
        if (text.isEmpty()) {
            return DSL.noCondition();
        }
        if (text.indexOf('@') >= 0) {
            return hasIdentityBeginning(text);
        }
        String digits = text.replaceAll("[^0-9]", "");
        if (digits.length() >= SHORTEST_NUMBER && text.matches("[+0-9 ()./-]+")) {
            return hasIdentityBeginning(search == null ? "" : search.strip())
                    .or(CUSTOMER.PHONE.startsWith("+" + digits))
                    .or(CUSTOMER.PHONE.startsWith("+39" + digits));
        }
        int blank = text.indexOf(' ');
        if (blank < 0) {
            return CUSTOMER.SORT_NAME
                    .like(prefix(text))
                    .or(CUSTOMER.GIVEN_SORT_NAME.like(prefix(text)))
                    .or(hasIdentityBeginning(text));
        }
        String first = text.substring(0, blank);
        String rest = text.substring(blank + 1);
        return CUSTOMER.SORT_NAME
                .like(prefix(text))
                .or(CUSTOMER.SORT_NAME.like(prefix(rest)).and(CUSTOMER.GIVEN_SORT_NAME.like(prefix(first))))
                .or(CUSTOMER.SORT_NAME.like(prefix(first)).and(CUSTOMER.GIVEN_SORT_NAME.like(prefix(rest))));
    }

    private static Condition hasIdentityBeginning(String text) {
        return CUSTOMER.ID.in(DSL.select(IDENTITY.CUSTOMER_ID)
                .from(IDENTITY)
                .where(IDENTITY.VALUE
                        .like(prefix(text))
                        .or(IDENTITY.VALUE.like(prefix(text.toUpperCase(Locale.ROOT))))
                        .or(IDENTITY.VALUE.like(prefix(text.toLowerCase(Locale.ROOT))))));
    }

    private static String prefix(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
