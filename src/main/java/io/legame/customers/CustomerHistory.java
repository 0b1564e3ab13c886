package io.legame.customers;

import static io.legame.customers.db.Tables.CHANGE;
import static io.legame.customers.db.Tables.CUSTOMER;

import io.legame.access.ChangeSet;
import io.legame.access.ChangeSetId;
import io.legame.access.ChangeSets;
import io.legame.customers.db.tables.records.ChangeRecord;
import io.legame.customers.db.tables.records.CustomerRecord;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
    private final Customers customers;
    private final BesideHistory beside;

    CustomerHistory(DSLContext database, ChangeSets changeSets, Customers customers, BesideHistory beside) {
        this.database = database;
        this.changeSets = changeSets;
        this.customers = customers;
        this.beside = beside;
    }

    /** The changes of a customer, newest first, at most {@code limit}; the creation is always the last. */
    public List<CustomerChange> of(CustomerId id, int limit) {
        CustomerRecord row =
                database.selectFrom(CUSTOMER).where(CUSTOMER.ID.eq(id.value())).fetchOne();
        return row == null ? List.of() : of(row, limit);
    }

    private List<CustomerChange> of(CustomerRecord row, int limit) {
        List<CustomerChange> changes =
                withBeside(seen(changes(row, 0, limit)), beside.of(new CustomerId(row.getId()), limit), limit);
        changes.add(new CustomerChange(
                row.getChangeSetId() == null
                        ? null
                        : changeSets
                                .find(List.of(new ChangeSetId(row.getChangeSetId())))
                                .get(new ChangeSetId(row.getChangeSetId())),
                row.getCreatedAt().toInstant(),
                true,
                List.of(),
                List.of()));
        return changes;
    }

    /** What changed beside the fields by the same change set, or by itself. */
    private List<CustomerChange> withBeside(List<CustomerChange> changes, List<BesideHistory.Noted> noted, int limit) {
        var byChangeSet = new LinkedHashMap<ChangeSetId, List<BesideHistory.Noted>>();
        noted.forEach(each ->
                byChangeSet.computeIfAbsent(each.by(), by -> new ArrayList<>()).add(each));
        Map<ChangeSetId, ChangeSet> sets = changeSets.find(byChangeSet.keySet());
        var together = new ArrayList<CustomerChange>();
        for (CustomerChange change : changes) {
            List<BesideHistory.Noted> same = change.by() == null
                    ? List.of()
                    : Objects.requireNonNullElse(byChangeSet.remove(change.by().id()), List.of());
            together.add(new CustomerChange(change.by(), change.at(), false, change.fields(), beside(same)));
        }
        byChangeSet.forEach((by, alone) ->
                together.add(new CustomerChange(sets.get(by), alone.getFirst().at(), false, List.of(), beside(alone))));
        return together.stream()
                .sorted(Comparator.comparing(CustomerChange::at)
                        .thenComparingLong(change ->
                                change.by() == null ? 0 : change.by().id().value())
                        .reversed())
                .limit(limit)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static List<BesideChange> beside(List<BesideHistory.Noted> noted) {
        return noted.stream().map(BesideHistory.Noted::change).toList();
    }

    /**
     * A customer that is part of another one.
     *
     * @param until when it became so
     */
    public record Part(CustomerId customer, String name, Instant until) {}

    /** Everybody who is part of the customer now, also through others, who became so last first. */
    public List<Part> parts(CustomerId survivor) {
        var untils = new LinkedHashMap<Long, Instant>();
        database.resultQuery("""
                        with recursive part (id, merge_id) as (
                            select customer_id, merge_id from customers.merged_customer where survivor_id = ?
                            union all
                            select m.customer_id, m.merge_id
                            from part join customers.merged_customer m on m.survivor_id = part.id)
                        select part.id, m.at from part join customers.merge m on m.id = part.merge_id
                        order by m.at desc, part.id
                        """, survivor.value())
                .forEach(row -> untils.put(
                        row.get(0, Long.class), row.get(1, OffsetDateTime.class).toInstant()));
        Map<Long, CustomerRecord> rows = new MergeTable(database).rows(untils.keySet());
        return untils.entrySet().stream()
                .map(part -> new Part(
                        new CustomerId(part.getKey()),
                        CustomerList.name(Objects.requireNonNull(rows.get(part.getKey()))),
                        part.getValue()))
                .toList();
    }

    /** The changes of one of them until then, as of a customer; empty when it is no part of the other one. */
    public Optional<List<CustomerChange>> of(CustomerId survivor, CustomerId part, int limit) {
        return parts(survivor).stream()
                .filter(each -> each.customer().equals(part))
                .findFirst()
                .map(each -> of(
                        Objects.requireNonNull(new MergeTable(database)
                                .rows(List.of(part.value()))
                                .get(part.value())),
                        limit));
    }

    /** The changes after the one with the number, newest first. */
    List<CustomerChange> since(CustomerId id, long number) {
        CustomerRecord row =
                database.selectFrom(CUSTOMER).where(CUSTOMER.ID.eq(id.value())).fetchOne();
        return row == null ? List.of() : seen(changes(row, number, MOST));
    }

    private List<CustomerChange> seen(List<CustomerChange> changes) {
        SeenFields seen = SeenFields.current(database);
        return changes.stream()
                .map(change -> new CustomerChange(
                        change.by(), change.at(), change.created(), seen.changes(change.fields()), change.beside()))
                .toList();
    }

    private List<CustomerChange> changes(CustomerRecord row, long after, int limit) {
        List<ChangeRecord> changes = database.selectFrom(CHANGE)
                .where(CHANGE.CUSTOMER_ID.eq(row.getId()), CHANGE.NUMBER.gt(after))
                .orderBy(CHANGE.NUMBER.desc())
                .limit(limit)
                .fetch();
        var ids = new HashSet<ChangeSetId>();
        changes.forEach(change -> ids.add(new ChangeSetId(change.getChangeSetId())));
        Map<Long, List<Given>> given = given(row, ids);
        Map<ChangeSetId, ChangeSet> sets = changeSets.find(ids);
        CustomReader reader = customers.reader();
        Map<String, @Nullable String> values = values(row, reader);
        var history = new ArrayList<CustomerChange>();
        for (ChangeRecord change : changes) {
            List<CustomerChange.FieldChange> fields = fields(change, values, reader);
            // of several changes of one set, those of the identities are told with the last
            fields.addAll(
                    besides(fields, Objects.requireNonNullElse(given.remove(change.getChangeSetId()), List.of())));
            history.add(new CustomerChange(
                    sets.get(new ChangeSetId(change.getChangeSetId())),
                    change.getAt().toInstant(),
                    false,
                    fields,
                    List.of()));
        }
        return history;
    }

    /** Identities of one kind that a change set took and gave. */
    private record Given(String kind, List<String> before, List<String> after) {
        /** A main address is told by its field. */
        CustomerChange.FieldChange field(Set<String> told) {
            return new CustomerChange.FieldChange(
                    kind.equals(Identity.Kind.EMAIL.code()) ? CustomerState.name(CustomerField.OTHER_EMAIL) : kind,
                    others(before, told),
                    others(after, told));
        }

        private static @Nullable String others(List<String> values, Set<String> told) {
            String others =
                    values.stream().filter(value -> !told.contains(value)).collect(Collectors.joining(", "));
            return others.isEmpty() ? null : others;
        }
    }

    private static List<CustomerChange.FieldChange> besides(
            List<CustomerChange.FieldChange> fields, List<Given> given) {
        var told = new HashSet<String>();
        for (CustomerChange.FieldChange field : fields) {
            if (field.field().equals(CustomerState.name(CustomerField.EMAIL))) {
                told.add(String.valueOf(SeveralValues.address(field.before())));
                told.add(String.valueOf(SeveralValues.address(field.after())));
            }
        }
        return given.stream()
                .map(each -> each.field(told))
                .filter(field -> field.before() != null || field.after() != null)
                .toList();
    }

    /** Addresses, numbers, cards and tax codes given and taken, by the change set. */
    private Map<Long, List<Given>> given(CustomerRecord row, Set<ChangeSetId> sets) {
        var given = new HashMap<Long, List<Given>>();
        database.resultQuery(
                        """
                        select set, kind, coalesce(array_agg(value order by value) filter (where gone), '{}'),
                            coalesce(array_agg(value order by value) filter (where not gone), '{}')
                        from (
                            select change_set_id as set, kind, value, false as gone
                            from customers.identity where customer_id = ?
                            union all
                            -- of who is part of another one by now
                            select was.change_set_id, was.kind, was.value, false
                            from customers.merged_customer m
                            cross join jsonb_to_recordset(m.identities)
                                as was (kind text, value text, change_set_id bigint)
                            where m.customer_id = ?
                            union all
                            select given_by, kind, value, false from customers.former_identity where customer_id = ?
                            union all
                            select change_set_id, kind, value, true
                            from customers.former_identity where customer_id = ?) given
                        where set = any (?) and set is distinct from ? and kind in ('email', 'number', 'card', 'tax_code')
                        group by set, kind order by set, kind
                        """,
                        row.getId(),
                        row.getId(),
                        row.getId(),
                        row.getId(),
                        sets.stream().map(ChangeSetId::value).toArray(Long[]::new),
                        row.getChangeSetId())
                .forEach(found -> given.computeIfAbsent(found.get(0, Long.class), set -> new ArrayList<>())
                        .add(new Given(
                                found.get(1, String.class),
                                List.of(found.get(2, String[].class)),
                                List.of(found.get(3, String[].class)))));
        return given;
    }

    private static Map<String, @Nullable String> values(CustomerRecord row, CustomReader reader) {
        var values = new HashMap<String, @Nullable String>();
        for (Field<?> column : CustomerRow.VALUES) {
            values.put(column.getName(), text(row.get(column)));
        }
        Map<CustomFieldId, Object> custom = ChangeJson.custom(row.getCustom());
        reader.fields().all().forEach(field -> values.put(field.id().name(), reader.text(custom.get(field.id()))));
        return values;
    }

    /** @param values of after the change; of before it when this returns */
    private static List<CustomerChange.FieldChange> fields(
            ChangeRecord change, Map<String, @Nullable String> values, CustomReader reader) {
        var fields = new ArrayList<CustomerChange.FieldChange>();
        ChangeJson.before(change.getBefore()).forEach((field, was) -> {
            boolean custom = CustomFieldId.isName(field);
            String before = custom ? reader.text(was.value()) : text(was.value());
            String after = values.get(field);
            if (values.containsKey(field) && !Objects.equals(before, after)) {
                fields.add(new CustomerChange.FieldChange(field, custom ? name(field, reader) : null, before, after));
                values.put(field, before);
            }
        });
        return fields;
    }

    private static @Nullable String name(String field, CustomReader reader) {
        return reader.fields()
                .find(CustomFieldId.ofName(field))
                .map(CustomField::name)
                .orElse(null);
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
