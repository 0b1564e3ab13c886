package io.legame.timeline;

import io.legame.customers.CustomerId;
import java.util.Collection;
import org.jooq.DSLContext;

/**
 * What happened with customers who are gone for good: what they bought was bought by nobody known, all else did not happen.
 * That it was recorded is still known, so that a file that comes again does not bring it back.
 */
final class ForgottenCustomers {
    private final DSLContext database;

    ForgottenCustomers(DSLContext database) {
        this.database = database;
    }

    void forget(Collection<CustomerId> customers) {
        Long[] ids = customers.stream().map(CustomerId::value).toArray(Long[]::new);
        database.execute("""
                insert into timeline.fact_erasure (interaction_id)
                select id from timeline.interaction where customer_id = any (?) on conflict do nothing
                """, (Object) ids);
        database.execute("""
                delete from timeline.moved_fact m using timeline.interaction i
                where i.customer_id = any (?) and i.id = m.interaction_id and i.occurred_at = m.occurred_at
                """, (Object) ids);
        database.execute(
                "update timeline.purchase_line set customer_id = null where customer_id = any (?)", (Object) ids);
        database.execute("""
                update timeline.interaction i set customer_id = null, summary = null, detail = null
                where customer_id = any (?)
                    and exists (select from timeline.purchase_line l
                                where l.interaction_id = i.id and l.occurred_at = i.occurred_at)
                """, (Object) ids);
        database.execute("delete from timeline.interaction where customer_id = any (?)", (Object) ids);
    }
}
