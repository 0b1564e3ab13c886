package io.legame.customers;

import static io.legame.customers.db.Tables.CHANGE;
import static io.legame.customers.db.Tables.CUSTOMER;

import io.legame.access.ChangeSet;
import io.legame.access.ChangeSetId;
import io.legame.access.ChangeSets;
import io.legame.customers.db.tables.records.ChangeRecord;
import io.legame.customers.db.tables.records.CustomerRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where each value of a customer comes from, and what it was before. */
@Component
public class CustomerHistory {
    /** More changes than anybody reads while they save. */
    private static final int MOST = 50;

    private final DSLContext database;
    private final ChangeSets changeSets;

    CustomerHistory(DSLContext database, ChangeSets changeSets) {
        this.database = database;
        this.changeSets = changeSets;
    }

    /** The changes of a customer, newest first, at most {@code limit}; the creation is always the last. */
    public List<CustomerChange> of(CustomerId id, int limit) {
        CustomerRecord row =
                database.selectFrom(CUSTOMER).where(CUSTOMER.ID.eq(id.value())).fetchOne();
        if (row == null) {
            return List.of();
        }
        List<CustomerChange> changes = changes(row, 0, limit);
        changes.add(new CustomerChange(
                row.getChangeSetId() == null
                        ? null
                        : changeSets
                                .find(List.of(new ChangeSetId(row.getChangeSetId())))
                                .get(new ChangeSetId(row.getChangeSetId())),
                row.getCreatedAt().toInstant(),
                true,
                List.of()));
        return changes;
    }

    /** The changes after the one with the number, newest first. */
    List<CustomerChange> since(CustomerId id, long number) {
        CustomerRecord row =
                database.selectFrom(CUSTOMER).where(CUSTOMER.ID.eq(id.value())).fetchOne();
        return row == null ? List.of() : changes(row, number, MOST);
    }

    private List<CustomerChange> changes(CustomerRecord row, long after, int limit) {
        List<ChangeRecord> changes = database.selectFrom(CHANGE)
                .where(CHANGE.CUSTOMER_ID.eq(row.getId()), CHANGE.NUMBER.gt(after))
                .orderBy(CHANGE.NUMBER.desc())
                .limit(limit)
                .fetch();
        var ids = new HashSet<ChangeSetId>();
        changes.forEach(change -> ids.add(new ChangeSetId(change.getChangeSetId())));
        Map<Long, List<CustomerChange.FieldChange>> codes = codes(row, ids);
        Map<ChangeSetId, ChangeSet> sets = changeSets.find(ids);
        Map<String, @Nullable String> values = values(row);
        var history = new ArrayList<CustomerChange>();
        for (ChangeRecord change : changes) {
            List<CustomerChange.FieldChange> fields = fields(change, values);
            // of several changes of one set, those of the identities are told with the last
            fields.addAll(Objects.requireNonNullElse(codes.remove(change.getChangeSetId()), List.of()));
            history.add(new CustomerChange(
                    sets.get(new ChangeSetId(change.getChangeSetId())),
                    change.getAt().toInstant(),
                    false,
                    fields));
        }
        return history;
    }

    /** Numbers, cards and tax codes given and taken, by the change set: they are identities and nothing else. */
    private Map<Long, List<CustomerChange.FieldChange>> codes(CustomerRecord row, Set<ChangeSetId> sets) {
        var codes = new HashMap<Long, List<CustomerChange.FieldChange>>();
        database.resultQuery(
                        """
                        select set, kind, string_agg(value, ', ' order by value) filter (where gone) as before,
                            string_agg(value, ', ' order by value) filter (where not gone) as after
                        from (
                            select change_set_id as set, kind, value, false as gone
                            from customers.identity where customer_id = ?
                            union all
                            select given_by, kind, value, false from customers.former_identity where customer_id = ?
                            union all
                            select change_set_id, kind, value, true
                            from customers.former_identity where customer_id = ?) given
                        where set = any (?) and set is distinct from ? and kind in ('number', 'card', 'tax_code')
                        group by set, kind order by set, kind
                        """,
                        row.getId(),
                        row.getId(),
                        row.getId(),
                        sets.stream().map(ChangeSetId::value).toArray(Long[]::new),
                        row.getChangeSetId())
                .forEach(code -> codes.computeIfAbsent(code.get(0, Long.class), set -> new ArrayList<>())
                        .add(new CustomerChange.FieldChange(
                                code.get(1, String.class), code.get(2, String.class), code.get(3, String.class))));
        return codes;
    }

    private static Map<String, @Nullable String> values(CustomerRecord row) {
        var values = new HashMap<String, @Nullable String>();
        for (Field<?> column : CustomerRow.VALUES) {
            values.put(column.getName(), text(row.get(column)));
        }
        return values;
    }

    /** @param values of after the change; of before it when this returns */
    private static List<CustomerChange.FieldChange> fields(ChangeRecord change, Map<String, @Nullable String> values) {
        var fields = new ArrayList<CustomerChange.FieldChange>();
        ChangeJson.before(change.getBefore()).forEach((field, was) -> {
            String before = text(was.value());
            String after = values.get(field);
            if (values.containsKey(field) && !Objects.equals(before, after)) {
                fields.add(new CustomerChange.FieldChange(field, before, after));
                values.put(field, before);
            }
        });
        return fields;
    }

    private static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String[] many -> String.join(", ", many);
            case List<?> many ->
                String.join(", ", many.stream().map(String::valueOf).toList());
            default -> value.toString();
        };
    }
}
