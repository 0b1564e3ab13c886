package io.legame.intake;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that lies in the inbox.
 *
 * @param name as it can be shown
 * @param modified to the microsecond, as the database keeps it
 * @param stays why it is left where it is, whatever time passes; null for a file that may be taken
 */
record Arrival(Path path, String source, String name, long bytes, Instant modified, InboxEntry.@Nullable Why stays) {
    InboxEntry because(InboxEntry.Why why) {
        return new InboxEntry(name, source, bytes, modified, why);
    }
}
