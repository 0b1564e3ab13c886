package io.legame.intake.web;

import io.legame.intake.Inbox;
import io.legame.intake.InboxAttention;
import io.legame.intake.InboxEntry;
import io.legame.intake.InboxFile;
import io.legame.platform.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What lies in the inbox and what was taken out of it, asked for again and again.
 *
 * @param files taken last, or older ones
 * @param older the last of them, when there are older ones; its id continues the list
 * @param first whether these are the newest
 */
public record InboxStatus(
        Inbox.Now now,
        InboxAttention attention,
        List<InboxFile> files,
        @Nullable Long older,
        boolean first) implements View {
    private static final int MOST_ENTRIES = 50;

    public List<InboxEntry> entries() {
        return now.entries().subList(0, Math.min(MOST_ENTRIES, now.entries().size()));
    }

    public int moreEntries() {
        return now.entries().size() - entries().size();
    }
}
