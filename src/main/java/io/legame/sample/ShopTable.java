package io.legame.sample;

import static io.legame.sample.db.Tables.SHOP;

import io.legame.sample.SampleState.Phase;
import io.legame.sample.db.tables.records.ShopRecord;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The one row that says how far the shop is: every step changes it in the transaction of what the step writes. */
@Component
class ShopTable {
    static final int REMOVAL_STEPS = 3;

    private final DSLContext database;

    ShopTable(DSLContext database) {
        this.database = database;
    }

    SampleState state() {
        return find().map(ShopTable::state).orElse(SampleState.NEVER);
    }

    private static SampleState state(ShopRecord row) {
        Phase phase = phase(row);
        return new SampleState(
                phase,
                row.getPosition(),
                phase == Phase.REMOVING ? REMOVAL_STEPS : Stories.COUNT,
                row.getCustomers(),
                row.getProducts(),
                row.getPurchases(),
                row.getInteractions(),
                row.getKept(),
                row.getFailure());
    }

    static Phase phase(ShopRecord row) {
        return Phase.valueOf(row.getPhase().toUpperCase(Locale.ROOT));
    }

    Optional<ShopRecord> find() {
        return database.selectFrom(SHOP).fetchOptional();
    }

    /** Waits for whoever is at a step, and keeps others from beginning one until the transaction ends. */
    Optional<ShopRecord> lock() {
        return database.selectFrom(SHOP).forUpdate().fetchOptional();
    }

    /** Returns false when there is a shop already, or is being made or removed. */
    boolean order(LocalDate until) {
        return database.insertInto(SHOP)
                        .set(SHOP.PHASE, Phase.MAKING.code())
                        .set(SHOP.UNTIL, until)
                        .onConflict(SHOP.ONLY_ROW)
                        .doUpdate()
                        .set(SHOP.PHASE, Phase.MAKING.code())
                        .set(SHOP.UNTIL, until)
                        .set(SHOP.RUN, SHOP.RUN.plus(1))
                        .set(SHOP.POSITION, 0)
                        .set(SHOP.CUSTOMERS, 0)
                        .set(SHOP.PRODUCTS, 0)
                        .set(SHOP.PURCHASES, 0)
                        .set(SHOP.INTERACTIONS, 0)
                        .set(SHOP.KEPT, 0)
                        .setNull(SHOP.FAILURE)
                        .where(SHOP.PHASE.eq(Phase.REMOVED.code()))
                        .execute()
                == 1;
    }

    /** Returns false when there is nothing to remove. Customers that were kept may be tried again. */
    boolean orderRemoval() {
        return database.update(SHOP)
                        .set(SHOP.PHASE, Phase.REMOVING.code())
                        .set(SHOP.RUN, SHOP.RUN.plus(1))
                        .set(SHOP.POSITION, 0)
                        .setNull(SHOP.FAILURE)
                        .where(SHOP.PHASE
                                .in(Phase.MAKING.code(), Phase.MADE.code())
                                .or(SHOP.PHASE.eq(Phase.REMOVED.code()).and(SHOP.KEPT.gt(0))))
                        .execute()
                == 1;
    }

    /** Returns false when the step is not ours to finish: the shop was ordered away, or another node was quicker. */
    boolean advance(Phase phase, int from, int to, Stories.Written written) {
        return database.update(SHOP)
                        .set(SHOP.POSITION, to)
                        .set(SHOP.CUSTOMERS, SHOP.CUSTOMERS.plus(written.customers()))
                        .set(SHOP.PRODUCTS, SHOP.PRODUCTS.plus(written.products()))
                        .set(SHOP.PURCHASES, SHOP.PURCHASES.plus(written.purchases()))
                        .set(SHOP.INTERACTIONS, SHOP.INTERACTIONS.plus(written.interactions()))
                        .setNull(SHOP.FAILURE)
                        .where(SHOP.PHASE.eq(phase.code()), SHOP.POSITION.eq(from))
                        .execute()
                == 1;
    }

    void finish(Phase phase, int kept) {
        database.update(SHOP).set(SHOP.PHASE, phase.code()).set(SHOP.KEPT, kept).execute();
    }

    void fail(String reference) {
        database.update(SHOP).set(SHOP.FAILURE, reference).execute();
    }
}
