package io.legame.customers;

import io.legame.access.AuditTrail;
import io.legame.access.Scope;
import io.legame.access.UnitId;
import io.legame.access.Units;
import io.legame.platform.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whose customers the customers are, among the shops and teams of the company. */
@Component
public class CustomerUnits {
    private final DSLContext database;
    private final Customers customers;
    private final Units units;
    private final AuditTrail audit;

    CustomerUnits(DSLContext database, Customers customers, Units units, AuditTrail audit) {
        this.database = database;
        this.customers = customers;
        this.units = units;
        this.audit = audit;
    }

    /** Of which units the customer is. */
    public List<CustomerUnit> of(CustomerId customer) {
        return database.resultQuery("""
                        select unit_id, bool_or(reason = 'assigned'), bool_or(reason = 'met'), bool_or(reason = 'merge')
                        from customers.customer_unit where customer_id = ? group by unit_id order by unit_id
                        """, customer.value())
                .fetch(row -> new CustomerUnit(
                        new UnitId(row.get(0, Integer.class)),
                        row.get(1, Boolean.class),
                        row.get(2, Boolean.class),
                        row.get(3, Boolean.class)));
    }

    /** Whether somebody who sees these customers sees this one. */
    public boolean isWithin(Scope scope, CustomerId customer) {
        return scope.units() == null
                || of(customer).stream().anyMatch(one -> scope.units().contains(one.unit()));
    }

    /** Makes a customer one of the unit's, because whoever is signed in says so. */
    @Transactional
    public void assign(CustomerId customer, UnitId unit) {
        require(customer, unit);
        if (add(unit, List.of(customer), "assigned") > 0) {
            record("customers.assigned", customer, unit);
        }
    }

    /** Takes that back; who was met there stays one of theirs. */
    @Transactional
    public void unassign(CustomerId customer, UnitId unit) {
        require(customer, unit);
        int gone = database.execute(
                "delete from customers.customer_unit where customer_id = ? and unit_id = ? and reason = 'assigned'",
                customer.value(),
                unit.value());
        if (gone > 0) {
            record("customers.unassigned", customer, unit);
        }
    }

    private void require(CustomerId customer, UnitId unit) {
        if (customers.find(customer).isEmpty() || units.find(unit).isEmpty()) {
            throw Refusal.notFound();
        }
    }

    private void record(String action, CustomerId customer, UnitId unit) {
        audit.record(action, "customer", Long.toString(customer.value()), Map.of("unit", unit.value()));
    }

    /** Who was just created is one of those whom its creator sees. */
    static void own(DSLContext database, Collection<CustomerId> created) {
        Scope scope = Scope.current();
        if (scope.units() != null) {
            scope.units().forEach(unit -> add(database, unit, created, "assigned"));
        }
    }

    /** The customers were met where the unit meets its own, in the caller's transaction. */
    public void meet(UnitId unit, Collection<CustomerId> met) {
        add(unit, met, "met");
    }

    /** Nobody was met there, until it is said again; in the caller's transaction, and nobody is met meanwhile. */
    public void forgetMet(UnitId unit) {
        customers.holdBack();
        database.execute("delete from customers.customer_unit where unit_id = ? and reason = 'met'", unit.value());
    }

    /** The same of some customers and every unit. */
    public void forgetMet(Collection<CustomerId> met) {
        database.execute("delete from customers.customer_unit where customer_id = any (?) and reason = 'met'", (Object)
                numbers(met));
    }

    private int add(UnitId unit, Collection<CustomerId> ids, String reason) {
        return add(database, unit, ids, reason);
    }

    private static int add(DSLContext database, UnitId unit, Collection<CustomerId> ids, String reason) {
        return database.execute("""
                insert into customers.customer_unit (customer_id, unit_id, reason)
                select distinct customer, ?, ? from unnest(?::bigint[]) customer order by customer on conflict do nothing
                """, unit.value(), reason, numbers(ids));
    }

    private static Long[] numbers(Collection<CustomerId> ids) {
        return ids.stream().map(CustomerId::value).toArray(Long[]::new);
    }
}
