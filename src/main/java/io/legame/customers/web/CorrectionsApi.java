package io.legame.customers.web;

import io.legame.customers.Correction;
import io.legame.customers.CorrectionId;
import io.legame.customers.CorrectionTarget;
import io.legame.customers.Corrections;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Corrections for programs: what is proposed, begun, taken back. */
@RestController
@RequestMapping("/api/v1/customers/quality/corrections")
@PreAuthorize("hasAuthority('customers:correct')")
@Tag(name = "Data quality")
class CorrectionsApi {
    private final Corrections corrections;

    CorrectionsApi(Corrections corrections) {
        this.corrections = corrections;
    }

    /** Something that can be corrected at once: send it to begin. */
    record ProposedAnswer(
            @Nullable String field,
            @Nullable String from,
            @Nullable String to,
            @Nullable String rule,
            long customers) {
        static ProposedAnswer of(Corrections.Proposed proposed) {
            CorrectionTarget target = proposed.target();
            return new ProposedAnswer(
                    CorrectionTexts.fieldCode(target),
                    CorrectionTexts.from(target),
                    CorrectionTexts.to(target),
                    CorrectionTexts.ruleCode(target),
                    proposed.customers());
        }
    }

    /**
     * A correction that was begun.
     *
     * @param state running, done, stopped, failed, undoing or undone
     * @param ofAnother left as they were: the corrected value belongs to another customer
     * @param needed left as they were: the value is what they are known by, and the rule would leave it out
     * @param undone put back; null until it is taken back
     * @param kept changed by somebody since, and not put back wholly
     */
    record CorrectionAnswer(
            long id,
            ProposedAnswer what,
            String state,
            double progress,
            long corrected,
            long ofAnother,
            long needed,
            @Nullable Long undone,
            @Nullable Long kept,
            String createdBy,
            Instant createdAt,
            @Nullable Instant finishedAt,
            @Nullable String failure) {
        static CorrectionAnswer of(Correction what) {
            Correction.Undo undo = what.undo();
            return new CorrectionAnswer(
                    what.id().value(),
                    ProposedAnswer.of(new Corrections.Proposed(what.target(), what.expected())),
                    what.state().code(),
                    what.progress(),
                    what.outcome().corrected(),
                    what.outcome().ofAnother(),
                    what.outcome().needed(),
                    undo == null ? null : undo.undone(),
                    undo == null ? null : undo.kept(),
                    what.createdBy(),
                    what.createdAt(),
                    what.finishedAt(),
                    what.failure());
        }
    }

    @GetMapping("/proposed")
    @Operation(summary = "List what can be corrected at once, the largest groups of each field and the rules")
    List<ProposedAnswer> proposed() {
        var proposed = new ArrayList<ProposedAnswer>();
        corrections
                .proposals()
                .forEach(field -> field.largest().forEach(group -> proposed.add(ProposedAnswer.of(group))));
        corrections.rules().forEach(rule -> proposed.add(ProposedAnswer.of(rule)));
        return proposed;
    }

    /** @param next the {@code after} of the next page; null at the end */
    record Page(
            List<CorrectionAnswer> corrections, @Nullable Long next) {}

    @GetMapping
    @Operation(summary = "List corrections, newest first")
    Page index(@RequestParam(required = false) @Nullable Long after, @RequestParam(defaultValue = "50") int limit) {
        int size = Math.clamp(limit, 1, 200);
        List<Correction> found = corrections.list(after == null ? null : new CorrectionId(after), size + 1);
        List<Correction> page = found.subList(0, Math.min(size, found.size()));
        return new Page(
                page.stream().map(CorrectionAnswer::of).toList(),
                found.size() > size ? page.getLast().id().value() : null);
    }

    @PostMapping
    @Operation(summary = "Begin to correct all values of a proposal or of a rule, in the background")
    ResponseEntity<CorrectionAnswer> create(@RequestBody CorrectionForm what) {
        return accepted(corrections.start(what.target()));
    }

    @GetMapping("/{id}")
    @Operation(summary = "Read how far a correction is")
    CorrectionAnswer show(@PathVariable long id) {
        return CorrectionAnswer.of(corrections.get(new CorrectionId(id)));
    }

    @PostMapping("/{id}/undo")
    @Operation(summary = "Take a correction back, as far as nobody changed it since")
    ResponseEntity<CorrectionAnswer> undo(@PathVariable long id) {
        corrections.undo(new CorrectionId(id));
        return accepted(corrections.get(new CorrectionId(id)));
    }

    @PostMapping("/{id}/stop")
    @Operation(summary = "Stop a correction half-way")
    ResponseEntity<CorrectionAnswer> stop(@PathVariable long id) {
        corrections.stop(new CorrectionId(id));
        return accepted(corrections.get(new CorrectionId(id)));
    }

    @PostMapping("/{id}/run")
    @Operation(summary = "Let a correction go on that stopped half-way")
    ResponseEntity<CorrectionAnswer> run(@PathVariable long id) {
        corrections.goOn(new CorrectionId(id));
        return accepted(corrections.get(new CorrectionId(id)));
    }

    private static ResponseEntity<CorrectionAnswer> accepted(Correction what) {
        return ResponseEntity.accepted()
                .location(URI.create(
                        "/api/v1/customers/quality/corrections/" + what.id().value()))
                .body(CorrectionAnswer.of(what));
    }
}
