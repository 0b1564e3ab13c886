package io.legame.intake;

import io.legame.access.Actor;
import io.legame.intake.InboxEntry.Why;
import io.legame.intake.InboxTable.Taken;
import io.legame.platform.Companies;
import io.legame.platform.Company;
import io.legame.platform.DatabaseTrouble;
import io.legame.platform.LegameProperties;
import io.legame.platform.Refusal;
import io.legame.platform.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes one file out of the inbox: stores it as an import and notes so at once, then moves it away. */
@Component
class InboxTaking {
    private static final Logger LOG = LoggerFactory.getLogger(InboxTaking.class);

    /** A file that cannot be read may be one whose program makes a pause: it is not refused before. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** How long after a file was moved it is seen when its program goes on writing into it. */
    private static final Duration WATCHED = Duration.ofHours(1);

    private final InboxFolder folder;
    private final InboxTable table;
    private final Imports imports;
    private final TransactionTemplate transaction;
    private final Companies companies;
    private final Texts texts;
    private final LegameProperties properties;
    private final InstantSource clock;

    InboxTaking(
            InboxFolder folder,
            InboxTable table,
            Imports imports,
            TransactionTemplate transaction,
            Companies companies,
            Texts texts,
            LegameProperties properties,
            InstantSource clock) {
        this.folder = folder;
        this.table = table;
        this.imports = imports;
        this.transaction = transaction;
        this.companies = companies;
        this.texts = texts;
        this.properties = properties;
        this.clock = clock;
    }

    /** The inbox as audit trail and imports name it. */
    Actor actor() {
        return Actor.system(texts.get(companies.get().language(), "intake.inbox.actor"));
    }

    /** Takes the file; if that fails, it stays, and a later look tries again. */
    void take(Arrival arrival, FirstLooks looks) {
        Instant now = clock.instant();
        byte[] sha256 = null;
        try {
            boolean tooLarge = arrival.bytes() > properties.uploadLimit().toBytes();
            sha256 = tooLarge ? null : sha256(arrival);
        } catch (IOException e) {
            say(looks.failed(arrival, Why.UNREADABLE, now), "The file {} in the inbox cannot be read: {}", arrival, e);
            return;
        }
        Taken taken;
        try {
            taken = store(arrival, looks.firstSeen(arrival, now), sha256);
        } catch (StillWritten e) {
            looks.forget(arrival);
            return;
        } catch (Unfinished e) {
            looks.failed(arrival, Why.UNFINISHED, now);
            return;
        } catch (RuntimeException e) {
            DatabaseTrouble trouble = DatabaseTrouble.of(e);
            if (trouble == DatabaseTrouble.AWAY || trouble == DatabaseTrouble.DISK_FULL) {
                throw e;
            }
            if (looks.failed(arrival, Why.ERROR, now)) {
                LOG.error("The file {} in the inbox could not be taken", arrival.path(), e);
            }
            return;
        }
        try {
            move(arrival, taken);
        } catch (IOException e) {
            say(looks.failed(arrival, Why.STUCK, now), "The file {} cannot be moved out of the inbox: {}", arrival, e);
        }
    }

    private static void say(boolean news, String message, Arrival arrival, IOException error) {
        if (news) {
            LOG.warn(message, arrival.path(), error.toString());
        }
    }

    private static byte[] sha256(Arrival arrival) throws IOException {
        try (InputStream content = digesting(arrival)) {
            content.transferTo(OutputStream.nullOutputStream());
            return ((DigestInputStream) content).getMessageDigest().digest();
        }
    }

    private static DigestInputStream digesting(Arrival arrival) throws IOException {
        try {
            return new DigestInputStream(InboxFolder.open(arrival), MessageDigest.getInstance("SHA-256"));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    /** The file and its import in one transaction, or what refuses it. A file that was taken before is not again. */
    Taken store(Arrival arrival, Instant firstSeen, byte @Nullable [] sha256) {
        Optional<Taken> before = table.staying(arrival, sha256);
        if (before.isPresent()) {
            return before.get();
        }
        try {
            return Objects.requireNonNull(transaction.execute(status -> stored(arrival, firstSeen, sha256)));
        } catch (Refusal refusal) {
            return refused(arrival, firstSeen, sha256, refusal);
        } catch (RuntimeException e) {
            if (DatabaseTrouble.of(e) == DatabaseTrouble.UNSTORABLE) {
                return refused(arrival, firstSeen, sha256, Refusal.of("platform.error.character"));
            }
            throw e;
        }
    }

    private Taken refused(Arrival arrival, Instant firstSeen, byte @Nullable [] sha256, Refusal refusal) {
        if (sha256 != null && clock.instant().isBefore(firstSeen.plus(PATIENCE))) {
            throw new Unfinished();
        }
        return table.insert(arrival, firstSeen, sha256, null, null, refusal);
    }

    /** It cannot be read as it is, and did not stand still for long. */
    private static final class Unfinished extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private Taken stored(Arrival arrival, Instant firstSeen, byte @Nullable [] sha256) {
        if (sha256 == null) {
            throw Refusal.tooLarge(properties.uploadLimit().toBytes());
        }
        return table.same(arrival.source(), sha256)
                .map(same -> table.insert(arrival, firstSeen, sha256, same.what(), same.file(), null))
                .orElseGet(() -> table.insert(
                        arrival,
                        firstSeen,
                        sha256,
                        actor().does(() -> receive(arrival, sha256)).id(),
                        null,
                        null));
    }

    private Import receive(Arrival arrival, byte[] sha256) {
        try (DigestInputStream content = digesting(arrival)) {
            Import received = imports.receive(arrival.name(), content, arrival.source());
            if (!MessageDigest.isEqual(content.getMessageDigest().digest(), sha256)) {
                throw new StillWritten();
            }
            return received;
        } catch (IOException e) {
            throw new StillWritten();
        }
    }

    /** The file changed, or went, between two readings of it. */
    private static final class StillWritten extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** Puts files back that went on growing after they were taken: they are taken anew, and nothing of them is missing. */
    void putBackGrown() throws IOException {
        for (InboxTable.Moved moved : table.movedSince(clock.instant().minus(WATCHED))) {
            if (folder.hasGrown(moved)) {
                folder.putBack(moved);
                table.movedBack(moved);
                LOG.warn("{} was written on after it was taken out of the inbox: it is taken anew", moved.to());
            }
        }
    }

    private void move(Arrival arrival, Taken taken) throws IOException {
        Company company = companies.get();
        Path moved = folder.put(arrival, taken.box(), LocalDate.ofInstant(clock.instant(), company.timeZone()));
        table.left(taken, moved);
        if (taken.fault() == null || taken.box() == InboxFolder.Box.TAKEN) {
            return;
        }
        String reason = texts.get(
                company.language(), taken.fault(), taken.faultArguments().toArray());
        folder.explain(
                moved, texts.get(company.language(), "intake.inbox.refused.text", arrival.name(), reason) + "\n");
    }
}
