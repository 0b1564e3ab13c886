package io.legame.intake;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;

/**
 * Why nothing can be taken out of the inbox.
 *
 * @param key of a text
 */
public record InboxTrouble(String key, List<String> arguments) {
    static final InboxTrouble DISK_FULL = new InboxTrouble("intake.inbox.trouble.diskFull", List.of());

    static InboxTrouble of(Path folder, IOException error) {
        String path = folder.toString();
        return switch (error) {
            case NoSuchFileException missing -> new InboxTrouble("intake.inbox.trouble.missing", List.of(path));
            case NotDirectoryException file -> new InboxTrouble("intake.inbox.trouble.noFolder", List.of(path));
            case FileAlreadyExistsException file -> new InboxTrouble("intake.inbox.trouble.noFolder", List.of(path));
            case AccessDeniedException denied -> new InboxTrouble("intake.inbox.trouble.denied", List.of(path));
            default ->
                new InboxTrouble("intake.inbox.trouble.other", List.of(path, String.valueOf(error.getMessage())));
        };
    }
}
