package io.legame.insight.web;

import io.legame.insight.Reconciliation;
import io.legame.insight.Upkeep;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The warehouse of the node that answers. */
@RestController
@RequestMapping("/api/v1/warehouse")
@PreAuthorize("hasAuthority('insight:operate')")
class WarehouseApiController {
    private final Upkeep upkeep;

    WarehouseApiController(Upkeep upkeep) {
        this.upkeep = upkeep;
    }

    /** @param secondsBehind null while the warehouse never held all that the database had */
    record Status(
            @Nullable Double secondsBehind, boolean building, boolean reconciling, Upkeep.@Nullable Content content) {}

    @GetMapping
    Status show() {
        Upkeep.State state = upkeep.state();
        return new Status(
                state.age() == null ? null : state.age().toMillis() / 1000.0,
                state.building(),
                state.reconciling(),
                state.content());
    }

    /** Begins to write the warehouse anew; the status tells when it is done. */
    @PostMapping("/rebuild")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Status rebuild() {
        upkeep.startRebuild();
        return show();
    }

    record Comparison(
            Instant at, boolean agrees, List<Reconciliation.Row> differences, List<Reconciliation.Row> rows) {}

    /** Compares the warehouse with the database, which reads all of both, and answers with what was found. */
    @PostMapping("/reconcile")
    Comparison reconcile() {
        Reconciliation.Report report = upkeep.reconcile();
        return new Comparison(report.at(), report.agrees(), report.differences(), report.rows());
    }
}
