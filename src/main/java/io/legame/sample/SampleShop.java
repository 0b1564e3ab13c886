package io.legame.sample;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import io.legame.access.AuditTrail;
import io.legame.platform.Companies;
import io.legame.platform.Refusal;
import io.legame.sample.SampleState.Phase;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The sample shop: made and removed in the background. */
@Component
public class SampleShop {
    private final ShopTable table;
    private final TransactionTemplate transaction;
    private final Companies companies;
    private final InstantSource clock;
    private final AuditTrail audit;
    private final OneTimeTask<Void> job;
    /** Asked for late: the scheduler is made of the modules' jobs. */
    private final ObjectProvider<Scheduler> scheduler;

    SampleShop(
            ShopTable table,
            TransactionTemplate transaction,
            Companies companies,
            InstantSource clock,
            AuditTrail audit,
            OneTimeTask<Void> sampleShopJob,
            ObjectProvider<Scheduler> scheduler) {
        this.table = table;
        this.transaction = transaction;
        this.companies = companies;
        this.clock = clock;
        this.audit = audit;
        this.job = sampleShopJob;
        this.scheduler = scheduler;
    }

    public SampleState state() {
        return table.state();
    }

    /** Begins to make the shop, whose two years end with the evening before today. Harmless when it is there. */
    public void make() {
        if (state().phase() == Phase.REMOVING) {
            throw new Refusal(HttpStatus.CONFLICT, "sample.error.removing");
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), companies.get().timeZone());
        transaction.executeWithoutResult(status -> {
            if (table.order(today)) {
                audit.record("sample.made", "sample", null, Map.of());
            }
        });
        schedule();
    }

    /** Begins to remove all of the shop, or what there is of it. Harmless when there is none. */
    public void remove() {
        transaction.executeWithoutResult(status -> {
            if (table.orderRemoval()) {
                audit.record("sample.removed", "sample", null, Map.of());
            }
        });
        schedule();
    }

    /** A job for each order: that of the order before may be about to end without having seen this one. */
    private void schedule() {
        table.find()
                .filter(row -> state().working())
                .ifPresent(row -> scheduler
                        .getObject()
                        .scheduleIfNotExists(job.instance(Integer.toString(row.getRun())), Instant.EPOCH));
    }

    /** A node may have been killed between the order and its job. */
    @EventListener(ApplicationReadyEvent.class)
    void scheduleUnfinished() {
        schedule();
    }
}
