package io.legame.intake.web;

import io.legame.intake.Import;
import io.legame.intake.ImportId;
import io.legame.intake.ImportKind;
import io.legame.intake.Imports;
import io.legame.platform.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
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
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Files from programs: the body is the file, what is not said is detected, and the import begins at once. */
@RestController
@RequestMapping("/api/v1/imports")
@PreAuthorize("hasAuthority('intake:run')")
class ImportsApi {
    private final Imports imports;
    private final JsonMapper json;

    ImportsApi(Imports imports, JsonMapper json) {
        this.imports = imports;
        this.json = json;
    }

    /**
     * @param kind {@code customers}, {@code products}, {@code purchases}, {@code returns} or {@code interactions}
     * @param source the system the file comes from
     * @param name what to call the file
     * @param plan a {@link PlanRequest} as JSON: how the file is written and what its columns mean
     */
    @PostMapping(
            consumes = {"text/csv", "text/plain", "application/gzip", "application/x-gzip", "application/octet-stream"})
    ResponseEntity<ImportAnswer> create(
            HttpServletRequest request,
            @RequestParam @Nullable String kind,
            @RequestParam(defaultValue = Imports.MAIN) String source,
            @RequestParam(defaultValue = "import.csv") String name,
            @RequestParam @Nullable String plan,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey)
            throws IOException {
        Optional<Import> before =
                idempotencyKey == null ? Optional.empty() : imports.findByIdempotencyKey(idempotencyKey);
        return before.isPresent()
                ? accepted(before.get())
                : accepted(begin(request, kind(kind), source, name, planRequest(plan), idempotencyKey));
    }

    private Import begin(
            HttpServletRequest request,
            @Nullable ImportKind kind,
            String source,
            String name,
            @Nullable PlanRequest plan,
            @Nullable String idempotencyKey)
            throws IOException {
        Import received = imports.receive(name, request.getInputStream(), kind, source);
        try {
            if (idempotencyKey != null) {
                imports.setIdempotencyKey(received.id(), idempotencyKey);
            }
            if (plan != null) {
                received = imports.change(received.id(), plan.dialectChange());
                received = imports.change(received.id(), plan.change(received.plan()));
            }
            imports.start(received.id());
            return imports.get(received.id());
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
                .body(ImportAnswer.of(what, imports.reasons(what.id())));
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('intake:view')")
    ImportAnswer show(@PathVariable long id) {
        var importId = new ImportId(id);
        return ImportAnswer.of(imports.get(importId), imports.reasons(importId));
    }

    @GetMapping("/{id}/rejected")
    void rejected(@PathVariable long id, Locale language, HttpServletResponse response) throws IOException {
        ImportFileController.write(imports, imports.get(new ImportId(id)), language, response);
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> destroy(@PathVariable long id) {
        imports.cancel(new ImportId(id));
        return ResponseEntity.noContent().build();
    }
}
