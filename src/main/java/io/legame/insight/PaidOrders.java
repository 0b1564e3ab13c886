package io.legame.insight;

import static io.legame.insight.WarehouseTables.LINE;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jooq.Condition;
import org.jooq.Record2;
import org.jooq.Select;

/** The purchases of known customers that something was paid for, see {@link GatheredFacts}. */
final class PaidOrders {
    private PaidOrders() {}

    /** Whose they are and of which day, a row for each order. */
    static Select<Record2<Long, LocalDate>> of(Condition days) {
        return select(LINE.CUSTOMER_ID, LINE.OCCURRED_ON)
                .from(LINE)
                .where(LINE.KIND.eq("purchase"), LINE.CUSTOMER_ID.isNotNull(), days)
                .groupBy(LINE.CUSTOMER_ID, LINE.OCCURRED_ON, LINE.INTERACTION_ID)
                .having(sum(LINE.AMOUNT).gt(BigDecimal.ZERO));
    }
}
