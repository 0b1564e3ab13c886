package io.legame.insight.web;

import io.legame.insight.Stage;
import io.legame.insight.Tier;
import io.legame.platform.Address;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The customers behind a number, as lists of customers: conditions in the language of their filters, see
 * docs/segment-language.md.
 */
final class Lists {
    private Lists() {}

    /** The list of those for whom all the conditions hold. */
    static String address(String... conditions) {
        String filter = conditions.length == 1 ? conditions[0] : "{\"all\":[" + String.join(",", conditions) + "]}";
        return Address.of("/customers").with("filter", filter).toString();
    }

    /**
     * Today.
     *
     * @param tier null for in none
     */
    static String tier(@Nullable Tier tier) {
        return "{\"tier\":[\"%s\"]}".formatted(word(tier));
    }

    /**
     * @param tier null for in none
     * @param month its last day
     */
    static String tier(@Nullable Tier tier, LocalDate month) {
        return "{\"tier\":[\"%s\"],\"on\":\"%s\"}".formatted(word(tier), month);
    }

    /**
     * From one tier to another, or staying where they are.
     *
     * @param from null for in none
     * @param since the last day of a month
     * @param to null for in none
     * @param until the last day of a month; null for today
     */
    static String moved(@Nullable Tier from, LocalDate since, @Nullable Tier to, @Nullable LocalDate until) {
        return "{\"moved\":[\"%s\",\"%s\"],\"from\":[\"%s\"],\"to\":[\"%s\"]}"
                .formatted(since, until == null ? "today" : until, word(from), word(to));
    }

    private static String word(@Nullable Tier tier) {
        return tier == null ? "none" : tier.code();
    }

    /** Today. */
    static String stage(Stage stage) {
        return "{\"stage\":[\"%s\"]}".formatted(stage.code());
    }

    /** Who is in the stage on the day. */
    static String stage(Stage stage, LocalDate day) {
        return "{\"stage\":[\"%s\"],\"on\":\"%s\"}".formatted(stage.code(), day);
    }

    /** Who entered the stage on one of the days, both taken in, whether still in it or not. */
    static String entered(Stage stage, LocalDate from, LocalDate to) {
        return "{\"entered\":[\"%s\"],\"during\":{\"from\":\"%s\",\"to\":\"%s\"}}".formatted(stage.code(), from, to);
    }

    /** Today, by each score from 1 to 5. */
    static String rfm(int recency, int frequency, int monetary) {
        return "{\"all\":[%s,%s,%s]}"
                .formatted(
                        score("recencyScore", recency),
                        score("frequencyScore", frequency),
                        score("monetaryScore", monetary));
    }

    /**
     * Today.
     *
     * @param metric recencyScore, frequencyScore or monetaryScore
     */
    static String score(String metric, int score) {
        return "{\"metric\":\"%s\",\"exactly\":%d}".formatted(metric, score);
    }
}
