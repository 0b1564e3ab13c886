package io.legame.insight;

import static io.legame.insight.WarehouseTables.LINE;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.sum;

import io.legame.customers.CustomerId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;

/** What customers bought although they had been let go. */
final class BoughtSince {
    static final Bought NOTHING = new Bought(0, BigDecimal.ZERO);

    private BoughtSince() {}

    record Bought(int orders, BigDecimal revenue) {}

    static Map<CustomerId, Bought> of(DSLContext ask, List<Dismissal> dismissed) {
        return ask.select(
                        LINE.CUSTOMER_ID,
                        countDistinct(LINE.INTERACTION_ID).filterWhere(LINE.KIND.eq("purchase")),
                        sum(LINE.AMOUNT))
                .from(LINE)
                .where(or(dismissed.stream()
                        .map(each ->
                                LINE.CUSTOMER_ID.eq(each.customer().value()).and(LINE.OCCURRED_ON.ge(each.from())))
                        .toList()))
                .groupBy(LINE.CUSTOMER_ID)
                .fetchMap(row -> new CustomerId(row.value1()), row -> new Bought(row.value2(), row.value3()));
    }
}
