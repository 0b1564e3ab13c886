package io.legame.insight.web;

import io.legame.insight.LifeCycleList.Who;
import io.legame.insight.Stage;
import io.legame.platform.Address;
import io.legame.platform.Refusal;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whom a list of the life cycle is asked for: {@code stage=at_risk}, {@code coming=lost&days=30}, or
 * {@code to=active&from=lost&after=2024-04-30&until=2024-05-31}.
 *
 * @param from {@value #NOBODY} for who was not known before
 * @param position where the stretch before ended
 */
public record WhoRequest(
        @Nullable String stage,
        @Nullable String coming,
        @Nullable String days,
        @Nullable String from,
        @Nullable String to,
        @Nullable String after,
        @Nullable String until,
        @Nullable String position) {
    static final String PATH = "/insight/life-cycle/customers";
    private static final String NOBODY = "none";
    private static final int MOST_DAYS = 3_650;

    static String in(Stage stage) {
        return Address.of(PATH).with("stage", stage.code()).toString();
    }

    static String coming(Stage stage, int days) {
        return Address.of(PATH).with("coming", stage.code()).with("days", days).toString();
    }

    static String passed(@Nullable Stage from, Stage to, LocalDate after, LocalDate until) {
        return Address.of(PATH)
                .with("from", from == null ? NOBODY : from.code())
                .with("to", to.code())
                .with("after", after)
                .with("until", until)
                .toString();
    }

    Who who() {
        if (stage != null) {
            return new Who.In(known(stage));
        }
        if (coming != null) {
            return new Who.Coming(known(coming), number());
        }
        if (to != null) {
            return new Who.Passed(
                    from == null || from.equals(NOBODY) ? null : known(from), known(to), day(after), day(until));
        }
        throw Refusal.of("insight.lifeCycle.error.stage", "");
    }

    private static Stage known(String code) {
        return Stage.of(code).orElseThrow(() -> Refusal.of("insight.lifeCycle.error.stage", code));
    }

    private int number() {
        try {
            int number = Integer.parseInt(days == null ? "" : days);
            if (number >= 1 && number <= MOST_DAYS) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw Refusal.of("insight.lifeCycle.error.days", MOST_DAYS);
    }

    private static LocalDate day(@Nullable String text) {
        try {
            return LocalDate.parse(text == null ? "" : text);
        } catch (DateTimeException e) {
            throw Refusal.of("insight.lifeCycle.error.day", text == null ? "" : text);
        }
    }

    /** The address of the same list, after a position. */
    String next(String last) {
        return Address.of(PATH)
                .with("stage", stage)
                .with("coming", coming)
                .with("days", days)
                .with("from", from)
                .with("to", to)
                .with("after", after)
                .with("until", until)
                .with("position", last)
                .toString();
    }
}
