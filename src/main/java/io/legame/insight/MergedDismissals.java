package io.legame.insight;

import static io.legame.insight.db.Tables.DISMISSAL;
import static io.legame.insight.db.Tables.MERGED_DISMISSAL;

import io.legame.access.Actor;
import io.legame.customers.CustomerFacts;
import io.legame.customers.CustomerId;
import io.legame.customers.Merge;
import io.legame.customers.MergeId;
import io.legame.customers.Merges;
import io.legame.insight.db.tables.records.DismissalRecord;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Decisions about customers who become one with others: whoever stays keeps their own, those of the others wait for the
 * merge to be taken back. That one of them was let go makes nobody else dismissed until somebody says so.
 */
@Component
class MergedDismissals implements CustomerFacts {
    private final DSLContext database;
    /** Asked for late: they tell us of each merge. */
    private final ObjectProvider<Merges> merges;

    private final InstantSource clock;

    MergedDismissals(DSLContext database, ObjectProvider<Merges> merges, InstantSource clock) {
        this.database = database;
        this.merges = merges;
        this.clock = clock;
    }

    /** Somebody thought about them: no import takes them away with it. */
    @Override
    public Set<CustomerId> known(Collection<CustomerId> customers) {
        return database
                .selectDistinct(DISMISSAL.CUSTOMER_ID)
                .from(DISMISSAL)
                .where(DISMISSAL.CUSTOMER_ID.eq(DSL.any(values(customers))))
                .fetch(row -> new CustomerId(row.value1()))
                .stream()
                .collect(Collectors.toSet());
    }

    private static Long[] values(Collection<CustomerId> customers) {
        return customers.stream().map(CustomerId::value).toArray(Long[]::new);
    }

    @Override
    public Map<CustomerId, Long> count(Collection<CustomerId> customers) {
        return Map.of();
    }

    /** Their rows go with them. */
    @Override
    public void move(MergeId merge, Collection<CustomerId> from, CustomerId to) {
        database.execute("""
                insert into insight.merged_dismissal (merge_id, customer_id, dismissal)
                select ?, customer_id, to_jsonb(d) from insight.dismissal d where customer_id = any (?)
                """, merge.value(), values(from));
    }

    @Override
    public void moveBack(MergeId merge, CustomerId survivor, Map<String, CustomerId> since) {
        database.execute("""
                insert into insight.dismissal overriding system value
                select (jsonb_populate_record(null::insight.dismissal,
                    m.dismissal || jsonb_build_object('changed_in', pg_current_xact_id()::text::bigint))).*
                from insight.merged_dismissal m where m.merge_id = ?
                """, merge.value());
        database.execute("delete from insight.merged_dismissal where merge_id = ?", merge.value());
        var table = new DismissalTable(database);
        database.selectFrom(DISMISSAL)
                .where(DISMISSAL.MERGE_ID.eq(merge.value()), DISMISSAL.UNTIL_ON.isNull())
                .fetch(DismissalTable::dismissal)
                .forEach(each -> table.end(
                        each,
                        each.from(),
                        clock.instant().atOffset(ZoneOffset.UTC),
                        Actor.current().name()));
    }

    @Override
    public void forget(Collection<CustomerId> customers) {
        if (database.fetchExists(MERGED_DISMISSAL)) {
            var gone = new HashSet<>(customers);
            customers.forEach(each -> gone.addAll(parts(each)));
            database.execute("delete from insight.merged_dismissal where customer_id = any (?)", (Object) values(gone));
        }
    }

    /** The newest that has no end, of those who are part of the customer. */
    Optional<DismissedPart> partOf(CustomerId customer) {
        Set<CustomerId> parts = parts(customer);
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        return database.resultQuery("""
                        select m.merge_id, (jsonb_populate_record(null::insight.dismissal, m.dismissal)).*
                        from insight.merged_dismissal m
                        where m.customer_id = any (?) and m.dismissal ->> 'until_on' is null
                        order by m.merge_id desc limit 1
                        """, (Object) values(parts))
                .fetchOptional(row -> new DismissedPart(
                        row.get(0, Long.class),
                        DismissalTable.dismissal(row.into(DISMISSAL.fields()).into(DismissalRecord.class))));
    }

    private Set<CustomerId> parts(CustomerId customer) {
        var parts = new HashSet<CustomerId>();
        List<CustomerId> next = List.of(customer);
        while (!next.isEmpty()) {
            next = next.stream()
                    .flatMap(each -> merges.getObject().of(each).stream()
                            .filter(merge -> merge.undoneAt() == null
                                    && merge.survivor().id().equals(each)))
                    .flatMap(merge -> merge.others().stream())
                    .map(Merge.Merged::id)
                    .filter(parts::add)
                    .toList();
        }
        return parts;
    }
}
