package io.legame.customers;

import org.jspecify.annotations.Nullable;

/**
 * A custom field as somebody describes it.
 *
 * @param customerKind {@code person} or {@code company}; null for both
 * @param choiceListId of types that are chosen
 */
public record CustomFieldDraft(
        String name,
        @Nullable String help,
        CustomFieldType type,
        @Nullable String customerKind,
        String group,
        boolean required,
        boolean unique,
        @Nullable String defaultValue,
        @Nullable Long choiceListId) {
    /** A plain text of which nothing more is said. */
    public static CustomFieldDraft text(String name) {
        return of(name, CustomFieldType.TEXT);
    }

    public static CustomFieldDraft of(String name, CustomFieldType type) {
        return new CustomFieldDraft(name, null, type, null, "", false, false, null, null);
    }
}
