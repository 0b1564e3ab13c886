package io.legame.notebook.web;

import io.legame.customers.CustomerId;
import io.legame.customers.Customers;
import io.legame.notebook.Attachment;
import io.legame.notebook.AttachmentId;
import io.legame.notebook.Attachments;
import io.legame.platform.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Notebook")
class AttachmentsApi {
    private final Attachments attachments;
    private final Customers customers;

    AttachmentsApi(Attachments attachments, Customers customers) {
        this.attachments = attachments;
        this.customers = customers;
    }

    /**
     * A file kept with a customer.
     *
     * @param mediaType by its content, whatever its name says
     */
    record KeptFile(long id, long customer, String name, String mediaType, long bytes, Instant addedAt, String author) {
        static KeptFile of(Attachment file) {
            return new KeptFile(
                    file.id().value(),
                    file.customer().value(),
                    file.name(),
                    file.type().mediaType(),
                    file.bytes(),
                    file.addedAt(),
                    file.author().name());
        }
    }

    @GetMapping("/api/v1/customers/{id}/attachments")
    @PreAuthorize("hasAuthority('notebook:view')")
    @Operation(summary = "List the files kept with a customer, the newest first")
    Map<String, List<KeptFile>> index(@PathVariable long id) {
        CustomerId customer = customers.current(new CustomerId(id));
        if (customers.summaries(List.of(customer)).isEmpty()) {
            throw Refusal.notFound();
        }
        return Map.of(
                "attachments",
                attachments.of(customer).stream().map(KeptFile::of).toList());
    }

    @PostMapping(path = "/api/v1/customers/{id}/attachments", consumes = "application/octet-stream")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasAuthority('notebook:write')")
    @Operation(
            summary = "Keep a file of up to 25 MB with a customer",
            description = "The body is the file itself. What it is, is found out from its content.")
    KeptFile create(
            @PathVariable long id, @RequestParam(required = false) @Nullable String name, HttpServletRequest request)
            throws IOException {
        AttachmentId kept = attachments.add(new CustomerId(id), name == null ? "file" : name, request.getInputStream());
        return KeptFile.of(attachments.get(kept));
    }

    @GetMapping("/api/v1/attachments/{id}")
    @PreAuthorize("hasAuthority('notebook:view')")
    @Operation(summary = "Download a file kept with a customer")
    ResponseEntity<Resource> show(@PathVariable long id) {
        return AttachmentAnswer.of(attachments, attachments.get(new AttachmentId(id)));
    }

    @DeleteMapping("/api/v1/attachments/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasAuthority('notebook:write')")
    @Operation(summary = "Remove a file; for thirty days it can be brought back")
    void destroy(@PathVariable long id) {
        attachments.remove(new AttachmentId(id));
    }

    @PostMapping("/api/v1/attachments/{id}/restore")
    @PreAuthorize("hasAuthority('notebook:write')")
    @Operation(summary = "Bring back a file that was removed")
    KeptFile restore(@PathVariable long id) {
        return KeptFile.of(attachments.restore(new AttachmentId(id)));
    }
}
