package io.legame.customers;

import static io.legame.customers.db.Tables.CUSTOMER;
import static io.legame.customers.db.Tables.IDENTITY;

import io.legame.customers.IncompleteCustomer.Known;
import io.legame.customers.db.tables.records.CustomerRecord;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The customers behind the numbers of the report, in the order of their ids. */
final class QualityLists {
    private final DSLContext database;

    QualityLists(DSLContext database) {
        this.database = database;
    }

    List<FlaggedCustomer> flagged(
            CustomerField field, ValueFlag.@Nullable Kind kind, @Nullable String source, long after, int limit) {
        return database.selectFrom(CUSTOMER)
                .where(hasFlag(field, kind), CUSTOMER.ID.gt(after), of(source), CUSTOMER.LEFT_AS.isNull())
                .orderBy(CUSTOMER.ID)
                .limit(limit)
                .fetch(row -> flagged(row, field));
    }

    private static Condition hasFlag(CustomerField field, ValueFlag.@Nullable Kind kind) {
        var found = DSL.field("{0} #>> {1}", String.class, CUSTOMER.FLAGS, path(field, "kind"));
        return CUSTOMER.FLAGS
                .isNotNull()
                .and(kind == null ? found.ne(ValueFlag.Kind.ACCEPTED.name()) : found.eq(kind.name()));
    }

    /** Where something about the field is in the column of flags. */
    static org.jooq.Field<String[]> path(CustomerField field, String part) {
        return DSL.field("array[{0}, {1}]", String[].class, DSL.inline(CustomerState.name(field)), DSL.inline(part));
    }

    private static Condition of(@Nullable String source) {
        return source == null ? DSL.noCondition() : CUSTOMER.SOURCE.eq(source);
    }

    static FlaggedCustomer flagged(CustomerRecord row, CustomerField field) {
        TableField<CustomerRecord, String> column = CustomerRow.column(field);
        ValueFlag flag = Objects.requireNonNull(new CustomerState(row).flag(field));
        return new FlaggedCustomer(
                new CustomerId(row.getId()),
                CustomerList.name(row),
                column == null ? null : row.get(column),
                flag,
                row.getSource());
    }

    List<IncompleteCustomer> incomplete(@Nullable String source, CustomerField key, long after, int limit) {
        List<CustomerRecord> rows = database.selectFrom(CUSTOMER)
                .where(CUSTOMER.KEYED.isFalse(), CUSTOMER.ID.gt(after), of(source), CUSTOMER.LEFT_AS.isNull())
                .orderBy(CUSTOMER.ID)
                .limit(limit)
                .fetch();
        Map<Long, Set<Known>> identities =
                identities(rows.stream().map(CustomerRecord::getId).toList());
        return rows.stream()
                .map(row -> {
                    Set<Known> has = EnumSet.noneOf(Known.class);
                    has.addAll(identities.getOrDefault(row.getId(), Set.of()));
                    add(has, Known.EMAIL, row.getEmail() != null);
                    add(has, Known.PHONE, row.getPhone() != null);
                    add(has, Known.POST, row.getStreet() != null && row.getTown() != null);
                    add(has, Known.BIRTH_DATE, row.getBirthDate() != null);
                    ValueFlag flag = new CustomerState(row).flag(key);
                    return new IncompleteCustomer(
                            new CustomerId(row.getId()),
                            CustomerList.name(row),
                            has,
                            flag != null && flag.kind().leftOut() ? flag : null,
                            row.getSource());
                })
                .toList();
    }

    private static void add(Set<Known> has, Known what, boolean known) {
        if (known) {
            has.add(what);
        }
    }

    private Map<Long, Set<Known>> identities(Collection<Long> ids) {
        return database
                .select(IDENTITY.CUSTOMER_ID, IDENTITY.KIND)
                .from(IDENTITY)
                .where(IDENTITY.CUSTOMER_ID.eq(DSL.any(ids.toArray(Long[]::new))))
                .and(IDENTITY.KIND.in("email", "tax_code", "number", "card"))
                .fetchGroups(
                        IDENTITY.CUSTOMER_ID, row -> Known.valueOf(row.value2().toUpperCase(Locale.ROOT)))
                .entrySet()
                .stream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, entry -> Set.copyOf(entry.getValue())));
    }
}
