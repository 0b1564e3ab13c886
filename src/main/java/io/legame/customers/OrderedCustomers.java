package io.legame.customers;

import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Customers in the order of one value, those without it last: two parts, each by its index if it has one. */
record OrderedCustomers(DSLContext database, OrderValue order, boolean descending, Condition condition) {
    private static final int WITH_VALUE = 0;
    private static final int WITHOUT_VALUE = 1;

    List<CustomerPosition> fetch(@Nullable CustomerPosition after, int limit) {
        var found = new ArrayList<CustomerPosition>();
        if (after == null || after.part() == WITH_VALUE) {
            found.addAll(withValue(after, limit));
        }
        if (found.size() < limit) {
            found.addAll(withoutValue(
                    after == null || after.part() == WITH_VALUE ? Long.MIN_VALUE : after.id(), limit - found.size()));
        }
        return found;
    }

    private List<CustomerPosition> withValue(@Nullable CustomerPosition after, int limit) {
        Condition page = after == null
                ? DSL.trueCondition()
                : DSL.condition(
                        "(" + order.sql() + ", c.id) " + (descending ? "<" : ">") + " (?::" + order.type() + ", ?)",
                        after.value(),
                        after.id());
        String direction = descending ? " desc" : "";
        return database.resultQuery(
                        "select c.id, " + order.sql() + "::text from customers.customer c where " + order.sql()
                                + " is not null and {0} and {1} order by " + order.sql() + direction + ", c.id"
                                + direction + " limit {2}",
                        condition,
                        page,
                        DSL.inline(limit))
                .fetch(row -> new CustomerPosition(WITH_VALUE, row.get(1, String.class), row.get(0, Long.class)));
    }

    private List<CustomerPosition> withoutValue(long after, int limit) {
        return database.resultQuery(
                        "select c.id from customers.customer c where " + order.sql()
                                + " is null and {0} and c.id > {1} order by c.id limit {2}",
                        condition,
                        DSL.val(after),
                        DSL.inline(limit))
                .fetch(row -> new CustomerPosition(WITHOUT_VALUE, null, row.get(0, Long.class)));
    }
}
