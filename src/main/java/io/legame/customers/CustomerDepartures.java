package io.legame.customers;

import static io.legame.customers.db.Tables.CUSTOMER;

import io.legame.access.Actor;
import io.legame.access.AuditTrail;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets customers go, and brings them back. */
@Component
public class CustomerDepartures {
    private static final int AT_ONCE = 500;

    private final DSLContext database;
    private final List<CustomerFacts> facts;
    private final AuditTrail audit;
    private final InstantSource clock;

    CustomerDepartures(DSLContext database, List<CustomerFacts> facts, AuditTrail audit, InstantSource clock) {
        this.database = database;
        this.facts = facts;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Puts customers away, those left out whom the reader does not see, or who are put away already.
     *
     * @return those who were
     */
    @Transactional
    public List<CustomerId> archive(Collection<CustomerId> ids) {
        return leave(ids, Leaving.As.ARCHIVED, CUSTOMER.LEFT_AS.isNull());
    }

    /** Deletes customers: for {@link Leaving#WAITING_DAYS} days they can be restored. Returns those who were. */
    @Transactional
    public List<CustomerId> delete(Collection<CustomerId> ids) {
        return leave(ids, Leaving.As.DELETED, DSL.trueCondition());
    }

    private List<CustomerId> leave(Collection<CustomerId> ids, Leaving.As as, Condition which) {
        new CustomerBase(database).lock();
        List<CustomerId> gone = change(
                ids,
                as.code(),
                now(),
                Actor.current().name(),
                which.and(VisibleCustomers.condition(CUSTOMER.ID, CUSTOMER.LEFT_AS)));
        tell(database, gone.stream().map(CustomerId::value).toList());
        record("customers." + as.code(), gone);
        return gone;
    }

    /** Lets projections let go of them. */
    static void tell(DSLContext database, Collection<Long> gone) {
        database.execute("""
                insert into customers.erasure (customer_id) select unnest(?::bigint[])
                on conflict (customer_id) do update set changed_in = excluded.changed_in
                """, (Object) gone.toArray(Long[]::new));
    }

    /** The same of those who are back. */
    static void tellBack(DSLContext database, Collection<Long> back) {
        database.execute(
                "delete from customers.erasure where customer_id = any (?)", (Object) back.toArray(Long[]::new));
    }

    /** Brings back those who are archived or deleted. Returns those who were. */
    @Transactional
    public List<CustomerId> restore(Collection<CustomerId> ids) {
        new CustomerBase(database).lock();
        List<CustomerId> back =
                change(ids, null, null, null, CUSTOMER.LEFT_AS.isNotNull().and(VisibleCustomers.ofUnits(CUSTOMER.ID)));
        tellBack(database, back.stream().map(CustomerId::value).toList());
        record("customers.restored", back);
        return back;
    }

    private List<CustomerId> change(
            Collection<CustomerId> ids,
            @Nullable String as,
            @Nullable OffsetDateTime at,
            @Nullable String by,
            Condition which) {
        return database.update(CUSTOMER)
                .set(CUSTOMER.LEFT_AS, as)
                .set(CUSTOMER.LEFT_AT, at)
                .set(CUSTOMER.LEFT_BY, by)
                .set(CUSTOMER.CHANGED_IN, DSL.field("pg_current_xact_id()::text::bigint", Long.class))
                .where(CUSTOMER.ID.eq(DSL.any(numbers(ids))), which)
                .returningResult(CUSTOMER.ID)
                .fetch(row -> new CustomerId(row.value1()));
    }

    private void record(String action, List<CustomerId> concerned) {
        concerned.forEach(id -> audit.record(action, "customer", Long.toString(id.value()), Map.of()));
    }

    /**
     * Who is out of the way, the last first.
     *
     * @param after the last of the stretch before; null for the first one
     */
    public List<LeftCustomer> list(Leaving.As as, @Nullable LeftCustomer after, int limit) {
        SeenFields seen = SeenFields.current(database);
        Condition page = after == null
                ? DSL.trueCondition()
                : DSL.row(CUSTOMER.LEFT_AT, CUSTOMER.ID)
                        .lt(
                                after.leaving().at().atOffset(ZoneOffset.UTC),
                                after.id().value());
        return database.selectFrom(CUSTOMER)
                .where(CUSTOMER.LEFT_AS.eq(as.code()), VisibleCustomers.ofUnits(CUSTOMER.ID), page)
                .orderBy(CUSTOMER.LEFT_AT.desc(), CUSTOMER.ID.desc())
                .limit(limit)
                .fetch(row -> new LeftCustomer(
                        new CustomerId(row.getId()),
                        CustomerList.name(seen.of(row)),
                        new Leaving(as, row.getLeftAt().toInstant(), String.valueOf(row.getLeftBy()))));
    }

    /**
     * Some of those whose waiting period is over are gone for good, with all that was known of them. What they bought
     * stays in the company's figures, as bought by nobody known.
     *
     * @return how many; 0 when there are none left
     */
    @Transactional
    public int eraseDue() {
        new CustomerBase(database).lock();
        List<Long> due = database.select(CUSTOMER.ID)
                .from(CUSTOMER)
                .where(
                        CUSTOMER.LEFT_AS.eq(Leaving.As.DELETED.code()),
                        CUSTOMER.LEFT_AT.le(now().minusDays(Leaving.WAITING_DAYS)))
                .orderBy(CUSTOMER.ID)
                .limit(AT_ONCE)
                .fetch(CUSTOMER.ID);
        if (!due.isEmpty()) {
            List<CustomerId> ids = due.stream().map(CustomerId::new).toList();
            facts.forEach(each -> each.forget(ids));
            new CustomerBase(database).remove(due.toArray(Long[]::new));
            record("customers.erased", ids);
        }
        return due.size();
    }

    private static Long[] numbers(Collection<CustomerId> ids) {
        return ids.stream().map(CustomerId::value).toArray(Long[]::new);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
