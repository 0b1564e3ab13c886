package io.legame.segments.web;

import io.legame.platform.Refusal;
import io.legame.platform.Texts;
import io.legame.segments.Filter;
import io.legame.segments.Filters;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads what programs send of a filter. */
@Component
class FilterBodies {
    private final Filters filters;

    FilterBodies(Filters filters) {
        this.filters = filters;
    }

    /** @param asOf null where no day was wished */
    record Asked(Filter filter, @Nullable LocalDate asOf) {}

    /** Of a body {@code {"filter": …, "asOf": …}}. */
    Asked read(String body) {
        JsonNode json = filters.object(body, List.of("filter", "asOf"));
        return new Asked(filter(json), day(json));
    }

    Filter filter(JsonNode json) {
        JsonNode filter = json.get("filter");
        if (filter == null) {
            throw Refusal.of("segments.error.noFilter");
        }
        return filters.read(filter, "/filter");
    }

    static @Nullable LocalDate day(JsonNode json) {
        JsonNode day = json.get("asOf");
        if (day == null || day.isNull()) {
            return null;
        }
        LocalDate read = day.isString() ? BuilderForm.day(day.stringValue()) : null;
        if (read == null) {
            throw Refusal.of("segments.error.asOf");
        }
        return read;
    }

    /** Null when it is missing. */
    static @Nullable Locale language(JsonNode json) {
        String language = text(json, "language");
        if (language.isEmpty()) {
            return null;
        }
        return Texts.LANGUAGES.stream()
                .filter(each -> each.getLanguage().equals(language))
                .findFirst()
                .orElseThrow(() -> Refusal.of("segments.reading.language"));
    }

    /** Empty when it is missing. */
    static String text(JsonNode json, String property) {
        JsonNode text = json.get(property);
        if (text == null || text.isNull()) {
            return "";
        }
        if (!text.isString()) {
            throw Refusal.of("segments.error.notAText", property);
        }
        return text.stringValue();
    }
}
