package io.legame.customers;

import static io.legame.customers.db.Tables.LIST_COLUMNS;

import io.legame.access.AccountId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The columns that each account has chosen for the list of customers, beside the name. */
@Component
public class ListColumns {
    /** Of whoever has not chosen. */
    private static final List<ListColumn> USUAL = List.of(CustomerOrder.EMAIL, CustomerOrder.PHONE, CustomerOrder.TOWN);

    private final DSLContext database;
    private final CustomFields fields;

    ListColumns(DSLContext database, CustomFields fields) {
        this.database = database;
        this.fields = fields;
    }

    public List<ListColumn> of(AccountId account) {
        return seen(database.select(LIST_COLUMNS.COLUMNS)
                .from(LIST_COLUMNS)
                .where(LIST_COLUMNS.ACCOUNT_ID.eq(account.value()))
                .fetchOptional(LIST_COLUMNS.COLUMNS)
                .map(codes -> read(List.of(codes)))
                .orElse(USUAL));
    }

    /** Those of the codes that are columns still. */
    public List<ListColumn> read(List<String> codes) {
        Map<String, ListColumn> all = all().collect(Collectors.toMap(ListColumn::code, Function.identity()));
        return codes.stream()
                .flatMap(code -> Stream.ofNullable(all.get(code)))
                .distinct()
                .toList();
    }

    public Optional<ListColumn> find(String code) {
        return all().filter(column -> column.code().equals(code)).findFirst();
    }

    private Stream<ListColumn> all() {
        return Stream.of(
                        Stream.of(CustomerOrder.values()),
                        FieldColumn.all().stream(),
                        fields.inUse().stream().map(CustomColumn::new))
                .flatMap(columns -> columns);
    }

    /** Those that can be chosen, beside the name: not those of fields that the reader does not see at all. */
    public List<ListColumn> offered() {
        return seen(all().filter(column -> column != CustomerOrder.NAME).toList());
    }

    /** Those by which the reader may order the list: an order tells of values that are only seen in part. */
    public List<ListColumn> sortable(List<ListColumn> columns) {
        SeenFields seen = SeenFields.current(database);
        return columns.stream()
                .filter(column -> column.sortable() && seen.level(column) == FieldLevel.FULL)
                .toList();
    }

    /** Those of which the reader sees anything. */
    public List<ListColumn> seen(List<ListColumn> columns) {
        SeenFields seen = SeenFields.current(database);
        return columns.stream()
                .filter(column -> seen.level(column) != FieldLevel.HIDDEN)
                .toList();
    }

    /** The name is always there and cannot be chosen. */
    public void choose(AccountId account, List<ListColumn> columns) {
        String[] codes = columns.stream()
                .filter(column -> column != CustomerOrder.NAME)
                .distinct()
                .map(ListColumn::code)
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
