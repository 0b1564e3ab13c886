package io.legame.access;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints {@link FirstAccessUnusable} as a sentence. Registered in META-INF/spring.factories. */
final class FirstAccessUnusableAnalyzer extends AbstractFailureAnalyzer<FirstAccessUnusable> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, FirstAccessUnusable cause) {
        return new FailureAnalysis(
                cause.getMessage(), "Correct it, or leave it out and create the administrator in the browser.", cause);
    }
}
