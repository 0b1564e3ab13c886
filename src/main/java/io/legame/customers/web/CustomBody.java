package io.legame.customers.web;

import io.legame.customers.CustomField;
import io.legame.customers.CustomFieldId;
import io.legame.platform.Refusal;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values of custom fields as programs send them: {@code {"code": value}}, choices by their labels, null for none. */
final class CustomBody {
    private CustomBody() {}

    static Map<CustomFieldId, List<String>> texts(@Nullable Object body, List<CustomField> inUse) {
        if (body == null) {
            return Map.of();
        }
        if (!(body instanceof Map<?, ?> values)) {
            throw Refusal.of("customers.fields.error.object");
        }
        var texts = new HashMap<CustomFieldId, List<String>>();
        values.forEach((name, value) -> {
            texts.put(
                    field(String.valueOf(name), inUse).id(),
                    value instanceof List<?> many
                            ? many.stream().map(CustomBody::text).toList()
                            : List.of(text(value)));
        });
        return texts;
    }

    /** @throws Refusal when there is none of that code */
    static CustomField field(String code, List<CustomField> inUse) {
        return inUse.stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Refusal.of("customers.error.noField", "custom." + code));
    }

    /** One value or several; an object is none. */
    static List<String> texts(Object value) {
        return value instanceof List<?> many
                ? many.stream().map(CustomBody::text).toList()
                : List.of(text(value));
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Number number ->
                Double.isFinite(number.doubleValue())
                        ? new BigDecimal(number.toString()).toPlainString()
                        : number.toString();
            case Map<?, ?> object -> throw Refusal.of("customers.bulk.error.value", object);
            case List<?> list -> throw Refusal.of("customers.bulk.error.value", list);
            default -> value.toString();
        };
    }
}
