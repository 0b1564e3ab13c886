package io.legame.platform;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints {@link DatabaseUnusable} as a sentence. Registered in META-INF/spring.factories. */
final class DatabaseUnusableAnalyzer extends AbstractFailureAnalyzer<DatabaseUnusable> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, DatabaseUnusable cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Check LEGAME_DATABASE_URL, or leave it out to use the embedded PostgreSQL.",
                cause);
    }
}
