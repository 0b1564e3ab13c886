package io.legame.customers;

import static io.legame.customers.db.Tables.CUSTOMER;

import io.legame.platform.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;

/** Customers as lines of a list: everybody in an order, or whoever matches what is typed. */
final class CustomerList {
    private static final String CONCEALED = "\u0001";

    private final DSLContext database;

    CustomerList(DSLContext database) {
        this.database = database;
    }

    CustomerPage page(CustomerPositions positions, @Nullable CustomerPosition after, int limit) {
        boolean open =
                !positions.tellAddresses() || SeenFields.current(database).full(CustomerField.EMAIL);
        List<CustomerPosition> found = fetch(positions, open ? after : revealed(after), limit + 1);
        List<CustomerPosition> page = found.subList(0, Math.min(limit, found.size()));
        Long[] ids = page.stream().map(CustomerPosition::id).toArray(Long[]::new);
        Map<Long, CustomerSummary> summaries = select(CUSTOMER.ID.eq(DSL.any(ids)), ids.length).stream()
                .collect(Collectors.toMap(summary -> summary.id().value(), Function.identity()));
        List<CustomerSummary> customers =
                Stream.of(ids).map(summaries::get).filter(Objects::nonNull).toList();
        return new CustomerPage(
                customers, found.size() <= limit ? null : open ? page.getLast() : concealed(page.getLast()));
    }

    /** A place in a list of another order is none in this one. */
    private static List<CustomerPosition> fetch(
            CustomerPositions positions, @Nullable CustomerPosition after, int limit) {
        try {
            return positions.fetch(after, limit);
        } catch (DataIntegrityViolationException e) {
            throw after == null ? e : Refusal.of("customers.error.position");
        }
    }

    /** A place in the list that is the customer alone. */
    private static CustomerPosition concealed(CustomerPosition position) {
        return position.value() == null ? position : new CustomerPosition(position.part(), CONCEALED, position.id());
    }

    private @Nullable CustomerPosition revealed(@Nullable CustomerPosition position) {
        return position == null || !CONCEALED.equals(position.value())
                ? position
                : database.select(CUSTOMER.SORT_NAME)
                        .from(CUSTOMER)
                        .where(CUSTOMER.ID.eq(position.id()))
                        .fetchOptional(CUSTOMER.SORT_NAME)
                        .map(name -> new CustomerPosition(position.part(), name, position.id()))
                        .orElseThrow(() -> Refusal.of("customers.error.position"));
    }

    List<CustomerSummary> select(Condition condition, int limit) {
        SeenFields seen = SeenFields.current(database);
        return database.select(
                        CUSTOMER.ID,
                        CUSTOMER.GIVEN_NAME,
                        CUSTOMER.FAMILY_NAME,
                        CUSTOMER.COMPANY_NAME,
                        CUSTOMER.EMAIL,
                        CUSTOMER.PHONE,
                        CUSTOMER.TOWN,
                        CUSTOMER.KEYED,
                        CUSTOMER.SOURCE,
                        CUSTOMER.CREATED_AT,
                        CUSTOMER.UPDATED_AT,
                        CUSTOMER.LEFT_AS)
                .from(CUSTOMER)
                .where(condition, VisibleCustomers.condition(CUSTOMER.ID, CUSTOMER.LEFT_AS))
                .orderBy(CUSTOMER.SORT_NAME, CUSTOMER.ID)
                .limit(limit)
                .fetch(row -> summary(seen.of(row)));
    }

    private static CustomerSummary summary(Record row) {
        return new CustomerSummary(
                new CustomerId(row.get(CUSTOMER.ID)),
                name(row),
                row.get(CUSTOMER.EMAIL),
                row.get(CUSTOMER.PHONE),
                row.get(CUSTOMER.TOWN),
                row.get(CUSTOMER.KEYED),
                row.get(CUSTOMER.SOURCE),
                row.get(CUSTOMER.CREATED_AT).toInstant(),
                row.get(CUSTOMER.UPDATED_AT).toInstant(),
                row.get(CUSTOMER.LEFT_AS) != null);
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
}
