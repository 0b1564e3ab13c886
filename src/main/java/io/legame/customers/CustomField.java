package io.legame.customers;

import org.jspecify.annotations.Nullable;

/**
 * What this company wants to know of its customers beyond what every company does.
 *
 * @param code what files and programs call it, the same whatever it is renamed to
 * @param help a sentence for whoever fills it in
 * @param customerKind {@code person} or {@code company}; null for both
 * @param group the heading under which it stands; empty for the common one
 * @param required whether who writes a customer by hand is asked for it
 * @param unique whether a value belongs to one customer only, who is known by it
 * @param defaultValue what new customers get of whom nothing else is said, as somebody would write it
 * @param choices what is chosen from; null for what is not chosen
 * @param archived no longer shown and asked; its values stay, and come back with it
 */
public record CustomField(
        CustomFieldId id,
        String code,
        String name,
        @Nullable String help,
        CustomFieldType type,
        @Nullable String customerKind,
        String group,
        boolean required,
        boolean unique,
        @Nullable String defaultValue,
        @Nullable ChoiceList choices,
        boolean archived) {

    public boolean fits(String kind) {
        return customerKind == null || customerKind.equals(kind);
    }

    /** Whether all values stay when customers become one, instead of one of them. */
    public boolean isUnited() {
        return type == CustomFieldType.CHOICES;
    }
}
