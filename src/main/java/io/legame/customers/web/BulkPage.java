package io.legame.customers.web;

import io.legame.access.Unit;
import io.legame.customers.BulkAction;
import io.legame.customers.CustomField;
import io.legame.customers.CustomerField;
import io.legame.customers.CustomerSummary;
import io.legame.platform.View;
import java.util.List;

/**
 * What is to be done to those who were picked.
 *
 * @param sample some of them
 * @param doing field, unit, archive or delete
 * @param fields those that can be written for many
 * @param custom the same of the company's own
 * @param units those that can have them
 */
public record BulkPage(
        BulkAction action,
        List<CustomerSummary> sample,
        String doing,
        List<CustomerField> fields,
        List<CustomField> custom,
        List<Unit> units)
        implements View {
    public String path() {
        return BulkStatus.path(action);
    }

    /** How many are picked besides the sample. */
    public long others() {
        return action.total() - sample.size();
    }
}
