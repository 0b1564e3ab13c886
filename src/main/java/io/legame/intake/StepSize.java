package io.legame.intake;

import org.springframework.stereotype.Component;

/** How much is done in one transaction: more is faster, and less is lost when the process is killed. */
@Component
class StepSize {
    /** Rows of a file that are written. */
    int rows() {
        return 10_000;
    }

    /** Records that are taken back. */
    int takenBack() {
        return 5_000;
    }
}
