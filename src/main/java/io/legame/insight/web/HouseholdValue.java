package io.legame.insight.web;

import io.legame.insight.CustomerValue;
import io.legame.platform.View;
import java.math.BigDecimal;
import java.util.List;

/** What customers who live together are worth together. */
public record HouseholdValue(List<CustomerValue> values) implements View {
    public BigDecimal revenue() {
        return values.stream().map(CustomerValue::revenue).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public int orders() {
        return values.stream().mapToInt(CustomerValue::orders).sum();
    }
}
