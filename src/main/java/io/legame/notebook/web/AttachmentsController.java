package io.legame.notebook.web;

import io.legame.customers.CustomerId;
import io.legame.customers.Customers;
import io.legame.notebook.Attachment;
import io.legame.notebook.AttachmentId;
import io.legame.notebook.Attachments;
import io.legame.notebook.Previews;
import io.legame.platform.Refusal;
import io.legame.platform.Shells;
import io.legame.platform.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Files on the customer card. */
@Controller
@PreAuthorize("hasAuthority('notebook:view') and hasAuthority('notebook:write')")
class AttachmentsController {
    private final Attachments attachments;
    private final Previews previews;
    private final Customers customers;
    private final Texts texts;

    AttachmentsController(Attachments attachments, Previews previews, Customers customers, Texts texts) {
        this.attachments = attachments;
        this.previews = previews;
        this.customers = customers;
        this.texts = texts;
    }

    @GetMapping("/notebook/customers/{id}/attachments")
    @PreAuthorize("hasAuthority('notebook:view')")
    CustomerAttachments index(@PathVariable long id) {
        return panel(customers.current(new CustomerId(id)), List.of());
    }

    private CustomerAttachments panel(CustomerId customer, List<String> faults) {
        return new CustomerAttachments(
                customer,
                attachments.of(customer).stream()
                        .map(file -> new CustomerAttachments.Line(file, attachments.mayChange(file)))
                        .toList(),
                faults);
    }

    /** Those that can be taken are; of the others it is said why not. */
    @PostMapping("/notebook/customers/{id}/attachments")
    CustomerAttachments create(
            @PathVariable long id,
            @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> files,
            Locale language)
            throws IOException {
        var customer = new CustomerId(id);
        var faults = new ArrayList<String>();
        for (MultipartFile file : files == null ? List.<MultipartFile>of() : files) {
            String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
            try (InputStream content = file.getInputStream()) {
                attachments.add(customer, name, content);
            } catch (Refusal refusal) {
                faults.add(name + ": " + texts.get(language, key(refusal), refusal.arguments()));
            }
        }
        if (files == null) {
            faults.add(texts.get(language, "notebook.attachment.error.none"));
        }
        return panel(customers.current(customer), faults);
    }

    /** The limit of files that are brought in is another one, and nobody can raise this one. */
    private static String key(Refusal refusal) {
        return refusal.key().equals("platform.error.fileTooLarge") ? "notebook.attachment.error.large" : refusal.key();
    }

    @GetMapping("/notebook/attachments/{id}")
    @PreAuthorize("hasAuthority('notebook:view')")
    ResponseEntity<Resource> show(@PathVariable long id) {
        return AttachmentAnswer.of(attachments, attachments.get(new AttachmentId(id)));
    }

    @GetMapping("/notebook/attachments/{id}/preview")
    @PreAuthorize("hasAuthority('notebook:view')")
    ResponseEntity<byte[]> preview(@PathVariable long id) {
        byte[] picture = previews.of(attachments.get(new AttachmentId(id)));
        return AttachmentAnswer.safe()
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePrivate())
                .contentType(MediaType.IMAGE_PNG)
                .body(picture);
    }

    @PostMapping("/notebook/attachments/{id}/remove")
    String remove(@PathVariable long id, RedirectAttributes flash, Locale language) {
        Attachment file = attachments.remove(new AttachmentId(id));
        flash.addFlashAttribute(Shells.TOAST, texts.get(language, "notebook.attachment.removed", file.name()));
        flash.addFlashAttribute(Shells.TOAST_UNDO, "/notebook/attachments/" + id + "/restore");
        return "redirect:/customers/" + file.customer().value();
    }

    @PostMapping("/notebook/attachments/{id}/restore")
    String restore(@PathVariable long id, RedirectAttributes flash, Locale language) {
        Attachment file = attachments.restore(new AttachmentId(id));
        flash.addFlashAttribute(Shells.TOAST, texts.get(language, "notebook.attachment.restored", file.name()));
        return "redirect:/customers/" + file.customer().value();
    }
}
