package io.legame.customers;

import static io.legame.customers.db.Tables.LIST_COLUMNS;

import io.legame.access.AccountId;
import java.util.List;
import java.util.Optional;
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
        return database
                .select(LIST_COLUMNS.COLUMNS)
                .from(LIST_COLUMNS)
                .where(LIST_COLUMNS.ACCOUNT_ID.eq(account.value()))
                .fetchOptional(LIST_COLUMNS.COLUMNS)
                .map(codes -> read(List.of(codes)))
                .orElse(USUAL)
                .stream()
                .filter(this::seen)
                .toList();
    }

    /** Those of the codes that are columns still. */
    public List<ListColumn> read(List<String> codes) {
        return codes.stream()
                .map(this::find)
                .flatMap(Optional::stream)
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
        return all().filter(column -> column != CustomerOrder.NAME && seen(column))
                .toList();
    }

    /** Whether the reader may order the list by it: an order tells of values that are only seen in part. */
    public boolean sortable(ListColumn column) {
        return column.sortable() && level(column) == FieldLevel.FULL;
    }

    /** Whether the reader sees anything of it. */
    public boolean seen(ListColumn column) {
        return level(column) != FieldLevel.HIDDEN;
    }

    private FieldLevel level(ListColumn column) {
        return SeenFields.current(database).level(column);
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
