package io.legame.insight.web;

import io.legame.access.Actor;
import io.legame.insight.Turn;
import io.legame.platform.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote into a form of rules, each field by its name.
 *
 * @param refusal why it was not decided; null when it was, or nothing was tried yet
 */
public record RuleFields(
        Map<String, String> fields, @Nullable Refusal refusal) {
    /** Nothing was written yet. */
    static final RuleFields NONE = new RuleFields(Map.of());

    RuleFields(Map<String, String> fields) {
        this(fields, null);
    }

    /** Decides what they say; they keep the reason, and the response its status, when that is refused. */
    RuleFields decide(HttpServletResponse response, Runnable decision) {
        try {
            decision.run();
            return this;
        } catch (Refusal why) {
            return refused(response, why);
        }
    }

    RuleFields refused(HttpServletResponse response, Refusal why) {
        response.setStatus(why.status().value());
        return new RuleFields(fields, why);
    }

    String text(String name) {
        return fields.getOrDefault(name, "").strip();
    }

    /** What stands in a field: what was written, or what counts today. */
    public String or(String name, String held) {
        return fields.getOrDefault(name, held).strip();
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

    /** Tells the forms apart that somebody has open. */
    public String screen() {
        return or("screen", Turn.newScreen());
    }

    /** Which question of the form this is; null when it is asked once. */
    @Nullable
    Turn turn() {
        String number = text("turn");
        return text("screen").isEmpty() || !number.matches("[0-9]{1,15}")
                ? null
                : new Turn(Actor.current() + " " + text("screen"), Long.parseLong(number));
    }

    /** From when a decision counts; null for the beginning. */
    @Nullable
    LocalDate from() {
        if (!text("since").equals("day")) {
            return null;
        }
        String from = text("from");
        if (from.isEmpty()) {
            throw Refusal.of("insight.rules.error.noDay");
        }
        try {
            return LocalDate.parse(from);
        } catch (DateTimeParseException e) {
            throw Refusal.of("insight.rules.error.day", from);
        }
    }
}
