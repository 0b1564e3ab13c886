package io.legame.customers.web;

import io.legame.customers.CustomField;
import io.legame.customers.CustomFieldDraft;
import io.legame.customers.CustomFieldType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A custom field as its form sends it. */
final class CustomFieldForm {
    private CustomFieldForm() {}

    static CustomFieldDraft read(Map<String, String> form) {
        String kind = form.getOrDefault("kind", "");
        String list = form.getOrDefault("list", "");
        CustomFieldType type = CustomFieldType.of(form.getOrDefault("type", "")).orElse(CustomFieldType.TEXT);
        return new CustomFieldDraft(
                form.getOrDefault("name", ""),
                text(form, "help"),
                type,
                kind.matches("person|company") ? kind : null,
                form.getOrDefault("group", ""),
                form.containsKey("required"),
                form.containsKey("unique"),
                text(form, "default"),
                list.matches("[0-9]{1,18}") ? Long.valueOf(list) : null);
    }

    private static @Nullable String text(Map<String, String> form, String name) {
        String text = form.getOrDefault(name, "").strip();
        return text.isEmpty() ? null : text;
    }

    static CustomFieldDraft of(CustomField field) {
        return new CustomFieldDraft(
                field.name(),
                field.help(),
                field.type(),
                field.customerKind(),
                field.group(),
                field.required(),
                field.unique(),
                field.defaultValue(),
                field.choices() == null ? null : field.choices().id());
    }
}
