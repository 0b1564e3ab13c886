package io.legame.customers;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What is kept of values beside them, as JSON: how they were written, what is wrong with them, what they were. */
final class ChangeJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(
                    every -> every.withValueInclusion(com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL))
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /**
     * What a field was before a change.
     *
     * @param value a text, a number, a yes or no, a date as text, a list of texts; null for none
     * @param written the value as it was written, where that is another
     */
    record Was(
            @Nullable Object value,
            @Nullable String written,
            @Nullable ValueFlag flag) {}

    private ChangeJson() {}

    static Map<String, String> written(@Nullable JSONB json) {
        return json == null ? Map.of() : JSON.readValue(json.data(), new TypeReference<Map<String, String>>() {});
    }

    static Map<String, ValueFlag> flags(@Nullable JSONB json) {
        return json == null ? Map.of() : JSON.readValue(json.data(), new TypeReference<Map<String, ValueFlag>>() {});
    }

    /** Values of custom fields, by the field's id. */
    static Map<CustomFieldId, Object> custom(@Nullable JSONB json) {
        if (json == null) {
            return Map.of();
        }
        var values = new java.util.HashMap<CustomFieldId, Object>();
        JSON.readValue(json.data(), new TypeReference<Map<String, Object>>() {})
                .forEach((id, value) -> values.put(new CustomFieldId(Long.parseLong(id)), value));
        return values;
    }

    /** One of them. */
    static Object value(JSONB json) {
        return JSON.readValue(json.data(), Object.class);
    }

    static @Nullable JSONB ofCustom(Map<CustomFieldId, Object> values) {
        if (values.isEmpty()) {
            return null;
        }
        var plain = new java.util.LinkedHashMap<String, Object>();
        values.forEach((id, value) -> plain.put(Long.toString(id.value()), value));
        return JSONB.valueOf(JSON.writeValueAsString(plain));
    }

    static @Nullable JSONB ofWritten(Map<String, String> written) {
        return written.isEmpty() ? null : JSONB.valueOf(JSON.writeValueAsString(written));
    }

    static @Nullable JSONB ofFlags(Map<String, ValueFlag> flags) {
        return flags.isEmpty() ? null : JSONB.valueOf(JSON.writeValueAsString(flags));
    }

    static Map<String, Was> before(JSONB json) {
        return JSON.readValue(json.data(), new TypeReference<Map<String, Was>>() {});
    }

    static String ofBefore(Map<String, Was> before) {
        var plain = new java.util.LinkedHashMap<String, Was>();
        before.forEach((name, was) -> plain.put(name, new Was(plain(was.value()), was.written(), was.flag())));
        return JSON.writeValueAsString(plain);
    }

    /** As JSON can hold it and the column's type reads it again. */
    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String[] many -> List.of(many);
            case List<?> many -> many;
            case BigDecimal number -> number.toPlainString();
            case Number number -> number;
            case Boolean answer -> answer;
            default -> value.toString();
        };
    }

    /** The value that {@link #plain} was made from, of a column of the type. */
    static <T> T read(Class<T> type, Object plain) {
        String text = plain.toString();
        if (type == String[].class) {
            return type.cast(((List<?>) plain).stream().map(String::valueOf).toArray(String[]::new));
        }
        if (type == LocalDate.class) {
            return type.cast(LocalDate.parse(text));
        }
        if (type == BigDecimal.class) {
            return type.cast(new BigDecimal(text));
        }
        if (type == Integer.class) {
            return type.cast(Integer.valueOf(text));
        }
        return type.cast(type == Boolean.class ? plain : text);
    }
}
