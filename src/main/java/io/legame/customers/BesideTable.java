package io.legame.customers;

import static io.legame.customers.db.Tables.ADDRESS;
import static io.legame.customers.db.Tables.BESIDE_CHANGE;
import static io.legame.customers.db.Tables.CONTACT_PREFERENCE;
import static io.legame.customers.db.Tables.MOVED_ADDRESS;
import static io.legame.customers.db.Tables.MOVED_RELATION;
import static io.legame.customers.db.Tables.RELATION;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import io.legame.access.ChangeSetId;
import io.legame.customers.db.tables.records.BesideChangeRecord;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The table of changes of what lies beside customers. States that are the same are no change. */
final class BesideTable {
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultVisibility(checker -> checker.withIsGetterVisibility(JsonAutoDetect.Visibility.NONE))
            .build();

    private final DSLContext database;
    private final ChangeSetId by;
    private final OffsetDateTime at;

    /** @param by what the changes are part of */
    BesideTable(DSLContext database, ChangeSetId by, OffsetDateTime at) {
        this.database = database;
        this.by = by;
        this.at = at;
    }

    /** Tells both ends of a relation. */
    void note(RelationId relation, @Nullable RelationDraft before, @Nullable RelationDraft after) {
        RelationDraft either = Objects.requireNonNull(before == null ? after : before);
        insert(either.from(), relation, null, before, after);
        if (!either.from().equals(either.to())) {
            insert(either.to(), relation, null, before, after);
        }
    }

    void note(AddressId address, @Nullable CustomerAddress before, @Nullable CustomerAddress after) {
        insert(Objects.requireNonNull(before == null ? after : before).customer(), null, address, before, after);
    }

    void note(CustomerId customer, ContactPreference before, ContactPreference after) {
        insert(customer, null, null, before.isNone() ? null : before, after.isNone() ? null : after);
    }

    private void insert(
            CustomerId customer,
            @Nullable RelationId relation,
            @Nullable AddressId address,
            @Nullable Object before,
            @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            database.insertInto(BESIDE_CHANGE)
                    .set(BESIDE_CHANGE.CUSTOMER_ID, customer.value())
                    .set(BESIDE_CHANGE.RELATION_ID, relation == null ? null : relation.value())
                    .set(BESIDE_CHANGE.ADDRESS_ID, address == null ? null : address.value())
                    .set(BESIDE_CHANGE.CHANGE_SET_ID, by.value())
                    .set(BESIDE_CHANGE.AT, at)
                    .set(BESIDE_CHANGE.BEFORE, json(before))
                    .set(BESIDE_CHANGE.AFTER, json(after))
                    .execute();
        }
    }

    private static @Nullable JSONB json(@Nullable Object state) {
        return state == null ? null : JSONB.valueOf(JSON.writeValueAsString(state));
    }

    static <T> @Nullable T read(@Nullable JSONB json, Class<T> type) {
        return json == null ? null : JSON.readValue(json.data(), type);
    }

    /** Tells the survivor what a merge brought it. */
    void noteMoved(MergeId merge, CustomerId survivor) {
        database.select(ADDRESS.fields())
                .from(ADDRESS)
                .join(MOVED_ADDRESS)
                .on(MOVED_ADDRESS.ADDRESS_ID.eq(ADDRESS.ID))
                .where(MOVED_ADDRESS.MERGE_ID.eq(merge.value()), ADDRESS.REMOVED_AT.isNull())
                .orderBy(ADDRESS.ID)
                .fetchInto(ADDRESS)
                .forEach(row -> note(new AddressId(row.getId()), null, CustomerAddresses.address(row)));
        database.select(RELATION.fields())
                .from(RELATION)
                .join(MOVED_RELATION)
                .on(MOVED_RELATION.RELATION_ID.eq(RELATION.ID))
                .where(MOVED_RELATION.MERGE_ID.eq(merge.value()), RELATION.REMOVED_AT.isNull())
                .and(RELATION.FROM_ID.ne(RELATION.TO_ID))
                .orderBy(RELATION.ID)
                .fetchInto(RELATION)
                .forEach(row -> insert(survivor, new RelationId(row.getId()), null, null, Relations.draft(row)));
        database.selectFrom(CONTACT_PREFERENCE)
                .where(CONTACT_PREFERENCE.CUSTOMER_ID.eq(survivor.value()))
                .and(CONTACT_PREFERENCE.MERGE_ID.eq(merge.value()))
                .forEach(row -> note(survivor, ContactPreference.NONE, ContactPreferences.preference(row)));
    }

    /** Forgets what a merge brought the survivor, which goes back. */
    static void forgetMoved(DSLContext database, ChangeSetId merge) {
        database.deleteFrom(BESIDE_CHANGE)
                .where(BESIDE_CHANGE.CHANGE_SET_ID.eq(merge.value()))
                .execute();
    }

    /** Of one customer, newest first. */
    static List<BesideChangeRecord> of(DSLContext database, CustomerId customer, int limit) {
        return database.selectFrom(BESIDE_CHANGE)
                .where(BESIDE_CHANGE.CUSTOMER_ID.eq(customer.value()))
                .orderBy(BESIDE_CHANGE.ID.desc())
                .limit(limit)
                .fetch();
    }

    static Optional<BesideChangeRecord> find(DSLContext database, CustomerId customer, long number) {
        return database.selectFrom(BESIDE_CHANGE)
                .where(BESIDE_CHANGE.ID.eq(number), BESIDE_CHANGE.CUSTOMER_ID.eq(customer.value()))
                .fetchOptional();
    }
}
