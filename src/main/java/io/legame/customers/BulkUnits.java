package io.legame.customers;

import io.legame.access.UnitId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;

/** Makes many customers those of a unit, or takes that back. */
record BulkUnits(DSLContext database, UnitId unit, boolean assigns) implements BulkWork.TakenBack {
    @Override
    public Done run(List<Long> ids) {
        Set<Long> changed = assigns ? assign(ids) : unassign(ids);
        int here = database.fetchSingle("""
                        select count(*) from customers.customer c
                        where c.id = any (?) and c.left_as is distinct from 'deleted'
                          and exists (select from access.unit u where u.id = ?)
                        """, ids.toArray(Long[]::new), unit.value())
                .get(0, Integer.class);
        return new Done(changed, here - changed.size());
    }

    @Override
    public Set<Long> takeBack(List<Long> ids) {
        return assigns ? unassign(ids) : assign(ids);
    }

    private Set<Long> assign(List<Long> ids) {
        return new HashSet<>(database.resultQuery("""
                        insert into customers.customer_unit (customer_id, unit_id, reason)
                        select c.id, u.id, 'assigned' from customers.customer c, access.unit u
                        where c.id = any (?) and c.left_as is distinct from 'deleted' and u.id = ?
                        order by c.id on conflict do nothing returning customer_id
                        """, ids.toArray(Long[]::new), unit.value())
                .fetch(0, Long.class));
    }

    private Set<Long> unassign(List<Long> ids) {
        return new HashSet<>(database.resultQuery("""
                        delete from customers.customer_unit u using customers.customer c
                        where u.customer_id = any (?) and u.unit_id = ? and u.reason = 'assigned'
                          and c.id = u.customer_id and c.left_as is distinct from 'deleted'
                        returning u.customer_id
                        """, ids.toArray(Long[]::new), unit.value())
                .fetch(0, Long.class));
    }
}
