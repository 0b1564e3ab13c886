package io.legame.customers.web;

import io.legame.customers.CustomField;
import io.legame.platform.View;
import java.util.List;

/** The fields that the company added, in their order. */
public record CustomFieldsPage(List<Row> rows) implements View {
    /** @param filled customers with a value */
    public record Row(CustomField field, long filled) {}
}
