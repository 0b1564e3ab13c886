package io.legame.customers;

import org.jspecify.annotations.Nullable;

/** A column that shows one of the company's own fields. */
public record CustomColumn(CustomField custom) implements ListColumn {
    static final String PREFIX = "custom.";

    @Override
    public String code() {
        return PREFIX + custom.code();
    }

    /** Several choices have no order. */
    @Override
    public boolean sortable() {
        return custom.type() != CustomFieldType.CHOICES;
    }

    @Override
    public @Nullable CustomerField field() {
        return null;
    }
}
