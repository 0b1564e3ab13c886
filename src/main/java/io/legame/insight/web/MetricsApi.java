package io.legame.insight.web;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What Prometheus and its like ask a node for: {@code authorization: credentials: <token>} in its configuration. */
@RestController
@RequestMapping("/api/v1/metrics")
@PreAuthorize("hasAuthority('insight:operate')")
class MetricsApi {
    private static final String TEXT = "text/plain;version=0.0.4;charset=utf-8";

    private final PrometheusMeterRegistry registry;

    MetricsApi(PrometheusMeterRegistry registry) {
        this.registry = registry;
    }

    /** The node's metrics in the text format of Prometheus. */
    @GetMapping(produces = TEXT)
    ResponseEntity<String> show() {
        return ResponseEntity.ok(registry.scrape("text/plain"));
    }
}
