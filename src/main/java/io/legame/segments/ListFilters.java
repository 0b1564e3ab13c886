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
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The language of segments for the list of customers. Who lacks the unique key is in the list, unlike in a segment. */
@Component
class ListFilters implements CustomerFilters {
    private static final int MOST_ANSWERED = 50;

    private final Filters filters;
    private final Telling telling;
    private final Warehouse warehouse;
    private final AsOf.Days days;
    private final Map<String, Known> answered = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > MOST_ANSWERED;
        }
    });

    /** @param state of the warehouse then */
    private record Known(String state, CustomerSet customers) {}

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

    /** Who pages through a list asks the same again: the answer is kept as long as the warehouse is what it was. */
    @Override
    public CustomerSet matching(CustomerFilter filter) {
        LocalDate today = days.of(null).day();
        String question = today + filter.json();
        return warehouse.query(database -> {
            String state = Warehouse.state(database);
            Known known = answered.get(question);
            if (known == null || !known.state().equals(state)) {
                known = new Known(state, ids(database, Filters.sql(filters.readKept(filter.json()), today)));
                answered.put(question, known);
            }
            return known.customers();
        });
    }

    private static CustomerSet ids(DSLContext database, Condition chosen) {
        return CustomerSet.collect(add -> {
            try (var ids =
                    database.select(CUSTOMER.ID).from(CUSTOMER).where(chosen).fetchLazy()) {
                ids.forEach(row -> add.accept(Objects.requireNonNull(row.value1())));
            }
        });
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
