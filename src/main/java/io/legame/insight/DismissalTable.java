package io.legame.insight;

import static io.legame.insight.db.Tables.DISMISSAL;

import io.legame.customers.CustomerId;
import io.legame.insight.db.tables.records.DismissalRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The rows of {@code insight.dismissal}. */
record DismissalTable(DSLContext database) {
    /** Whatever changes a row must write it, so that the warehouse follows. */
    private static final Field<Long> NOW = DSL.field("pg_current_xact_id()::text::bigint", Long.class);

    Optional<Dismissal> find(long id) {
        return database.selectFrom(DISMISSAL).where(DISMISSAL.ID.eq(id)).fetchOptional(DismissalTable::dismissal);
    }

    /** Those that have no end, in force or to come. */
    List<Dismissal> open(Collection<CustomerId> customers) {
        return database.selectFrom(DISMISSAL)
                .where(
                        DISMISSAL.CUSTOMER_ID.eq(DSL.any(
                                customers.stream().map(CustomerId::value).toArray(Long[]::new))),
                        DISMISSAL.UNTIL_ON.isNull())
                .fetch(DismissalTable::dismissal);
    }

    /** Those that were not taken back, the newest first. */
    List<Dismissal> of(CustomerId customer) {
        return database.selectFrom(DISMISSAL)
                .where(DISMISSAL.CUSTOMER_ID.eq(customer.value()), held())
                .orderBy(DISMISSAL.FROM_ON.desc(), DISMISSAL.ID.desc())
                .fetch(DismissalTable::dismissal);
    }

    private static Condition held() {
        return DISMISSAL.UNTIL_ON.isNull().or(DISMISSAL.UNTIL_ON.gt(DISMISSAL.FROM_ON));
    }

    /** @param customer whom to list, by the condition on their number */
    List<Dismissal> open(Condition customer, @Nullable Dismissal after, int limit) {
        return database.selectFrom(DISMISSAL)
                .where(DISMISSAL.UNTIL_ON.isNull(), customer)
                .and(
                        after == null
                                ? DSL.noCondition()
                                : DSL.row(DISMISSAL.FROM_ON, DISMISSAL.ID).lt(after.from(), after.id()))
                .orderBy(DISMISSAL.FROM_ON.desc(), DISMISSAL.ID.desc())
                .limit(limit)
                .fetch(DismissalTable::dismissal);
    }

    record Sum(long customers, BigDecimal costAvoided) {}

    Sum sum(Condition customer) {
        return database.select(DSL.count(), DSL.coalesce(DSL.sum(DISMISSAL.COST_AVOIDED), DSL.inline(BigDecimal.ZERO)))
                .from(DISMISSAL)
                .where(DISMISSAL.UNTIL_ON.isNull(), customer)
                .fetchSingle(row -> new Sum(row.value1(), row.value2()));
    }

    Dismissal insert(
            CustomerId customer,
            LocalDate from,
            DismissalDraft draft,
            BigDecimal costAvoided,
            @Nullable Long merge,
            OffsetDateTime at,
            String by) {
        return dismissal(database.insertInto(DISMISSAL)
                .set(DISMISSAL.CUSTOMER_ID, customer.value())
                .set(DISMISSAL.FROM_ON, from)
                .set(DISMISSAL.REASON, draft.reason().code())
                .set(DISMISSAL.NOTE, draft.note())
                .set(DISMISSAL.COST_AVOIDED, costAvoided)
                .set(DISMISSAL.WIN_BACK, draft.winBack())
                .set(DISMISSAL.MERGE_ID, merge)
                .set(DISMISSAL.DECIDED_AT, at)
                .set(DISMISSAL.DECIDED_BY, by)
                .returning()
                .fetchSingle());
    }

    Dismissal end(Dismissal dismissal, LocalDate until, OffsetDateTime at, String by) {
        return dismissal(database.update(DISMISSAL)
                .set(DISMISSAL.UNTIL_ON, until)
                .set(DISMISSAL.ENDED_AT, at)
                .set(DISMISSAL.ENDED_BY, by)
                .set(DISMISSAL.CHANGED_IN, NOW)
                .where(DISMISSAL.ID.eq(dismissal.id()))
                .returning()
                .fetchSingle());
    }

    Dismissal goOn(Dismissal dismissal) {
        return dismissal(database.update(DISMISSAL)
                .setNull(DISMISSAL.UNTIL_ON)
                .setNull(DISMISSAL.ENDED_AT)
                .setNull(DISMISSAL.ENDED_BY)
                .set(DISMISSAL.CHANGED_IN, NOW)
                .where(DISMISSAL.ID.eq(dismissal.id()))
                .returning()
                .fetchSingle());
    }

    static Dismissal dismissal(DismissalRecord row) {
        return new Dismissal(
                row.getId(),
                new CustomerId(row.getCustomerId()),
                row.getFromOn(),
                row.getUntilOn(),
                DismissalReason.of(row.getReason()).orElse(DismissalReason.OTHER),
                row.getNote(),
                row.getCostAvoided(),
                row.getWinBack(),
                row.getDecidedAt().toInstant(),
                row.getDecidedBy(),
                row.getEndedAt() == null ? null : row.getEndedAt().toInstant(),
                row.getEndedBy());
    }
}
