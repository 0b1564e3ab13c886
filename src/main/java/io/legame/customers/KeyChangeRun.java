package io.legame.customers;

import static io.legame.customers.db.Tables.KEY_CHANGE;

import io.legame.platform.DatabaseTrouble;
import io.legame.platform.ErrorReference;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes the unique key over, all customers in one transaction: whenever it is killed, nothing is changed and running it
 * again does it. Whoever brings in customers meanwhile waits.
 */
@Component
class KeyChangeRun {
    private static final Logger LOG = LoggerFactory.getLogger(KeyChangeRun.class);

    private final CustomerSettings settings;
    private final DataQuality quality;
    private final DSLContext database;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    KeyChangeRun(
            CustomerSettings settings,
            DataQuality quality,
            DSLContext database,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.settings = settings;
        this.quality = quality;
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    void run(long id) {
        try {
            transaction.executeWithoutResult(status -> change(id));
        } catch (RuntimeException error) {
            // a lost connection is no fault of ours: the job is tried again by itself
            if (DatabaseTrouble.of(error) == DatabaseTrouble.AWAY) {
                throw error;
            }
            String reference = ErrorReference.next();
            LOG.error("Error {} in the change of the unique key", reference, error);
            finish(id, KeyChange.State.FAILED, null, reference);
            return;
        }
        countAgain();
    }

    /** So that the pages tell of the new key at once, and not by night only. */
    private void countAgain() {
        try {
            quality.count();
        } catch (DataAccessException e) {
            LOG.warn("The quality of the data was not counted after the change of the unique key: {}", e.getMessage());
        }
    }

    private void change(long id) {
        new CustomerBase(database).lock();
        Identity.Kind key = database.select(KEY_CHANGE.TO_KEY)
                .from(KEY_CHANGE)
                .where(KEY_CHANGE.ID.eq(id), KEY_CHANGE.STATE.eq(KeyChange.State.RUNNING.code()))
                .forUpdate()
                .fetchOptional(row -> Identity.Kind.of(row.value1()).orElseThrow())
                .orElse(null);
        if (key == null) {
            return;
        }
        var keyed = new KeyedCustomers(database);
        if (key == Identity.Kind.PHONE) {
            keyed.identifyByPhone();
        }
        settings.write(key);
        finish(id, KeyChange.State.DONE, keyed.rekey(key), null);
    }

    private void finish(
            long id, KeyChange.State state, KeyedCustomers.@Nullable Rekeyed rekeyed, @Nullable String failure) {
        database.update(KEY_CHANGE)
                .set(KEY_CHANGE.STATE, state.code())
                .set(KEY_CHANGE.FINISHED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .set(KEY_CHANGE.GAINED, rekeyed == null ? null : rekeyed.gained())
                .set(KEY_CHANGE.LOST, rekeyed == null ? null : rekeyed.lost())
                .set(KEY_CHANGE.FAILURE, failure)
                .where(KEY_CHANGE.ID.eq(id), KEY_CHANGE.STATE.eq(KeyChange.State.RUNNING.code()))
                .execute();
    }
}
