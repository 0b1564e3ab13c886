package io.legame.segments.web;

import io.legame.access.Actor;
import io.legame.insight.Turn;
import io.legame.segments.Draft;
import io.legame.segments.Drafting;
import io.legame.segments.SegmentId;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * The builder's form.
 *
 * @param id the segment that is changed; null for a new one
 * @param turn counts the questions of the page
 * @param action the button that was pressed
 */
record BuilderForm(
        @Nullable SegmentId id,
        String name,
        String description,
        int version,
        String screen,
        long turn,
        @Nullable LocalDate asOf,
        Draft.Group draft,
        String action) {

    static BuilderForm read(MultiValueMap<String, String> form) {
        Map<String, java.util.List<String>> fields = new LinkedHashMap<>(form);
        int id = number(form.getFirst("id"));
        return new BuilderForm(
                id == 0 ? null : new SegmentId(id),
                text(form.getFirst("name")),
                text(form.getFirst("description")),
                number(form.getFirst("version")),
                text(form.getFirst("screen")),
                number(form.getFirst("turn")),
                day(form.getFirst("asOf")),
                Draft.read(fields),
                text(form.getFirst("act")));
    }

    /** Of whoever asks now. */
    Turn turnOf() {
        return new Turn(Actor.current() + " " + screen, turn);
    }

    static BuilderForm of(Draft.Group draft) {
        return new BuilderForm(null, "", "", 0, Turn.newScreen(), 0, null, draft, "");
    }

    BuilderForm acted(Drafting drafting) {
        return new BuilderForm(id, name, description, version, screen, turn, asOf, drafting.act(draft, action), "");
    }

    /** With what a sentence means in the place of the conditions. */
    BuilderForm meaning(Draft.Group read) {
        return new BuilderForm(id, name, description, version, screen, turn, asOf, read, "");
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    private static int number(@Nullable String value) {
        return value != null && value.matches("\\d{1,9}") ? Integer.parseInt(value) : 0;
    }

    /** A day that cannot be read is no day: the proposed one is taken and shown. */
    static @Nullable LocalDate day(@Nullable String value) {
        try {
            LocalDate day = value == null || value.isBlank() ? null : LocalDate.parse(value.strip());
            return day == null || day.getYear() < 1900 || day.getYear() > 2199 ? null : day;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
