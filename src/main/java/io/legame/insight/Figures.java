package io.legame.insight;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/** Keeps what is known of each customer one step behind this node's warehouse. */
@Component
public class Figures {
    private final RuleBook rules;
    private final Warehouse warehouse;
    private final Projection projection;
    private final ReentrantLock stepping = new ReentrantLock();

    Figures(RuleBook rules, Warehouse warehouse, Projection projection) {
        this.rules = rules;
        this.warehouse = warehouse;
        this.projection = projection;
    }

    /** Returns when questions to this node's {@link Warehouse} see figures of everything committed before the call. */
    public void catchUp() {
        projection.catchUp();
        while (take(FiguresStep::take).left()) {
            // the rest
        }
    }

    /** Computes all figures of everybody anew, as on a day when rules or costs are others. */
    public void computeAll() {
        take(FiguresStep::takeAll);
    }

    /**
     * Takes a step, unless somebody else is just taking one.
     *
     * @param measuring whether it may take long, see {@link FiguresStep#take(boolean)}
     */
    FiguresStep.Taken step(boolean measuring) {
        if (!stepping.tryLock()) {
            return FiguresStep.Taken.NONE;
        }
        try {
            return take(step -> step.take(measuring));
        } finally {
            stepping.unlock();
        }
    }

    private interface Taking {
        FiguresStep.Taken from(FiguresStep step) throws SQLException;
    }

    private FiguresStep.Taken take(Taking taking) {
        stepping.lock();
        try {
            Basis basis = rules.basis();
            LocalDate today = rules.companyDay();
            return warehouse.read(file -> taking.from(new FiguresStep(file, basis, today)));
        } finally {
            stepping.unlock();
        }
    }
}
