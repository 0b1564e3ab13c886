package io.legame.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A newsletter.
 *
 * @param category what it is about
 * @param appeal 1 for an ordinary one: makes it opened more or less
 */
record Campaign(LocalDate day, String text, String category, double appeal) {
    /** All that went out in the days, the oldest first. */
    static List<Campaign> between(LocalDate first, LocalDate until) {
        List<Campaign> campaigns = new ArrayList<>();
        for (int year = first.getYear(); year <= until.getYear(); year++) {
            for (var row : Lists.rows("campaigns")) {
                LocalDate day = LocalDate.of(
                        year, Integer.parseInt(row.getField("month")), Integer.parseInt(row.getField("day")));
                if (!day.isBefore(first) && day.isBefore(until)) {
                    campaigns.add(new Campaign(
                            day,
                            row.getField("text"),
                            row.getField("category"),
                            Double.parseDouble(row.getField("appeal"))));
                }
            }
        }
        campaigns.sort(Comparator.comparing(Campaign::day));
        return campaigns;
    }
}
