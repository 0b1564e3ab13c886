package io.legame.segments;

import java.time.LocalDate;
import java.util.Map;

/**
 * One thing that holds or does not hold of a customer. A new condition is a record that implements this, with its
 * {@link ConditionKind} as a component in the same file; nothing else changes.
 */
public non-sealed interface Condition extends Filter {
    /** As JSON: texts, numbers, booleans, lists and maps. */
    Map<String, Object> json();

    Phrase phrase(Words words);

    /** Whether those count whom the company let go, see {@link Filters#kept}. */
    default boolean asksForDismissed() {
        return false;
    }

    /** Whether it may hold of one customer because of what becomes of others. */
    default boolean comparesCustomers() {
        return false;
    }

    /** What somebody learns of the customers for whom it holds. */
    AskedFields fields();

    /**
     * A condition on {@link io.legame.insight.WarehouseTables#CUSTOMER}, never null in SQL's sense: unknown is false.
     *
     * @param asOf the day it is asked for; facts after it do not exist yet
     */
    org.jooq.Condition sql(LocalDate asOf);
}
