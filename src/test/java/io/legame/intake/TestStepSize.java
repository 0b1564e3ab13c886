package io.legame.intake;

import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** Steps as small as a test wants them: many transactions from few rows. Elsewhere they are as large as ever. */
@Component
@Primary
class TestStepSize extends StepSize {
    static final int SMALL = 500;

    private volatile boolean small;

    void small(boolean wanted) {
        small = wanted;
    }

    @Override
    int rows() {
        return small ? SMALL : super.rows();
    }

    @Override
    int takenBack() {
        return small ? SMALL / 2 : super.takenBack();
    }
}
