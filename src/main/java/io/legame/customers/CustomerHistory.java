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
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where each value of a customer comes from, and what it was before. */
@Component
public class CustomerHistory {
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
        List<ChangeRecord> changes = database.selectFrom(CHANGE)
                .where(CHANGE.CUSTOMER_ID.eq(id.value()))
                .orderBy(CHANGE.NUMBER.desc())
                .limit(limit)
                .fetch();
        var ids = new HashSet<ChangeSetId>();
        changes.forEach(change -> ids.add(new ChangeSetId(change.getChangeSetId())));
        if (row.getChangeSetId() != null) {
            ids.add(new ChangeSetId(row.getChangeSetId()));
        }
        Map<ChangeSetId, ChangeSet> sets = changeSets.find(ids);
        Map<String, @Nullable String> values = values(row);
        var history = new ArrayList<CustomerChange>();
        for (ChangeRecord change : changes) {
            history.add(new CustomerChange(
                    sets.get(new ChangeSetId(change.getChangeSetId())),
                    change.getAt().toInstant(),
                    false,
                    fields(change, values)));
        }
        history.add(new CustomerChange(
                row.getChangeSetId() == null ? null : sets.get(new ChangeSetId(row.getChangeSetId())),
                row.getCreatedAt().toInstant(),
                true,
                List.of()));
        return history;
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
