package io.legame.intake.web;

import io.legame.intake.Import;
import io.legame.intake.Inbox;
import io.legame.intake.InboxAttention;
import io.legame.intake.InboxEntry;
import io.legame.intake.InboxFile;
import io.legame.intake.InboxFileId;
import io.legame.intake.InboxFiles;
import io.legame.intake.InboxSettings;
import io.legame.intake.InboxTrouble;
import io.legame.platform.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The watched folder for programs. */
@RestController
@RequestMapping("/api/v1/inbox")
@PreAuthorize("hasAuthority('intake:run')")
@Tag(name = "Inbox")
class InboxApi {
    private final Inbox inbox;
    private final InboxFiles files;
    private final InboxSettings settings;

    InboxApi(Inbox inbox, InboxFiles files, InboxSettings settings) {
        this.inbox = inbox;
        this.files = files;
        this.settings = settings;
    }

    /**
     * The watched folder.
     *
     * @param folder the full path
     * @param trouble why nothing can be taken out of it; null when all is well
     * @param startsRecognised whether recognised files begin by themselves
     * @param attention how many files somebody has to look at
     * @param entries what lies in it
     * @param files what was taken out of it, the newest first
     * @param next the {@code after} of the next page of files; null at the end
     */
    record InboxAnswer(
            String folder,
            @Nullable InboxTrouble trouble,
            boolean startsRecognised,
            InboxAttention attention,
            List<EntryAnswer> entries,
            List<FileAnswer> files,
            @Nullable Long next) {}

    /**
     * What lies in the folder.
     *
     * @param why writing, unfinished, next, temporary, link, special, folder_name, nested, unreadable, error or stuck
     */
    record EntryAnswer(String name, String source, long bytes, Instant modifiedAt, String why) {
        static EntryAnswer of(InboxEntry entry) {
            return new EntryAnswer(
                    entry.name(),
                    entry.source(),
                    entry.bytes(),
                    entry.modifiedAt(),
                    entry.why().code());
        }
    }

    /**
     * A file that was taken.
     *
     * @param outcome waiting, turn, running, done, left_out, failed, stopped, refused, no_rows, repeated or discarded
     * @param importId of its import, see {@code /api/v1/imports/{id}}
     * @param sameSince when the very same content had come before
     * @param fault why it was refused: a code
     * @param movedTo where it lies now, seen from the folder
     * @param seenAt when somebody said that what is wrong with it is known
     */
    record FileAnswer(
            long id,
            String name,
            String source,
            long bytes,
            @Nullable String sha256,
            Instant modifiedAt,
            Instant takenAt,
            String outcome,
            @Nullable Long importId,
            @Nullable String state,
            @Nullable Long rowsInFile,
            @Nullable Long rejected,
            @Nullable Instant sameSince,
            @Nullable String fault,
            List<String> faultArguments,
            @Nullable String movedTo,
            @Nullable Instant seenAt) {
        static FileAnswer of(InboxFile file) {
            Import what = file.what();
            return new FileAnswer(
                    file.id().value(),
                    file.name(),
                    file.source(),
                    file.bytes(),
                    file.sha256(),
                    file.modifiedAt(),
                    file.takenAt(),
                    file.outcome().code(),
                    what == null ? null : what.id().value(),
                    what == null ? null : what.state().code(),
                    what == null ? null : what.rowsInFile(),
                    what == null ? null : what.counts().rejected(),
                    file.sameSince(),
                    file.fault(),
                    file.faultArguments(),
                    file.movedTo(),
                    file.seenAt());
        }
    }

    /** @param startsRecognised whether recognised files shall begin by themselves */
    record Change(@Nullable Boolean startsRecognised) {}

    @GetMapping
    @PreAuthorize("hasAuthority('intake:view')")
    @Operation(summary = "Show the watched folder, what lies in it, and what was taken out of it")
    InboxAnswer show(@RequestParam @Nullable Long after, @RequestParam(defaultValue = "50") int limit) {
        int size = Math.clamp(limit, 1, 200);
        List<InboxFile> found = files.list(after == null ? null : new InboxFileId(after), size + 1);
        List<InboxFile> page = found.subList(0, Math.min(size, found.size()));
        Inbox.Now now = inbox.now();
        return new InboxAnswer(
                now.folder().toString(),
                now.trouble(),
                settings.startsRecognised(),
                files.attention(),
                now.entries().stream().map(EntryAnswer::of).toList(),
                page.stream().map(FileAnswer::of).toList(),
                found.size() > size ? page.getLast().id().value() : null);
    }

    @PutMapping
    @Operation(summary = "Say whether recognised files begin by themselves")
    InboxAnswer update(@RequestBody Change to) {
        if (to.startsRecognised() == null) {
            throw Refusal.of("intake.error.startsRecognised");
        }
        settings.setStartsRecognised(to.startsRecognised());
        return show(null, 50);
    }

    @PostMapping("/files/{id}/seen")
    @Operation(summary = "Say that what is wrong with a file is known")
    ResponseEntity<Void> see(@PathVariable long id) {
        files.see(new InboxFileId(id));
        return ResponseEntity.noContent().build();
    }
}
