package io.legame.platform;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in a sentence, not a stack trace, that the folder is taken. Registered in META-INF/spring.factories. */
final class DataFolderInUseAnalyzer extends AbstractFailureAnalyzer<DataFolder.InUse> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, DataFolder.InUse cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Stop the other one, or give this one a folder of its own in LEGAME_DATA_FOLDER.",
                cause);
    }
}
