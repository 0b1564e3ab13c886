package io.legame.duplicates;

import static io.legame.duplicates.db.Tables.SCAN;

import io.legame.duplicates.Scan.Phase;
import io.legame.duplicates.Scan.State;
import io.legame.duplicates.db.tables.records.ScanRecord;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The rows that scans are kept in. */
@Component
class ScanTable {
    private final DSLContext database;
    private final InstantSource clock;

    ScanTable(DSLContext database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /** The new one, or none while another runs. */
    Optional<Scan> insert(String who, long expected) {
        return database.insertInto(SCAN)
                .set(SCAN.BEGUN_BY, who)
                .set(SCAN.BEGAN_AT, now())
                .set(SCAN.EXPECTED, expected)
                .onConflictDoNothing()
                .returning()
                .fetchOptional(ScanTable::read);
    }

    Optional<Scan> find(ScanId id) {
        return latest(SCAN.ID.eq(id.value()));
    }

    Optional<Scan> latest() {
        return latest(DSL.noCondition());
    }

    Optional<Scan> latest(State state) {
        return latest(SCAN.STATE.eq(state.code()));
    }

    private Optional<Scan> latest(Condition condition) {
        return database.selectFrom(SCAN)
                .where(condition)
                .orderBy(SCAN.ID.desc())
                .limit(1)
                .fetchOptional(ScanTable::read);
    }

    /** Tells how far it is; false when it does not run any more. */
    boolean tell(ScanId id, Phase phase, long customers, long compared) {
        return database.update(SCAN)
                        .set(SCAN.PHASE, phase.code())
                        .set(SCAN.CUSTOMERS, customers)
                        .set(SCAN.COMPARED, compared)
                        .where(isRunning(id))
                        .execute()
                == 1;
    }

    /** False when it does not run any more. */
    boolean finish(ScanId id, long pairs, long proposals) {
        return database.update(SCAN)
                        .set(SCAN.STATE, State.DONE.code())
                        .set(SCAN.ENDED_AT, now())
                        .set(SCAN.PAIRS, pairs)
                        .set(SCAN.PROPOSALS, proposals)
                        .where(isRunning(id))
                        .execute()
                == 1;
    }

    /** False when it does not run any more. */
    boolean stop(ScanId id) {
        return database.update(SCAN)
                        .set(SCAN.STATE, State.STOPPED.code())
                        .set(SCAN.ENDED_AT, now())
                        .where(isRunning(id))
                        .execute()
                == 1;
    }

    void fail(ScanId id, String reference) {
        database.update(SCAN)
                .set(SCAN.STATE, State.FAILED.code())
                .set(SCAN.ENDED_AT, now())
                .set(SCAN.FAILURE, reference)
                .where(isRunning(id))
                .execute();
    }

    private static Condition isRunning(ScanId id) {
        return SCAN.ID.eq(id.value()).and(SCAN.STATE.eq(State.RUNNING.code()));
    }

    private static Scan read(ScanRecord row) {
        return new Scan(
                new ScanId(row.getId()),
                State.valueOf(row.getState().toUpperCase(Locale.ROOT)),
                Phase.valueOf(row.getPhase().toUpperCase(Locale.ROOT)),
                row.getBegunBy(),
                row.getBeganAt().toInstant(),
                row.getEndedAt() == null ? null : row.getEndedAt().toInstant(),
                row.getExpected(),
                row.getCustomers(),
                row.getCompared(),
                row.getPairs(),
                row.getProposals(),
                row.getFailure());
    }
}
