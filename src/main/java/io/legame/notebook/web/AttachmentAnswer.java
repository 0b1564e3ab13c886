package io.legame.notebook.web;

import io.legame.notebook.Attachment;
import io.legame.notebook.Attachments;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A file as it is given back: saved by the browser, never shown in our name. */
final class AttachmentAnswer {
    private AttachmentAnswer() {}

    static ResponseEntity<Resource> of(Attachments attachments, Attachment attachment) {
        InputStream content = attachments.download(attachment);
        return safe().contentType(MediaType.parseMediaType(attachment.type().mediaType()))
                .contentLength(attachment.bytes())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(attachment.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(new InputStreamResource(content));
    }

    /** Even a browser that would show it runs nothing of it. */
    static ResponseEntity.BodyBuilder safe() {
        return ResponseEntity.ok()
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store");
    }
}
