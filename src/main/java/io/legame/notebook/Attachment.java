package io.legame.notebook;

import io.legame.access.Actor;
import io.legame.customers.CustomerId;
import io.legame.platform.StoredFiles.FileId;
import java.time.Instant;

/**
 * A file kept with a customer.
 *
 * @param name as it was given, without what could mislead
 * @param type by its content
 */
public record Attachment(
        AttachmentId id,
        CustomerId customer,
        String name,
        ContentType type,
        FileId file,
        long bytes,
        Instant addedAt,
        Actor author) {}
