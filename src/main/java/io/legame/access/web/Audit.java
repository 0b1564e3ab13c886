package io.legame.access.web;

import io.legame.platform.View;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The audit trail, newest first.
 *
 * @param older the address of the page before this one in time; null at the end
 */
public record Audit(
        AuditForm form,
        List<Choice> actors,
        List<Choice> actions,
        List<Line> lines,
        @Nullable String older) implements View {

    /**
     * One entry in words.
     *
     * @param subject the kind and number of what it was done to
     */
    public record Line(
            Instant at,
            String actor,
            String action,
            String subject,
            Map<String, Object> detail,
            @Nullable String address) {}
}
