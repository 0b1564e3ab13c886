package io.legame.customers;

import static io.legame.customers.db.Tables.LIST_COLUMNS;

import io.legame.access.AccountId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The columns that each account has chosen for the list of customers, beside the name. */
@Component
public class ListColumns {
    /** Of whoever has not chosen. */
    private static final List<CustomerOrder> USUAL =
            List.of(CustomerOrder.EMAIL, CustomerOrder.PHONE, CustomerOrder.TOWN);

    private final DSLContext database;

    ListColumns(DSLContext database) {
        this.database = database;
    }

    public List<CustomerOrder> of(AccountId account) {
        return database
                .select(LIST_COLUMNS.COLUMNS)
                .from(LIST_COLUMNS)
                .where(LIST_COLUMNS.ACCOUNT_ID.eq(account.value()))
                .fetchOptional(LIST_COLUMNS.COLUMNS)
                .map(codes -> Stream.of(codes)
                        .map(CustomerOrder::of)
                        .flatMap(Optional::stream)
                        .toList())
                .orElse(USUAL)
                .stream()
                .filter(this::seen)
                .toList();
    }

    /** Those that can be chosen, beside the name: not those of fields that the reader does not see at all. */
    public List<CustomerOrder> offered() {
        return Stream.of(CustomerOrder.values())
                .filter(column -> column != CustomerOrder.NAME && seen(column))
                .toList();
    }

    /** By which the reader may order the list: an order tells of values that are only seen in part. */
    public Set<CustomerOrder> sortable() {
        SeenFields seen = SeenFields.current(database);
        return Stream.of(CustomerOrder.values())
                .filter(column -> column.field() == null || seen.full(column.field()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(CustomerOrder.class)));
    }

    private boolean seen(CustomerOrder column) {
        CustomerField field = column.field();
        return field == null || SeenFields.current(database).level(field) != FieldLevel.HIDDEN;
    }

    /** The name is always there and cannot be chosen. */
    public void choose(AccountId account, List<CustomerOrder> columns) {
        String[] codes = columns.stream()
                .filter(column -> column != CustomerOrder.NAME)
                .distinct()
                .map(CustomerOrder::code)
                .toArray(String[]::new);
        database.insertInto(LIST_COLUMNS)
                .set(LIST_COLUMNS.ACCOUNT_ID, account.value())
                .set(LIST_COLUMNS.COLUMNS, codes)
                .onConflict(LIST_COLUMNS.ACCOUNT_ID)
                .doUpdate()
                .set(LIST_COLUMNS.COLUMNS, codes)
                .execute();
    }
}
