package io.legame.customers;

import io.legame.access.Scope;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** The customers whom whoever sent the request sees: those of their units, or everybody who is not deleted. */
final class VisibleCustomers {
    private VisibleCustomers() {}

    /** Whether nobody is out of sight but those who are deleted. */
    static boolean everybody() {
        return Scope.current().everybody();
    }

    /**
     * @param customer the customer's number in the query
     * @param leftAs whether it is out of the way: who is deleted is seen by nobody
     */
    static Condition condition(Field<Long> customer, Field<String> leftAs) {
        return leftAs.isDistinctFrom(DSL.inline(Leaving.As.DELETED.code())).and(ofUnits(customer));
    }

    /** The same of those who are deleted too. */
    static Condition ofUnits(Field<Long> customer) {
        Integer[] units = Scope.current().numbers();
        return units == null
                ? DSL.trueCondition()
                : DSL.condition(
                        "exists (select from customers.customer_unit seen"
                                + " where seen.customer_id = {0} and seen.unit_id = any ({1}))",
                        customer, DSL.val(units));
    }

    /** The same where only the customer's number is at hand. */
    static Condition condition(Field<Long> customer) {
        return DSL.condition(
                "exists (select from customers.customer kept where kept.id = {0} and {1})",
                customer, condition(DSL.field("kept.id", Long.class), DSL.field("kept.left_as", String.class)));
    }

    /** For queries in which the customer's row is called {@code c}. */
    static Condition condition() {
        return condition(DSL.field("c.id", Long.class), DSL.field("c.left_as", String.class));
    }
}
