package io.legame.customers;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** By what the list of customers is ordered; each has an index of its own. Who has no such value comes last. */
public enum CustomerOrder implements ListColumn {
    NAME("c.sort_name", "text"),
    EMAIL("c.email collate \"C\"", "text"),
    PHONE("c.phone collate \"C\"", "text"),
    TOWN("left(c.town, 100) collate \"C\"", "text"),
    ADDED("c.created_at", "timestamptz"),
    CHANGED("c.updated_at", "timestamptz"),
    /** Who lacks the unique key first. */
    COMPLETE("c.keyed", "boolean"),
    SOURCE("c.source collate \"C\"", "text");

    /** Of a row of {@code customers.customer c}, as the index has it. */
    private final String value;

    private final String type;

    CustomerOrder(String value, String type) {
        this.value = "(" + value + ")";
        this.type = type;
    }

    String value() {
        return value;
    }

    @Override
    public boolean sortable() {
        return true;
    }

    @Override
    public @Nullable CustomerField field() {
        return switch (this) {
            case EMAIL -> CustomerField.EMAIL;
            case PHONE -> CustomerField.PHONE;
            case TOWN -> CustomerField.TOWN;
            default -> null;
        };
    }

    String type() {
        return type;
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The key of what people call it. */
    public String textKey() {
        return "customers." + code();
    }
}
