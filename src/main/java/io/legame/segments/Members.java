package io.legame.segments;

import static io.legame.insight.WarehouseTables.CUSTOMER;
import static io.legame.insight.WarehouseTables.LINE;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;

import io.legame.insight.Warehouse;
import io.legame.platform.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectLimitStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who belongs to a filter, in the order of their names. */
@Component
public class Members {
    private static final Field<Long> WORTH_CUSTOMER = field(name("worth", "customer_id"), Long.class);
    private static final Field<BigDecimal> REVENUE = field(name("worth", "revenue"), BigDecimal.class);
    private static final Field<LocalDate> LAST = field(name("worth", "last_purchase"), LocalDate.class);

    private final Warehouse warehouse;

    Members(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /** The numbers of all. */
    static CustomerIds ids(DSLContext question, Filter filter, LocalDate asOf) {
        try (var rows = question.select(CUSTOMER.ID)
                .from(CUSTOMER)
                .where(Filters.members(filter, asOf))
                .fetchLazy()) {
            return CustomerIds.of(rows.stream().mapToLong(row -> Objects.requireNonNull(row.value1())));
        }
    }

    /** @param after the last customer of the page before; null for the first page */
    public List<Member> page(Filter filter, LocalDate asOf, @Nullable Long after, int limit) {
        return warehouse.query(database -> {
            var begin = after == null ? noCondition() : after(database, after);
            var ids = database.select(CUSTOMER.ID)
                    .from(CUSTOMER)
                    .where(Filters.members(filter, asOf))
                    .and(begin)
                    .orderBy(CUSTOMER.SORT_NAME, CUSTOMER.ID)
                    .limit(limit)
                    .fetch(CUSTOMER.ID);
            return ids.isEmpty()
                    ? List.of()
                    : members(database, CUSTOMER.ID.in(ids), LINE.CUSTOMER_ID.in(ids), asOf)
                            .fetch(Members::member);
        });
    }

    private static org.jooq.Condition after(DSLContext database, long customer) {
        String name = database.select(CUSTOMER.SORT_NAME)
                .from(CUSTOMER)
                .where(CUSTOMER.ID.eq(customer))
                .fetchOptional(CUSTOMER.SORT_NAME)
                .orElseThrow(() -> Refusal.of("segments.error.after", customer));
        return row(CUSTOMER.SORT_NAME, CUSTOMER.ID).gt(name, customer);
    }

    /** Hands over every member, one after the other, without holding them all. */
    public void each(Filter filter, LocalDate asOf, Consumer<Member> reader) {
        warehouse.queryAtLength(database -> {
            try (var rows = members(database, Filters.members(filter, asOf), noCondition(), asOf)
                    .fetchLazy()) {
                rows.forEach(row -> reader.accept(member(row)));
            }
            return true;
        });
    }

    private static SelectLimitStep<? extends Record> members(
            DSLContext database, org.jooq.Condition who, org.jooq.Condition lines, LocalDate asOf) {
        var worth = select(
                        LINE.CUSTOMER_ID,
                        sum(LINE.AMOUNT).as("revenue"),
                        max(when(LINE.KIND.eq(Measure.PURCHASE), LINE.OCCURRED_ON))
                                .as("last_purchase"))
                .from(LINE)
                .where(LINE.OCCURRED_ON.le(asOf))
                .and(lines)
                .groupBy(LINE.CUSTOMER_ID)
                .asTable("worth");
        return database.select(
                        CUSTOMER.ID,
                        CUSTOMER.GIVEN_NAME,
                        CUSTOMER.FAMILY_NAME,
                        CUSTOMER.COMPANY_NAME,
                        CUSTOMER.EMAIL,
                        CUSTOMER.PHONE,
                        CUSTOMER.TOWN,
                        coalesce(REVENUE, inline(BigDecimal.ZERO)).as("revenue"),
                        LAST.as("last_purchase"))
                .from(CUSTOMER)
                .leftJoin(worth)
                .on(WORTH_CUSTOMER.eq(CUSTOMER.ID))
                .where(who)
                .orderBy(CUSTOMER.SORT_NAME, CUSTOMER.ID);
    }

    private static Member member(Record row) {
        long id = Objects.requireNonNull(row.get(CUSTOMER.ID));
        return new Member(
                id,
                displayName(row, id),
                row.get(CUSTOMER.EMAIL),
                row.get(CUSTOMER.PHONE),
                row.get(CUSTOMER.TOWN),
                Objects.requireNonNull(row.get("revenue", BigDecimal.class)),
                row.get("last_purchase", LocalDate.class));
    }

    /** As {@link io.legame.customers.Customer#displayName()} has it. */
    private static String displayName(Record row, long id) {
        String person = (Objects.requireNonNullElse(row.get(CUSTOMER.GIVEN_NAME), "") + " "
                        + Objects.requireNonNullElse(row.get(CUSTOMER.FAMILY_NAME), ""))
                .strip();
        if (!person.isEmpty()) {
            return person;
        }
        String company = row.get(CUSTOMER.COMPANY_NAME);
        String email = row.get(CUSTOMER.EMAIL);
        return company != null ? company : email != null ? email : "#" + id;
    }
}
