package io.legame.insight;

import static io.legame.insight.WarehouseTables.CUSTOMER;
import static io.legame.insight.WarehouseTables.INTERACTION;
import static io.legame.insight.WarehouseTables.LINE;
import static io.legame.insight.WarehouseTables.PRODUCT;

import io.legame.access.AuditTrail;
import io.legame.platform.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What an administrator can see of this node's warehouse and do about it. */
@Component
public class Upkeep {
    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

    private final Warehouse warehouse;
    private final Projection projection;
    private final Reconciliation reconciliation;
    private final AuditTrail audit;
    private final InstantSource clock;

    private final AtomicBoolean reconciling = new AtomicBoolean();
    private volatile Reconciliation.@Nullable Report report;
    private volatile boolean failed;

    Upkeep(
            Warehouse warehouse,
            Projection projection,
            Reconciliation reconciliation,
            AuditTrail audit,
            InstantSource clock) {
        this.warehouse = warehouse;
        this.projection = projection;
        this.reconciliation = reconciliation;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param age how long ago the warehouse held all that PostgreSQL had; null while that never was
     * @param content null while it is built for the first time
     * @param report of the last reconciliation since the start; null while the next is being made
     * @param failed whether the last rebuild or reconciliation did not come to its end
     */
    public record State(
            @Nullable Duration age,
            @Nullable Content content,
            boolean building,
            boolean reconciling,
            Reconciliation.@Nullable Report report,
            boolean failed) {
        public boolean busy() {
            return building || reconciling;
        }
    }

    /**
     * @param bytes of its files
     * @param builtAt when it was last written anew
     */
    public record Content(
            long customers,
            long products,
            long interactions,
            long lines,
            long bytes,
            @Nullable Instant builtAt) {}

    public State state() {
        Instant current = projection.currentAt();
        return new State(
                current == null ? null : Duration.between(current, clock.instant()),
                content(),
                projection.isBuilding(),
                reconciling.get(),
                report,
                failed);
    }

    private @Nullable Content content() {
        if (!warehouse.isOpen()) {
            return null;
        }
        return warehouse.query(ask -> warehouse.read(file -> {
            Watermark watermark = file.watermark();
            return new Content(
                    ask.fetchCount(CUSTOMER),
                    ask.fetchCount(PRODUCT),
                    ask.fetchCount(INTERACTION),
                    ask.fetchCount(LINE),
                    file.bytes(),
                    watermark == null ? null : watermark.builtAt());
        }));
    }

    /** Begins to write the warehouse anew and returns. */
    public void startRebuild() {
        if (projection.isBuilding()) {
            throw new Refusal(HttpStatus.CONFLICT, "insight.error.alreadyBuilding");
        }
        audit.record("insight.rebuilt", "warehouse", null, Map.of());
        inBackground(() -> {
            projection.rebuild();
            projection.catchUp();
        });
    }

    /** Begins to compare the warehouse with PostgreSQL and returns. */
    public void startReconciliation() {
        takeReconciliation();
        inBackground(() -> {
            try {
                report = reconciliation.run();
            } finally {
                reconciling.set(false);
            }
        });
    }

    /** Compares the warehouse with PostgreSQL, which reads all of both. */
    public Reconciliation.Report reconcile() {
        takeReconciliation();
        try {
            Reconciliation.Report made = reconciliation.run();
            report = made;
            return made;
        } finally {
            reconciling.set(false);
        }
    }

    private void takeReconciliation() {
        if (!reconciling.compareAndSet(false, true)) {
            throw new Refusal(HttpStatus.CONFLICT, "insight.error.alreadyReconciling");
        }
        report = null;
    }

    private void inBackground(Runnable work) {
        failed = false;
        Thread.ofVirtual().name("warehouse upkeep").start(() -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                failed = true;
                LOG.error("The warehouse's upkeep failed", e);
            }
        });
    }
}
