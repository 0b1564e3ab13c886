package io.legame.intake.web;

import io.legame.intake.Import;
import io.legame.intake.ImportId;
import io.legame.intake.ImportKind;
import io.legame.intake.ImportState;
import io.legame.intake.Imports;
import io.legame.intake.NearProduct;
import io.legame.intake.NearProducts;
import io.legame.intake.Rejections;
import io.legame.platform.LegameProperties;
import io.legame.platform.Refusal;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.SchemaProperty;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Files from programs: the body is the file, what is not said is detected, and the import begins at once. */
@RestController
@RequestMapping("/api/v1/imports")
@PreAuthorize("hasAuthority('intake:run')")
class ImportsApi {
    private final Imports imports;
    private final Rejections rejections;
    private final NearProducts products;
    private final JsonMapper json;
    private final LegameProperties properties;

    ImportsApi(
            Imports imports,
            Rejections rejections,
            NearProducts products,
            JsonMapper json,
            LegameProperties properties) {
        this.products = products;
        this.imports = imports;
        this.rejections = rejections;
        this.json = json;
        this.properties = properties;
    }

    /**
     * @param kind {@code customers}, {@code products}, {@code purchases}, {@code returns} or {@code interactions}
     * @param source the system the file comes from
     * @param name what to call the file
     * @param plan a {@link PlanRequest} as JSON: how the file is written and what its columns mean
     * @param rehearse whether the file is only tried: the answer has under {@code wouldBe} what it would do, nothing is
     *     written, and {@code POST /api/v1/imports/{id}/run} brings it in afterwards
     */
    @PostMapping(
            consumes = {
                "text/csv",
                "text/plain",
                "text/vcard",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                "application/zip",
                "application/gzip",
                "application/x-gzip",
                "application/octet-stream"
            })
    ResponseEntity<ImportAnswer> create(
            HttpServletRequest request,
            @RequestParam @Nullable String kind,
            @RequestParam(defaultValue = Imports.MAIN) String source,
            @RequestParam(defaultValue = "import.csv") String name,
            @RequestParam @Nullable String plan,
            @RequestParam(defaultValue = "false") boolean rehearse,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey)
            throws IOException {
        if (request.getContentLengthLong() > properties.uploadLimit().toBytes()) {
            // said before it is read: nobody waits for a gigabyte to learn that it is too much
            throw Refusal.tooLarge(properties.uploadLimit().toBytes());
        }
        return begin(
                request.getInputStream(),
                name,
                new Wish(kind(kind), source, planRequest(plan), rehearse, idempotencyKey));
    }

    /**
     * The same as a form with the part {@code file}, whose own name is taken.
     *
     * @param kind as above, like the others
     */
    @RequestBody(
            description = "The file itself, gzipped or not, or a form with it",
            content = {
                @Content(mediaType = "text/csv", schema = @Schema(type = "string", format = "binary")),
                @Content(
                        mediaType = "multipart/form-data",
                        schemaProperties =
                                @SchemaProperty(name = "file", schema = @Schema(type = "string", format = "binary")))
            })
    @PostMapping(consumes = "multipart/form-data")
    ResponseEntity<ImportAnswer> createFromForm(
            @RequestPart(required = false) @Nullable MultipartFile file,
            @RequestParam @Nullable String kind,
            @RequestParam(defaultValue = Imports.MAIN) String source,
            @RequestParam @Nullable String plan,
            @RequestParam(defaultValue = "false") boolean rehearse,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey)
            throws IOException {
        if (file == null) {
            throw Refusal.of("intake.error.noFile");
        }
        String name = file.getOriginalFilename();
        try (InputStream content = file.getInputStream()) {
            return begin(
                    content,
                    name == null || name.isBlank() ? "import.csv" : name,
                    new Wish(kind(kind), source, planRequest(plan), rehearse, idempotencyKey));
        }
    }

    /** How a file is to be brought in. */
    private record Wish(
            @Nullable ImportKind kind,
            String source,
            @Nullable PlanRequest plan,
            boolean rehearse,
            @Nullable String idempotencyKey) {}

    private ResponseEntity<ImportAnswer> begin(InputStream content, String name, Wish wish) {
        String idempotencyKey = wish.idempotencyKey();
        PlanRequest plan = wish.plan();
        Optional<Import> before =
                idempotencyKey == null ? Optional.empty() : imports.findByIdempotencyKey(idempotencyKey);
        if (before.isPresent()) {
            ImportId known = before.get().id();
            if (!wish.rehearse() && before.get().state() == ImportState.DRAFT) {
                imports.start(known);
            }
            return accepted(imports.get(known));
        }
        Import received = imports.receive(name, content, wish.kind(), wish.source());
        try {
            if (idempotencyKey != null) {
                imports.setIdempotencyKey(received.id(), idempotencyKey);
            }
            if (plan != null) {
                received = imports.change(received.id(), plan.dialectChange());
                received = imports.change(received.id(), plan.change(received.plan()));
            }
            if (wish.rehearse()) {
                imports.rehearse(received.id());
            } else {
                imports.start(received.id());
            }
            return accepted(imports.get(received.id()));
        } catch (RuntimeException refused) {
            imports.cancel(received.id());
            throw refused;
        }
    }

    private static @Nullable ImportKind kind(@Nullable String kind) {
        return kind == null ? null : ImportKind.of(kind).orElseThrow(() -> Refusal.of("intake.api.kind", kind));
    }

    private @Nullable PlanRequest planRequest(@Nullable String plan) {
        try {
            return plan == null ? null : json.readValue(plan, PlanRequest.class);
        } catch (JacksonException e) {
            throw Refusal.of("intake.api.plan", e.getOriginalMessage());
        }
    }

    private ResponseEntity<ImportAnswer> accepted(Import what) {
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/imports/" + what.id().value()))
                .body(answer(what));
    }

    private ImportAnswer answer(Import what) {
        return answer(what, products.noted(what));
    }

    private ImportAnswer answer(Import what, List<NearProduct> near) {
        return ImportAnswer.of(
                what, rejections.reasons(what.id()), imports.told(what.id()), near, products.replaced(what));
    }

    /** @param next the {@code after} of the next page; null at the end */
    record Page(List<ImportAnswer> imports, @Nullable Long next) {}

    /**
     * Newest first.
     *
     * @param after the last of the page before
     */
    @GetMapping
    @PreAuthorize("hasAuthority('intake:view')")
    Page list(@RequestParam @Nullable Long after, @RequestParam(defaultValue = "50") int limit) {
        int size = Math.clamp(limit, 1, 200);
        List<Import> found = imports.list(after == null ? null : new ImportId(after), size + 1);
        List<Import> page = found.subList(0, Math.min(size, found.size()));
        return new Page(
                page.stream().map(this::answer).toList(),
                found.size() > size ? page.getLast().id().value() : null);
    }

    /** Brings in what waits, and lets an import go on that ended half-way for a reason that has passed: a full disk. */
    @PostMapping("/{id}/run")
    ResponseEntity<ImportAnswer> run(@PathVariable long id) {
        var importId = new ImportId(id);
        if (imports.get(importId).state() == ImportState.DRAFT) {
            imports.start(importId);
        } else {
            imports.goOn(importId);
        }
        return accepted(imports.get(importId));
    }

    /** Finds out in the background what a waiting import would do; the answer has it under {@code wouldBe}. */
    @PostMapping("/{id}/rehearse")
    ResponseEntity<ImportAnswer> rehearse(@PathVariable long id) {
        var importId = new ImportId(id);
        imports.rehearse(importId);
        return accepted(imports.get(importId));
    }

    /** Takes back what an import did, in the background, as far as nobody changed it since. */
    @PostMapping("/{id}/undo")
    ResponseEntity<ImportAnswer> undo(@PathVariable long id) {
        var importId = new ImportId(id);
        imports.undo(importId);
        return accepted(imports.get(importId));
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('intake:view')")
    ImportAnswer show(@PathVariable long id) {
        var importId = new ImportId(id);
        Import what = imports.get(importId);
        return what.state() == ImportState.DRAFT
                ? answer(what, products.of(what).products())
                : answer(what);
    }

    @GetMapping("/{id}/rejected")
    void rejected(@PathVariable long id, Locale language, HttpServletResponse response) throws IOException {
        ImportFileController.write(rejections, imports.get(new ImportId(id)), language, response);
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> destroy(@PathVariable long id) {
        imports.cancel(new ImportId(id));
        return ResponseEntity.noContent().build();
    }
}
