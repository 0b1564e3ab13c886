package io.legame.notebook;

import io.legame.access.Actor;
import io.legame.customers.CustomerId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote down about a customer.
 *
 * @param version counts the texts that it had
 * @param author as called then
 * @param editedBy who edited it last; null while it is as it was written
 * @param mentioned the names of the colleagues that it names with {@code @}, as it writes them
 */
public record Note(
        NoteId id,
        CustomerId customer,
        String text,
        int version,
        Instant writtenAt,
        Actor author,
        @Nullable Instant editedAt,
        @Nullable String editedBy,
        boolean pinned,
        List<String> mentioned) {

    /** Its first line, for where there is room for no more. */
    public String firstLine() {
        String line = text.lines().filter(each -> !each.isBlank()).findFirst().orElse("");
        return line.codePointCount(0, line.length()) <= FIRST_LINE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, FIRST_LINE)) + "…";
    }

    private static final int FIRST_LINE = 120;
}
