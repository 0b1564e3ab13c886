package io.legame.segments;

import static io.legame.insight.WarehouseTables.CUSTOMER;
import static org.jooq.impl.DSL.trueCondition;

import io.legame.customers.CustomerFilter;
import io.legame.customers.CustomerFilters;
import io.legame.customers.CustomerPosition;
import io.legame.customers.CustomerSet;
import io.legame.customers.ListColumn;
import io.legame.insight.Warehouse;
import io.legame.platform.Address;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The language of segments for the list of customers. Who lacks the unique key is in the list, unlike in a segment. */
@Component
class ListFilters implements CustomerFilters {
    private final Filters filters;
    private final Telling telling;
    private final Warehouse warehouse;
    private final AsOf.Days days;

    ListFilters(Filters filters, Telling telling, Warehouse warehouse, AsOf.Days days) {
        this.filters = filters;
        this.telling = telling;
        this.warehouse = warehouse;
        this.days = days;
    }

    @Override
    public String permission() {
        return SegmentsModule.FILTER;
    }

    @Override
    public String form(@Nullable CustomerFilter filter, String to) {
        return Address.of("/segments/list-filter")
                .with("filter", filter == null ? null : filter.json())
                .with("to", to)
                .toString();
    }

    @Override
    public CustomerFilter read(String json) {
        return described(filters.read(json));
    }

    @Override
    public CustomerFilter readKept(String json) {
        return described(filters.readKept(json));
    }

    private CustomerFilter described(Filter filter) {
        AskedFields asked = Filters.fields(filter);
        return new CustomerFilter(
                filters.write(filter), telling.sentence(filter), asked.fields(), asked.customFields());
    }

    @Override
    public CustomerSet matching(CustomerFilter filter) {
        Condition chosen = condition(filter);
        return warehouse.query(database -> CustomerSet.collect(add -> {
            try (var ids =
                    database.select(CUSTOMER.ID).from(CUSTOMER).where(chosen).fetchLazy()) {
                ids.forEach(row -> add.accept(Objects.requireNonNull(row.value1())));
            }
        }));
    }

    private Condition condition(@Nullable CustomerFilter filter) {
        if (filter == null) {
            return trueCondition();
        }
        LocalDate today = days.of(null).day();
        return Filters.sql(filters.readKept(filter.json()), today);
    }

    @Override
    public List<CustomerPosition> page(
            @Nullable CustomerFilter filter,
            ListColumn order,
            boolean descending,
            @Nullable CustomerPosition after,
            int limit) {
        Condition chosen = condition(filter);
        return warehouse.query(
                database -> new ListPage(database, chosen, ListValue.of(order), descending).fetch(after, limit));
    }
}
