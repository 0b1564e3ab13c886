package io.legame.timeline;

import static io.legame.timeline.db.Tables.INTERACTION;
import static io.legame.timeline.db.Tables.TOUCHPOINT;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import io.legame.access.Unit;
import io.legame.access.UnitChanged;
import io.legame.access.UnitId;
import io.legame.access.Units;
import io.legame.customers.CustomerId;
import io.legame.customers.CustomerUnits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/** Makes whoever is met at a touchpoint a customer of the shops and teams that meet theirs there. */
@Component
class Meetings {
    private static final String RUN = ":";
    private static final int BATCH = 10_000;

    private final DSLContext database;
    private final Units units;
    private final CustomerUnits customerUnits;
    private final OneTimeTask<Void> job;
    private final ObjectProvider<SchedulerClient> scheduler;

    Meetings(
            DSLContext database,
            Units units,
            CustomerUnits customerUnits,
            @Qualifier("unitMeetingsJob") OneTimeTask<Void> job,
            ObjectProvider<SchedulerClient> scheduler) {
        this.database = database;
        this.units = units;
        this.customerUnits = customerUnits;
        this.job = job;
        this.scheduler = scheduler;
    }

    /** That a customer was met at a touchpoint. */
    record Meeting(CustomerId customer, String touchpoint) {}

    /** In the transaction that records them. */
    void note(Collection<Meeting> meetings) {
        Map<String, Set<UnitId>> places = places();
        if (places.isEmpty()) {
            return;
        }
        var met = new HashMap<UnitId, Set<CustomerId>>();
        for (Meeting meeting : meetings) {
            places.getOrDefault(meeting.touchpoint(), Set.of())
                    .forEach(unit ->
                            met.computeIfAbsent(unit, key -> new HashSet<>()).add(meeting.customer()));
        }
        met.forEach(customerUnits::meet);
    }

    private Map<String, Set<UnitId>> places() {
        var places = new HashMap<String, Set<UnitId>>();
        for (Unit unit : units.all()) {
            unit.metAt()
                    .forEach(name ->
                            places.computeIfAbsent(name, key -> new HashSet<>()).add(unit.id()));
        }
        return places;
    }

    /** Looks again where the customers were met, in the transaction that took facts from them. */
    void refresh(Collection<CustomerId> customers) {
        if (customers.isEmpty() || places().isEmpty()) {
            return;
        }
        customerUnits.forgetMet(customers);
        Long[] ids = customers.stream().map(CustomerId::value).toArray(Long[]::new);
        note(database.selectDistinct(INTERACTION.CUSTOMER_ID, TOUCHPOINT.NAME)
                .from(INTERACTION)
                .join(TOUCHPOINT)
                .on(TOUCHPOINT.ID.eq(INTERACTION.TOUCHPOINT_ID))
                .where(INTERACTION.CUSTOMER_ID.eq(DSL.any(ids)))
                .fetch(row -> new Meeting(new CustomerId(row.value1()), row.value2())));
    }

    /** Looks at all that ever happened, which takes seconds: a job does it. */
    @TransactionalEventListener(fallbackExecution = true)
    void schedule(UnitChanged changed) {
        // each its own run: one under way may have read what was there before
        String run = changed.unit().value() + RUN + UUID.randomUUID();
        scheduler.getObject().scheduleIfNotExists(job.instance(run), Instant.EPOCH);
    }

    void schedule() {
        units.all().forEach(unit -> schedule(new UnitChanged(unit.id())));
    }

    /** @param run as {@link #schedule} names it */
    @Transactional
    void run(String run) {
        run(new UnitId(Integer.parseInt(run.substring(0, run.indexOf(RUN)))));
    }

    /** In one transaction (the caller's, if there is one): nobody is out of sight meanwhile. */
    @Transactional
    void run(UnitId id) {
        customerUnits.forgetMet(id);
        String[] places =
                units.find(id).map(unit -> unit.metAt().toArray(String[]::new)).orElse(new String[0]);
        if (places.length == 0) {
            return;
        }
        var batch = new ArrayList<CustomerId>(BATCH);
        try (var met = database.selectDistinct(INTERACTION.CUSTOMER_ID)
                .from(INTERACTION)
                .where(
                        INTERACTION.CUSTOMER_ID.isNotNull(),
                        INTERACTION.TOUCHPOINT_ID.in(
                                DSL.select(TOUCHPOINT.ID).from(TOUCHPOINT).where(TOUCHPOINT.NAME.eq(DSL.any(places)))))
                .fetchSize(BATCH)
                .fetchLazy()) {
            met.forEach(row -> {
                batch.add(new CustomerId(row.value1()));
                if (batch.size() == BATCH) {
                    customerUnits.meet(id, batch);
                    batch.clear();
                }
            });
        }
        customerUnits.meet(id, batch);
    }
}
