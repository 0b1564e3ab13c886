package io.legame.intake;

import io.legame.platform.DatabaseTrouble;
import io.legame.platform.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The watched folder: what programs write into it is brought in by itself. It is looked at again and again, because no
 * other way of watching works on network drives.
 */
@Component
public class Inbox {
    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

    /** As many files are taken with one look, so that what is recognised begins before the thousandth is stored. */
    private static final int STRETCH = 200;

    private final InboxFolder folder;
    private final InboxTable table;
    private final InboxTaking taking;
    private final InboxTurns turns;
    private final Texts texts;
    private final InstantSource clock;
    private final FirstLooks looks = new FirstLooks();
    private final ReentrantLock looking = new ReentrantLock();
    private volatile @Nullable InboxTrouble trouble;

    Inbox(
            InboxFolder folder,
            InboxTable table,
            InboxTaking taking,
            InboxTurns turns,
            Texts texts,
            InstantSource clock) {
        this.folder = folder;
        this.table = table;
        this.taking = taking;
        this.turns = turns;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * The folder at this moment.
     *
     * @param trouble why nothing can be taken out of it; null when all is well
     * @param entries what lies in it, the oldest first
     */
    public record Now(Path folder, @Nullable InboxTrouble trouble, List<InboxEntry> entries) {}

    public Now now() {
        try {
            Instant now = clock.instant();
            List<InboxEntry> entries = folder.list().stream()
                    .map(arrival -> arrival.because(looks.why(arrival, now)))
                    .sorted(Comparator.comparing(InboxEntry::modifiedAt).thenComparing(InboxEntry::name))
                    .toList();
            return new Now(folder.path(), Objects.equals(trouble, InboxTrouble.DISK_FULL) ? trouble : null, entries);
        } catch (IOException e) {
            return new Now(folder.path(), InboxTrouble.of(folder.path(), e), List.of());
        }
    }

    /** Takes what is whole by now, and begins what is recognised. */
    void look() {
        looking.lock();
        try {
            List<Arrival> found = folder.list();
            table.leftUnlessAmong(found);
            looks.settled(found, clock.instant()).stream()
                    .limit(STRETCH)
                    .forEach(arrival -> taking.take(arrival, looks));
            taking.putBackGrown();
            tell(null);
        } catch (IOException e) {
            tell(InboxTrouble.of(folder.path(), e));
        } catch (RuntimeException e) {
            if (DatabaseTrouble.of(e) != DatabaseTrouble.DISK_FULL) {
                throw e;
            }
            tell(InboxTrouble.DISK_FULL);
        } finally {
            looking.unlock();
        }
        turns.next();
    }

    /** Once, not with every look. */
    private void tell(@Nullable InboxTrouble now) {
        InboxTrouble before = trouble;
        trouble = now;
        if (now != null && !now.equals(before)) {
            LOG.warn(texts.get(Locale.ENGLISH, now.key(), now.arguments().toArray()));
        } else if (now == null && before != null) {
            LOG.info("The inbox {} can be used again", folder.path());
        }
    }
}
