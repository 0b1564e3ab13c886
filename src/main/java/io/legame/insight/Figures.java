package io.legame.insight;

import io.legame.platform.Companies;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/** Keeps what is known of each customer one step behind this node's warehouse. */
@Component
public class Figures {
    private final RuleBook rules;
    private final Companies companies;
    private final Warehouse warehouse;
    private final Projection projection;
    private final InstantSource clock;
    private final ReentrantLock stepping = new ReentrantLock();

    Figures(RuleBook rules, Companies companies, Warehouse warehouse, Projection projection, InstantSource clock) {
        this.rules = rules;
        this.companies = companies;
        this.warehouse = warehouse;
        this.projection = projection;
        this.clock = clock;
    }

    /** Returns when questions to this node's {@link Warehouse} see figures of everything committed before the call. */
    public void catchUp() {
        projection.catchUp();
        while (step().left()) {
            // the rest
        }
    }

    /** Computes all figures of everybody anew, as on a day when rules or costs are others. */
    public void computeAll() {
        stepping.lock();
        try {
            Basis basis = rules.basis();
            LocalDate today = rules.companyDay();
            warehouse.read(file -> FiguresStep.from(file, basis, today).takeAll());
        } finally {
            stepping.unlock();
        }
    }

    FiguresStep.Taken step() {
        stepping.lock();
        try {
            Basis basis = rules.basis();
            LocalDate today = clock.instant().atZone(companies.get().timeZone()).toLocalDate();
            return warehouse.read(file -> FiguresStep.from(file, basis, today).take());
        } finally {
            stepping.unlock();
        }
    }
}
