package io.legame.insight;

import static io.legame.insight.WarehouseTables.DISMISSAL;
import static org.jooq.impl.DSL.select;

import java.time.LocalDate;
import org.jooq.Condition;
import org.jooq.Field;

/** Who was let go on a day, for questions to the {@link Warehouse}. */
public final class DismissedCustomers {
    private DismissedCustomers() {}

    /** @param customer the customer's number in the question */
    public static Condition on(LocalDate day, Field<Long> customer) {
        return customer.in(select(DISMISSAL.CUSTOMER_ID).from(DISMISSAL).where(holds(day)));
    }

    /** Those of them whom nobody may try to win back: segments and sends leave them out. */
    public static Condition forGoodOn(LocalDate day, Field<Long> customer) {
        return customer.in(
                select(DISMISSAL.CUSTOMER_ID).from(DISMISSAL).where(holds(day), DISMISSAL.WIN_BACK.isFalse()));
    }

    private static Condition holds(LocalDate day) {
        return DISMISSAL.FROM_ON.le(day).and(DISMISSAL.UNTIL_ON.isNull().or(DISMISSAL.UNTIL_ON.gt(day)));
    }
}
