package io.legame.customers;

import static io.legame.customers.db.Tables.CUSTOMER;
import static io.legame.customers.db.Tables.CUSTOM_FIELD;

import io.legame.access.AuditTrail;
import io.legame.access.ChangeSet;
import io.legame.access.ChangeSets;
import io.legame.customers.db.tables.records.CustomFieldRecord;
import io.legame.platform.Refusal;
import io.legame.wording.Folding;
import io.legame.wording.Whitespace;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The fields that this company adds to its customers. A change of a field writes no customer: values stay as they were
 * stored and are read by the type that the field has today, so that changing a type back brings everything back.
 */
@Component
public class CustomFields {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_CODE = 50;
    private static final int MOST = 500;

    private final DSLContext database;
    private final Customers customers;
    private final CustomerSettings settings;
    private final ChangeSets changeSets;
    private final AuditTrail audit;
    private final InstantSource clock;

    CustomFields(
            DSLContext database,
            Customers customers,
            CustomerSettings settings,
            ChangeSets changeSets,
            AuditTrail audit,
            InstantSource clock) {
        this.database = database;
        this.customers = customers;
        this.settings = settings;
        this.changeSets = changeSets;
        this.audit = audit;
        this.clock = clock;
    }

    /** All in their order, also those that are archived. */
    public List<CustomField> all() {
        return settings.read().fields().all();
    }

    public List<CustomField> inUse() {
        return settings.read().fields().inUse();
    }

    public Optional<CustomField> find(CustomFieldId id) {
        return settings.read().fields().find(id);
    }

    /**
     * What one customer has in a field.
     *
     * @param text in one line, choices by their labels; as much of it as the reader sees
     * @param typed as the type reads it, see {@link CustomReader#typed}; null when it was stored under another type
     */
    public record Held(
            CustomField field, String text, @Nullable Object typed) {}

    /** What the customer has in the fields in use, in their order; those that are empty are left out. */
    public List<Held> of(CustomerId id) {
        CustomReader reader = customers.reader();
        List<CustomField> inUse = reader.fields().inUse();
        if (inUse.isEmpty()) {
            return List.of();
        }
        JSONB json = database.select(CUSTOMER.CUSTOM)
                .from(CUSTOMER)
                .where(CUSTOMER.ID.eq(id.value()))
                .fetchOne(CUSTOMER.CUSTOM);
        return held(ChangeJson.custom(json), inUse, reader);
    }

    /** The same of many at once, by the codes of the fields; those without any value are left out. */
    public Map<CustomerId, Map<String, Object>> of(Collection<CustomerId> ids) {
        CustomReader reader = customers.reader();
        if (reader.fields().inUse().isEmpty()) {
            return Map.of();
        }
        SeenFields seen = SeenFields.current(database);
        Long[] values = ids.stream().map(CustomerId::value).toArray(Long[]::new);
        return database.select(CUSTOMER.ID, CUSTOMER.CUSTOM)
                .from(CUSTOMER)
                .where(CUSTOMER.ID.eq(DSL.any(values)), CUSTOMER.CUSTOM.isNotNull())
                .fetchMap(
                        row -> new CustomerId(row.value1()),
                        row -> reader.typed(ChangeJson.custom(row.value2()), seen));
    }

    private List<Held> held(Map<CustomFieldId, Object> values, List<CustomField> fields, CustomReader reader) {
        SeenFields seen = SeenFields.current(database);
        var held = new ArrayList<Held>();
        for (CustomField field : fields) {
            Object stored = values.get(field.id());
            if (stored != null) {
                held(field, stored, reader, seen).ifPresent(held::add);
            }
        }
        return held;
    }

    /** Empty when it is not seen at all. */
    static Optional<Held> held(CustomField field, Object stored, CustomReader reader, SeenFields seen) {
        String text = Objects.requireNonNull(reader.text(stored));
        return switch (seen.level(field)) {
            case FULL -> Optional.of(new Held(field, text, reader.typed(field, stored)));
            case MASKED -> {
                String masked = Objects.requireNonNull(seen.text(field, text));
                yield Optional.of(new Held(field, masked, masked));
            }
            case HIDDEN -> Optional.empty();
        };
    }

    /** How the field would store what is written, in one line; empty when it is no value of it. */
    public Optional<String> read(CustomField field, String written) {
        CustomReader reader = customers.reader();
        return Optional.ofNullable(reader.text(reader.read(field, List.of(written))));
    }

    /** How many customers have a value, by field. */
    public Map<CustomFieldId, Long> filled() {
        var filled = new HashMap<CustomFieldId, Long>();
        database.resultQuery("""
                        select key::bigint, count(*) from customers.customer c, jsonb_object_keys(c.custom) key
                        where c.custom is not null group by key
                        """)
                .forEach(row -> filled.put(new CustomFieldId(row.get(0, Long.class)), row.get(1, Long.class)));
        return filled;
    }

    /** @throws Refusal when there is such a field, or the default is no value of it */
    @Transactional
    public CustomField create(CustomFieldDraft draft) {
        List<CustomField> all = all();
        if (all.size() >= MOST) {
            throw Refusal.of("customers.fields.error.tooMany", MOST);
        }
        CustomFieldRecord row = database.newRecord(CUSTOM_FIELD);
        row.setCode(code(draft.name(), all));
        row.setPosition(database.fetchSingle("select coalesce(max(position), 0) + 1 from customers.custom_field")
                .get(0, Integer.class));
        CustomFieldId id = store(row, draft);
        audit.record("customers.fieldCreated", "field", Long.toString(id.value()), Map.of("name", row.getName()));
        return find(id).orElseThrow();
    }

    private CustomFieldId store(CustomFieldRecord row, CustomFieldDraft draft) {
        String name = Whitespace.collapse(draft.name());
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw Refusal.of("customers.fields.error.name", LONGEST_NAME);
        }
        if (draft.type().isChosen() && draft.choiceListId() == null) {
            throw Refusal.of("customers.fields.error.list");
        }
        if (draft.unique() && !draft.type().canBeUnique()) {
            throw Refusal.of("customers.fields.error.cannotBeUnique");
        }
        row.setName(name);
        row.setHelp(draft.help());
        row.setType(draft.type().code());
        row.setCustomerKind(draft.customerKind());
        row.setGroupName(Whitespace.collapse(draft.group()));
        row.setRequired(draft.required());
        row.setIsUnique(draft.unique());
        row.setDefaultValue(draft.defaultValue());
        row.setChoiceListId(draft.type().isChosen() ? draft.choiceListId() : null);
        try {
            // in a savepoint: a refusal must not spoil the caller's transaction
            database.transaction(inner -> {
                row.attach(inner);
                row.store();
            });
        } catch (DuplicateKeyException e) {
            throw Refusal.of("customers.fields.error.known", name);
        }
        settings.changed();
        CustomFieldId id = new CustomFieldId(row.getId());
        checkDefault(id);
        return id;
    }

    private void checkDefault(CustomFieldId id) {
        CustomReader reader = customers.reader();
        CustomField field = reader.fields().find(id).orElseThrow();
        String written = field.defaultValue();
        if (written != null && reader.read(field, List.of(written)) == null) {
            throw Refusal.of("customers.fields.error.default", written);
        }
    }

    /** In letters that every program takes; a number tells it from another one. */
    private static String code(String name, List<CustomField> others) {
        String plain = Folding.fold(name).replaceAll("[^a-z0-9]+", "_").replaceAll("^[_0-9]+|_+$", "");
        String base = plain.isEmpty() ? "field" : plain.substring(0, Math.min(plain.length(), LONGEST_CODE));
        String code = base;
        for (int number = 2; isTaken(code, others); number++) {
            code = base + "_" + number;
        }
        return code;
    }

    private static boolean isTaken(String code, List<CustomField> others) {
        return others.stream().anyMatch(field -> field.code().equals(code));
    }

    /**
     * Writes the field in another way; its code stays. Values are not touched, see {@link #preview}.
     *
     * @throws Refusal when it shall be unique and two customers have the same value
     */
    @Transactional
    public void update(CustomFieldId id, CustomFieldDraft draft) {
        new CustomerBase(database).lock();
        CustomField before = find(id).orElseThrow(Refusal::notFound);
        if (before.unique() && draft.unique() && before.type() != draft.type()) {
            throw Refusal.of("customers.fields.error.uniqueType");
        }
        store(row(id), draft);
        if (before.unique() && !draft.unique()) {
            database.execute("delete from customers.identity where kind = 'field' and source = ?", before.code());
        } else if (!before.unique() && draft.unique()) {
            identify(find(id).orElseThrow());
        }
        audit.record("customers.fieldChanged", "field", Long.toString(id.value()), Map.of("name", draft.name()));
    }

    private CustomFieldRecord row(CustomFieldId id) {
        return database.selectFrom(CUSTOM_FIELD)
                .where(CUSTOM_FIELD.ID.eq(id.value()))
                .fetchOptional()
                .orElseThrow(Refusal::notFound);
    }

    private void identify(CustomField field) {
        String key = Long.toString(field.id().value());
        boolean twice = !database.fetch("""
                        select value from (select custom ->> ? as value from customers.customer) each
                        where value is not null group by value having count(*) > 1 limit 1
                        """, key).isEmpty();
        if (twice) {
            throw Refusal.of("customers.fields.error.twice", field.name());
        }
        database.execute(
                """
                insert into customers.identity (kind, source, value, customer_id, since, change_set_id)
                select 'field', ?, custom ->> ?, id, ?::timestamptz, ? from customers.customer
                where custom ->> ? is not null
                """,
                field.code(),
                key,
                clock.instant().atOffset(ZoneOffset.UTC),
                changeSets.open(ChangeSet.Kind.EDIT, field.name(), null).value(),
                key);
    }

    /**
     * Fields in use that stand together.
     *
     * @param name the heading; empty for the common one
     */
    public record Group(String name, List<CustomField> fields) {}

    /** The headings in their order, that of the first field of each. */
    public List<Group> groups() {
        var groups = new LinkedHashMap<String, List<CustomField>>();
        inUse().forEach(field ->
                groups.computeIfAbsent(field.group(), name -> new ArrayList<>()).add(field));
        return groups.entrySet().stream()
                .map(group -> new Group(group.getKey(), group.getValue()))
                .toList();
    }

    /** Moves the field up or down among those of its heading. */
    @Transactional
    public void move(CustomFieldId id, boolean up) {
        List<Group> groups = groups();
        Group own = groups.stream()
                .filter(group -> place(group, id) >= 0)
                .findFirst()
                .orElseThrow(Refusal::notFound);
        move(own.fields(), place(own, id), up);
        place(groups);
    }

    private static int place(Group group, CustomFieldId id) {
        return group.fields().stream().map(CustomField::id).toList().indexOf(id);
    }

    private static <T> void move(List<T> all, int at, boolean up) {
        int to = up ? at - 1 : at + 1;
        if (to >= 0 && to < all.size()) {
            all.add(to, all.remove(at));
        }
    }

    /** Moves a heading with its fields up or down among the others. */
    @Transactional
    public void moveGroup(String name, boolean up) {
        List<Group> groups = new ArrayList<>(groups());
        int at = groups.stream().map(Group::name).toList().indexOf(name);
        if (at < 0) {
            throw Refusal.notFound();
        }
        move(groups, at, up);
        place(groups);
    }

    /**
     * Where a field stands.
     *
     * @param group null where it stood
     */
    public record Placed(CustomFieldId field, @Nullable String group) {}

    /** Puts fields in this order, those of a heading together where its first one is; fields not named follow as they were. */
    @Transactional
    public void order(List<Placed> order) {
        var left = new LinkedHashMap<CustomFieldId, CustomField>();
        inUse().forEach(field -> left.put(field.id(), field));
        var groups = new LinkedHashMap<String, List<CustomField>>();
        for (Placed placed : order) {
            CustomField field = left.remove(placed.field());
            if (field == null) {
                throw Refusal.notFound();
            }
            String group = placed.group() == null ? field.group() : Whitespace.collapse(placed.group());
            if (group.length() > LONGEST_NAME) {
                throw Refusal.of("customers.fields.error.name", LONGEST_NAME);
            }
            groups.computeIfAbsent(group, name -> new ArrayList<>()).add(field);
        }
        left.values()
                .forEach(field -> groups.computeIfAbsent(field.group(), name -> new ArrayList<>())
                        .add(field));
        place(groups.entrySet().stream()
                .map(group -> new Group(group.getKey(), group.getValue()))
                .toList());
        audit.record("customers.fieldsOrdered", "field", null, Map.of());
    }

    private void place(List<Group> groups) {
        int position = 0;
        for (Group group : groups) {
            for (CustomField field : group.fields()) {
                database.update(CUSTOM_FIELD)
                        .set(CUSTOM_FIELD.POSITION, ++position)
                        .set(CUSTOM_FIELD.GROUP_NAME, group.name())
                        .where(CUSTOM_FIELD.ID.eq(field.id().value()))
                        .execute();
            }
        }
        settings.changed();
    }

    /** Puts the field aside with its values, or brings it back. */
    @Transactional
    public void archive(CustomFieldId id, boolean archived) {
        CustomFieldRecord row = row(id);
        row.setArchivedAt(archived ? clock.instant().atOffset(ZoneOffset.UTC) : null);
        try {
            database.transaction(inner -> {
                row.attach(inner);
                row.store();
            });
        } catch (DuplicateKeyException e) {
            throw Refusal.of("customers.fields.error.known", row.getName());
        }
        settings.changed();
        audit.record(
                archived ? "customers.fieldArchived" : "customers.fieldRestored",
                "field",
                Long.toString(id.value()),
                Map.of("name", row.getName()));
    }

    /**
     * What another type would make of the values.
     *
     * @param all customers with a value
     * @param read those whose value is one of that type too
     * @param examples of values that are none, which are kept aside until the type is another one again
     */
    public record Conversion(long all, long read, List<String> examples) {}

    /** @param choiceListId of types that are chosen */
    public Conversion preview(CustomFieldId id, CustomFieldType type, @Nullable Long choiceListId) {
        CustomReader reader = customers.reader();
        CustomField now = reader.fields().find(id).orElseThrow(Refusal::notFound);
        ChoiceList list = new CustomFieldTable(database)
                .lists().stream()
                        .filter(each -> Objects.equals(each.id(), choiceListId))
                        .findFirst()
                        .orElse(null);
        var then = new CustomField(id, now.code(), now.name(), null, type, null, "", false, false, null, list, false);
        var counted = new Object() {
            long all;
            long read;
        };
        var examples = new ArrayList<String>();
        // by value: a million customers have few different ones, or are counted in one pass
        database.resultQuery(
                        "select custom -> ?, count(*) from customers.customer where custom -> ? is not null group by 1"
                                + " order by 2 desc",
                        Long.toString(id.value()),
                        Long.toString(id.value()))
                .fetchSize(1_000)
                .fetchLazy()
                .forEach(row -> {
                    Object stored = ChangeJson.value(row.get(0, JSONB.class));
                    counted.all += row.get(1, Long.class);
                    if (reader.typed(then, stored) != null) {
                        counted.read += row.get(1, Long.class);
                    } else if (examples.size() < 5) {
                        examples.add(Objects.requireNonNull(reader.text(stored)));
                    }
                });
        return new Conversion(counted.all, counted.read, examples);
    }

    /** The required fields that customers lack, in their order; who lacks none is left out, and so is what the reader does not see. */
    public Map<CustomerId, List<CustomField>> lacking(Collection<CustomerId> ids) {
        SeenFields seen = SeenFields.current(database);
        List<CustomField> required = inUse().stream()
                .filter(field -> field.required() && seen.level(field) != FieldLevel.HIDDEN)
                .toList();
        var lacking = new HashMap<CustomerId, List<CustomField>>();
        if (!required.isEmpty()) {
            database.select(CUSTOMER.ID, CUSTOMER.KIND, CUSTOMER.CUSTOM)
                    .from(CUSTOMER)
                    .where(CUSTOMER.ID.eq(
                            DSL.any(ids.stream().map(CustomerId::value).toArray(Long[]::new))))
                    .forEach(row -> {
                        Map<CustomFieldId, Object> known = ChangeJson.custom(row.value3());
                        List<CustomField> missing = required.stream()
                                .filter(field -> field.fits(row.value2()) && !known.containsKey(field.id()))
                                .toList();
                        if (!missing.isEmpty()) {
                            lacking.put(new CustomerId(row.value1()), missing);
                        }
                    });
        }
        return lacking;
    }

    /** The customers that a field is required of and who lack it. */
    public long lacking(CustomField field) {
        return database.fetchSingle(
                        "select count(*) from customers.customer where custom -> ? is null and kind = coalesce(?, kind)",
                        Long.toString(field.id().value()),
                        field.customerKind())
                .get(0, Long.class);
    }
}
