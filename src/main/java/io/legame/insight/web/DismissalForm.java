package io.legame.insight.web;

import io.legame.customers.CustomerId;
import io.legame.insight.CostAvoided;
import io.legame.platform.View;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The decision to let a customer go, before it is made.
 *
 * @param day from which it would hold
 * @param fault what was wrong, as a sentence
 * @param faulty at which field
 */
public record DismissalForm(
        CustomerId customer,
        String name,
        CostAvoided avoided,
        LocalDate day,
        Map<String, String> values,
        @Nullable String fault,
        String faulty)
        implements View {
    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    public @Nullable String fault(String field) {
        return faulty.equals(field) ? fault : null;
    }

    public String path() {
        return path(customer);
    }

    static String path(CustomerId customer) {
        return "/insight/customers/" + customer.value() + "/dismissal";
    }
}
