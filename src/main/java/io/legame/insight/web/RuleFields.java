package io.legame.insight.web;

import io.legame.platform.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a form of rules says, each field by its name. */
record RuleFields(Map<String, String> fields) {
    String text(String name) {
        return fields.getOrDefault(name, "").strip();
    }

    int whole(String name) {
        try {
            return Integer.parseInt(text(name));
        } catch (NumberFormatException e) {
            throw Refusal.of("insight.rules.error.whole", text(name));
        }
    }

    /** With a point or a comma before its decimals. */
    BigDecimal decimal(String name) {
        try {
            return new BigDecimal(text(name).replace(',', '.'));
        } catch (NumberFormatException e) {
            throw Refusal.of("insight.rules.error.decimal", text(name));
        }
    }

    /** From when a decision counts; null for the beginning. */
    @Nullable
    LocalDate from() {
        String from = text("from");
        if (from.isEmpty() || text("since").equals("always")) {
            return null;
        }
        try {
            return LocalDate.parse(from);
        } catch (DateTimeParseException e) {
            throw Refusal.of("insight.rules.error.day", from);
        }
    }
}
