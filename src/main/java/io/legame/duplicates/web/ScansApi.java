package io.legame.duplicates.web;

import io.legame.duplicates.Duplicates;
import io.legame.duplicates.Scan;
import io.legame.duplicates.ScanId;
import io.legame.platform.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The search for duplicates, for programs. */
@RestController
@RequestMapping("/api/v1/duplicates/scans")
@PreAuthorize("hasAuthority('duplicates:scan')")
@Tag(name = "Duplicates")
class ScansApi {
    private static final String PATH = "/api/v1/duplicates/scans/";

    private final Duplicates duplicates;

    ScansApi(Duplicates duplicates) {
        this.duplicates = duplicates;
    }

    /**
     * A search through all customers.
     *
     * @param state running, done, stopped or failed
     * @param phase reading, learning, comparing or writing
     * @param progress 0 to 1
     * @param compared pairs of customers that have something in common
     * @param failure the reference of the error that ended it
     */
    record ScanAnswer(
            long id,
            String state,
            String phase,
            double progress,
            long customers,
            long compared,
            long pairs,
            long proposals,
            String begunBy,
            Instant beganAt,
            @Nullable Instant endedAt,
            @Nullable String failure) {
        static ScanAnswer of(Scan scan) {
            return new ScanAnswer(
                    scan.id().value(),
                    scan.state().code(),
                    scan.phase().code(),
                    scan.state() == Scan.State.DONE ? 1 : scan.progress(),
                    scan.customers(),
                    scan.compared(),
                    scan.pairs(),
                    scan.proposals(),
                    scan.begunBy(),
                    scan.beganAt(),
                    scan.endedAt(),
                    scan.failure());
        }
    }

    @PostMapping
    @Operation(summary = "Search all customers for duplicates, in the background")
    ResponseEntity<ScanAnswer> create() {
        Scan scan = duplicates.start();
        return ResponseEntity.accepted()
                .location(URI.create(PATH + scan.id().value()))
                .body(ScanAnswer.of(scan));
    }

    @GetMapping("/latest")
    @Operation(summary = "Read how far the last search is")
    ScanAnswer latest() {
        return duplicates.scan().map(ScanAnswer::of).orElseThrow(Refusal::notFound);
    }

    @GetMapping("/{id}")
    @Operation(summary = "Read how far a search is")
    ScanAnswer show(@PathVariable long id) {
        return ScanAnswer.of(duplicates.scan(new ScanId(id)));
    }

    @PostMapping("/{id}/stop")
    @Operation(summary = "Stop a search; what the one before found stays")
    ScanAnswer stop(@PathVariable long id) {
        duplicates.stop(new ScanId(id));
        return show(id);
    }
}
