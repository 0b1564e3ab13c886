package io.legame.customers;

import io.legame.platform.Refusal;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a customer wants to be reached.
 *
 * @param channel one of {@link #CHANNELS}; null for any
 * @param languages ISO 639-1, in the order in which they like to speak them
 * @param days 1 for Monday to 7 for Sunday; empty for any
 */
public record ContactPreference(
        @Nullable String channel,
        List<String> languages,
        List<Integer> days,
        @Nullable LocalTime from,
        @Nullable LocalTime until,
        @Nullable String note) {
    public static final List<String> CHANNELS = List.of("email", "phone", "message", "post", "shop");

    /** Of whom nothing is known. */
    public static final ContactPreference NONE = new ContactPreference(null, List.of(), List.of(), null, null, null);

    private static final Set<String> KNOWN_LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final int LONGEST_NOTE = 500;

    public boolean isNone() {
        return equals(NONE);
    }

    void check() {
        if (channel != null && !CHANNELS.contains(channel)) {
            throw Refusal.of("customers.contact.error.channel", channel);
        }
        for (String language : languages) {
            if (!KNOWN_LANGUAGES.contains(language)) {
                throw Refusal.of("customers.contact.error.language", language);
            }
        }
        if (days.stream().anyMatch(day -> day < 1 || day > 7)) {
            throw Refusal.of("customers.contact.error.day");
        }
        if (from != null && until != null && !from.isBefore(until)) {
            throw Refusal.of("customers.contact.error.times");
        }
        if (note != null && note.length() > LONGEST_NOTE) {
            throw Refusal.of("customers.contact.error.note", LONGEST_NOTE);
        }
    }
}
