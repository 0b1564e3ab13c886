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
import java.util.List;
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
    private final WarehouseProperties properties;
    private final InstantSource clock;

    private final AtomicBoolean reconciling = new AtomicBoolean();
    private volatile Reconciliation.@Nullable Report report;
    private volatile boolean failed;

    Upkeep(
            Warehouse warehouse,
            Projection projection,
            Reconciliation reconciliation,
            AuditTrail audit,
            WarehouseProperties properties,
            InstantSource clock) {
        this.warehouse = warehouse;
        this.projection = projection;
        this.reconciliation = reconciliation;
        this.audit = audit;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * @param age how long ago the warehouse held all that PostgreSQL had; null while that never was
     * @param content null while it is built for the first time
     * @param work null while it is built for the first time
     * @param failures the last ones since the start, the newest first
     * @param report of the last reconciliation since the start; null while the next is being made
     * @param failed whether the last rebuild or reconciliation did not come to its end
     */
    public record State(
            @Nullable Duration age,
            @Nullable Content content,
            @Nullable Work work,
            List<Failure> failures,
            boolean building,
            boolean reconciling,
            Reconciliation.@Nullable Report report,
            boolean failed) {
        public boolean busy() {
            return building || reconciling;
        }
    }

    /**
     * What it is asked and what that takes.
     *
     * @param running questions that are being answered
     * @param waiting questions that wait for a place
     * @param answered since the start, like the next two
     * @param cancelled by a later question of the same screen
     * @param unanswered refused, given up or failed
     * @param memory bytes, of {@code mostMemory}
     * @param spill bytes beside the file, of {@code mostSpill}
     */
    public record Work(
            int running,
            int waiting,
            long answered,
            long cancelled,
            long unanswered,
            long memory,
            long mostMemory,
            long spill,
            long mostSpill) {}

    /** @param what the key of a text, or what a database said */
    public record Failure(Instant at, String what) {}

    /** Bytes. */
    record Held(long file, long memory, long spill) {}

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
        return new State(
                age(), content(), work(), failures(), projection.isBuilding(), reconciling.get(), report, failed);
    }

    @Nullable
    Duration age() {
        Instant current = projection.currentAt();
        return current == null ? null : Duration.between(current, clock.instant());
    }

    @Nullable
    Held held() {
        return !warehouse.isOpen()
                ? null
                : warehouse.read(file -> {
                    WarehouseFile.Held held = file.held();
                    return new Held(file.bytes(), held.memory(), held.spill());
                });
    }

    private @Nullable Work work() {
        Held held = held();
        if (held == null) {
            return null;
        }
        Warehouse.Load load = warehouse.load();
        return new Work(
                load.quick() + load.atLength(),
                load.waiting(),
                ended(Activity.Outcome.ANSWERED),
                ended(Activity.Outcome.CANCELLED),
                ended(Activity.Outcome.REFUSED) + ended(Activity.Outcome.TIMED_OUT) + ended(Activity.Outcome.FAILED),
                held.memory(),
                properties.warehouseMemory().toBytes(),
                held.spill(),
                properties.warehouseSpill().toBytes());
    }

    private long ended(Activity.Outcome outcome) {
        return warehouse.activity().questions(outcome).count();
    }

    private List<Failure> failures() {
        Instant now = clock.instant();
        return warehouse.activity().failures().stream()
                .map(each -> new Failure(now.minus(each.ago()), each.what()))
                .toList();
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
                warehouse.activity().failed(e);
                LOG.error("The warehouse's upkeep failed", e);
            }
        });
    }
}
