package io.legame.duplicates.web;

import io.legame.duplicates.AutomaticMerge;
import io.legame.duplicates.AutomaticMergeId;
import io.legame.duplicates.AutomaticMerges;
import io.legame.duplicates.Likelihoods;
import io.legame.platform.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The sure proposals made one at once, for programs. */
@RestController
@RequestMapping("/api/v1/duplicates/automatic-merges")
@PreAuthorize("hasAuthority('duplicates:scan')")
@Tag(name = "Duplicates")
class AutomaticMergesApi {
    private static final int LISTED = 200;

    private final AutomaticMerges merges;

    AutomaticMergesApi(AutomaticMerges merges) {
        this.merges = merges;
    }

    /** @param threshold the probability that every pair of a proposal has at least, 0.7 to less than 1 */
    record Wanted(@Nullable Double threshold) {}

    /**
     * An automatic merge that was begun.
     *
     * @param state running, done, stopped, failed, undoing or undone
     * @param proposals those that it was asked for
     * @param customers who became part of others
     * @param changed proposals left to people: somebody changed the customers since they were compared
     * @param undone merges taken back, {@code partly} those of them with values that somebody changed since
     * @param stays merges that could not be taken back, as the customers were merged on
     */
    record AutomaticMergeAnswer(
            long id,
            String state,
            double threshold,
            double progress,
            long proposals,
            long merged,
            long customers,
            long changed,
            long undone,
            long partly,
            long stays,
            String begunBy,
            Instant beganAt,
            @Nullable Instant endedAt,
            @Nullable String failure) {
        static AutomaticMergeAnswer of(AutomaticMerge what) {
            return new AutomaticMergeAnswer(
                    what.id().value(),
                    what.state().code(),
                    what.threshold(),
                    what.progress(),
                    what.expected(),
                    what.outcome().merged(),
                    what.outcome().customers(),
                    what.outcome().changed(),
                    what.undo().undone(),
                    what.undo().partly(),
                    what.undo().stays(),
                    what.begunBy(),
                    what.beganAt(),
                    what.endedAt(),
                    what.failure());
        }
    }

    @GetMapping("/likelihoods")
    @Operation(summary = "Count the open proposals by how sure they are")
    Likelihoods likelihoods() {
        return merges.likelihoods();
    }

    @GetMapping
    @Operation(summary = "List automatic merges, newest first, the latest 200")
    List<AutomaticMergeAnswer> index() {
        return merges.list(LISTED).stream().map(AutomaticMergeAnswer::of).toList();
    }

    @PostMapping
    @Operation(summary = "Begin to make every open proposal one that is at least so sure, in the background")
    ResponseEntity<AutomaticMergeAnswer> create(@RequestBody Wanted wanted) {
        if (wanted.threshold() == null) {
            throw Refusal.of("duplicates.error.threshold");
        }
        return accepted(merges.start(wanted.threshold()));
    }

    @GetMapping("/{id}")
    @Operation(summary = "Read how far an automatic merge is")
    AutomaticMergeAnswer show(@PathVariable long id) {
        return AutomaticMergeAnswer.of(merges.get(new AutomaticMergeId(id)));
    }

    @PostMapping("/{id}/stop")
    @Operation(summary = "Stop an automatic merge half-way; what is merged stays merged")
    ResponseEntity<AutomaticMergeAnswer> stop(@PathVariable long id) {
        merges.stop(new AutomaticMergeId(id));
        return accepted(merges.get(new AutomaticMergeId(id)));
    }

    @PostMapping("/{id}/undo")
    @Operation(summary = "Take back every merge of it, the newest first, in the background")
    ResponseEntity<AutomaticMergeAnswer> undo(@PathVariable long id) {
        merges.undo(new AutomaticMergeId(id));
        return accepted(merges.get(new AutomaticMergeId(id)));
    }

    private static ResponseEntity<AutomaticMergeAnswer> accepted(AutomaticMerge what) {
        return ResponseEntity.accepted()
                .location(URI.create(
                        "/api/v1/duplicates/automatic-merges/" + what.id().value()))
                .body(AutomaticMergeAnswer.of(what));
    }
}
