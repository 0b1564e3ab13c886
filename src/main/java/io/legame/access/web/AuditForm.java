package io.legame.access.web;

import io.legame.access.Actor;
import io.legame.access.AuditFilter;
import io.legame.platform.Address;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * Which part of the audit trail to show, as the address says it.
 *
 * @param actor {@code account:3}, {@code token:7}, {@code system} or {@code nobody}
 * @param to the last day, included
 */
public record AuditForm(
        @Nullable String actor,
        @Nullable String action,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate from,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate to) {
    private static final Pattern ACTOR = Pattern.compile("(account|token|system|nobody)(?::(\\d{1,18}))?");

    AuditFilter filter(ZoneId timeZone) {
        var matcher = ACTOR.matcher(actor == null ? "" : actor);
        boolean known = matcher.matches();
        return new AuditFilter(
                known ? Actor.Kind.valueOf(matcher.group(1).toUpperCase(Locale.ROOT)) : null,
                known && matcher.group(2) != null ? Long.valueOf(matcher.group(2)) : null,
                action,
                from == null ? null : start(from, timeZone),
                to == null ? null : start(to.plusDays(1), timeZone));
    }

    private static Instant start(LocalDate day, ZoneId timeZone) {
        return day.atStartOfDay(timeZone).toInstant();
    }

    String path(long before) {
        return Address.of("/access/audit")
                .with("actor", actor)
                .with("action", action)
                .with("from", from)
                .with("to", to)
                .with("before", before)
                .toString();
    }

    public boolean empty() {
        return actor == null && action == null && from == null && to == null;
    }
}
