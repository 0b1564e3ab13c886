package io.legame.customers;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The customers of a list in its order. Few of those chosen are asked for by their numbers; of many, the columnar copy
 * tells the order, or, where it cannot, the list is read in stretches and the others are passed over.
 */
final class CustomerPositions {
    /** PostgreSQL finds and sorts so many by their numbers in some ten milliseconds. */
    private static final int FEW = 20_000;

    /** As many are looked for by what is typed, which leaves few to sort. */
    private static final int FEW_FOUND = 50_000;

    private static final int AT_ONCE = 2_000;

    /** Who is archived is found, and not listed. */
    private static final Condition HERE = DSL.condition("c.left_as is null");

    private final DSLContext database;
    private final Supplier<CustomerFilters> filters;
    private final CustomerQuery query;
    private final Typed typed;
    private @Nullable CustomerSet chosen;

    /** @param home where phones without prefix are, ISO 3166-1 alpha-2 */
    CustomerPositions(DSLContext database, Supplier<CustomerFilters> filters, CustomerQuery query, String home) {
        this.database = database;
        this.filters = filters;
        this.query = query;
        this.typed = Typed.of(query.search() == null ? "" : query.search(), home);
    }

    /** The order of names tells the addresses of those who have no name. */
    boolean tellAddresses() {
        return order() == CustomerOrder.NAME && typed.isEmpty();
    }

    private ListColumn order() {
        return Objects.requireNonNullElse(query.order(), CustomerOrder.NAME);
    }

    List<CustomerPosition> fetch(@Nullable CustomerPosition after, int limit) {
        boolean everybody = VisibleCustomers.everybody();
        boolean indexed = order() instanceof CustomerOrder;
        if (typed.isEmpty() && everybody && query.filter() == null && !indexed) {
            return filters.get().page(null, order(), query.descending(), after, limit);
        }
        CustomerSet among = chosen();
        if (among == null || isFew(among)) {
            return stretch(after, limit);
        }
        return typed.isEmpty() && everybody
                ? filters.get().page(query.filter(), order(), query.descending(), after, limit)
                : passingOver(among, after, limit);
    }

    private @Nullable CustomerSet chosen() {
        if (chosen == null && query.filter() != null) {
            CustomerSet matching = filters.get().matching(query.filter());
            chosen = VisibleCustomers.everybody() ? matching : matching.and(visible());
        }
        return chosen;
    }

    private boolean isFew(CustomerSet among) {
        return among.size() <= (typed.isEmpty() ? FEW : FEW_FOUND);
    }

    /** Those chosen, where they are few; else everybody. */
    private List<CustomerPosition> stretch(@Nullable CustomerPosition after, int limit) {
        if (typed.isEmpty()) {
            return new OrderedCustomers(
                            database,
                            OrderValue.of(order()),
                            query.descending(),
                            HERE.and(VisibleCustomers.condition()).and(amongFew()))
                    .fetch(after, limit);
        }
        var search = new CustomerSearch(database, typed, amongFew());
        return query.order() == null
                ? search.fetch(after, limit)
                : search.fetch(OrderValue.of(query.order()), query.descending(), after, limit);
    }

    private Condition amongFew() {
        CustomerSet among = chosen();
        return among == null || !isFew(among)
                ? DSL.trueCondition()
                : DSL.condition("c.id = any (?)", (Object) among.toArray());
    }

    private List<CustomerPosition> passingOver(CustomerSet among, @Nullable CustomerPosition after, int limit) {
        var found = new ArrayList<CustomerPosition>();
        CustomerPosition last = after;
        while (true) {
            List<CustomerPosition> next = stretch(last, AT_ONCE);
            for (CustomerPosition position : next) {
                if (among.contains(position.id())) {
                    found.add(position);
                    if (found.size() == limit) {
                        return found;
                    }
                }
            }
            if (next.size() < AT_ONCE) {
                return found;
            }
            last = next.getLast();
        }
    }

    /** What somebody types may be found by half of all: they are counted up to one more than {@code most}. */
    long count(int most) {
        if (!typed.isEmpty()) {
            return fetch(null, most + 1).size();
        }
        CustomerSet among = chosen();
        return among == null ? new CustomerCount(database).count().all() : among.size();
    }

    CustomerSet all() {
        if (typed.isEmpty()) {
            CustomerSet among = chosen();
            return among == null ? visible() : among;
        }
        var search = new CustomerSearch(database, typed, amongFew());
        CustomerSet found = query.order() == null ? search.all() : search.withoutSlips();
        CustomerSet among = chosen();
        return among == null ? found : found.and(among);
    }

    /** Everybody whom the reader sees; a transaction keeps them from being read at once. */
    private CustomerSet visible() {
        return CustomerSet.collect(add -> {
            try (var rows = database.resultQuery(
                            "select c.id from customers.customer c where {0}", HERE.and(VisibleCustomers.condition()))
                    .fetchSize(10_000)
                    .fetchLazy()) {
                rows.forEach(row -> add.accept(row.get(0, Long.class)));
            }
        });
    }
}
