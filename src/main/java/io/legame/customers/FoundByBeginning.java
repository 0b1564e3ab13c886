package io.legame.customers;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Customers with a value that begins as one of some texts, in the order of that value, by the index that it has. */
final class FoundByBeginning implements Finding {
    /** Texts from {@code low} to before {@code high}. */
    private record Ranges(List<String> low, List<String> high) {
        static Ranges beginning(Collection<String> texts) {
            return new Ranges(
                    List.copyOf(texts), texts.stream().map(Ranges::end).toList());
        }

        /** Nothing but the texts. */
        static Ranges whole(Collection<String> texts) {
            return new Ranges(
                    List.copyOf(texts),
                    texts.stream().map(text -> text + "\u0001").toList());
        }

        /** @param whole whether nothing may follow */
        static Ranges of(Collection<String> texts, boolean whole) {
            return whole ? whole(texts) : beginning(texts);
        }

        /** The texts alone, or more words after them. */
        static Ranges words(Collection<String> texts) {
            return new Ranges(
                    texts.stream().flatMap(text -> Stream.of(text, text + " ")).toList(),
                    texts.stream()
                            .flatMap(text -> Stream.of(text + "\u0001", end(text + " ")))
                            .toList());
        }

        /** No character is greater than this one. */
        private static String end(String beginning) {
            return beginning + Character.toString(Character.MAX_CODE_POINT);
        }

        static String[] array(List<String> texts) {
            return texts.toArray(String[]::new);
        }

        Condition condition(String sql) {
            return DSL.condition(sql, (Object) array(low), (Object) array(high));
        }
    }

    private final DSLContext database;
    private final Ranges ranges;
    private final String rows;
    private final String value;
    private final String id;
    private final Condition first;
    private final Condition matching;

    /**
     * @param rows of the values, among them those of {@code customers.customer c}
     * @param first whether a row's value is the first of its customer's in the ranges
     * @param matching whether c has such a value
     */
    private FoundByBeginning(
            DSLContext database,
            Ranges ranges,
            String rows,
            String value,
            String id,
            Condition first,
            Condition matching) {
        this.database = database;
        this.ranges = ranges;
        this.rows = rows;
        this.value = value;
        this.id = id;
        this.first = first;
        this.matching = matching;
    }

    /** By the beginning of the name, as the order of names has it. */
    static FoundByBeginning names(DSLContext database, String name) {
        return ofCustomer(database, Ranges.beginning(List.of(name)), "c.sort_name", DSL.trueCondition());
    }

    /** By whole words at the beginning of the name: one of the texts. */
    static FoundByBeginning wholeNames(DSLContext database, Collection<String> texts) {
        return ofCustomer(database, Ranges.words(texts), "c.sort_name", DSL.trueCondition());
    }

    /** By the beginning of the name, which is that of one of the words, and all the words wherever they are. */
    static FoundByBeginning names(DSLContext database, Collection<String> words, FoundByWords all) {
        return ofCustomer(database, Ranges.beginning(words), "c.sort_name", all.matches());
    }

    /** @param whole whether the beginnings are the whole numbers */
    static FoundByBeginning phones(DSLContext database, Collection<String> beginnings, boolean whole) {
        return ofCustomer(database, Ranges.of(beginnings, whole), "(c.phone collate \"C\")", DSL.trueCondition());
    }

    /** @param also what else must be true of the customer */
    private static FoundByBeginning ofCustomer(DSLContext database, Ranges ranges, String value, Condition also) {
        Condition matching = ranges.condition(
                        "exists (select from unnest(?::text[], ?::text[]) as r (low, high) where %1$s >= r.low"
                                        .formatted(value)
                                + " and %1$s < r.high)".formatted(value))
                .and(also);
        return new FoundByBeginning(database, ranges, "customers.customer c", value, "c.id", also, matching);
    }

    /**
     * By anything that a customer is known by, but for phones.
     *
     * @param whole whether the beginnings are the whole values
     */
    static FoundByBeginning identities(DSLContext database, Collection<String> beginnings, boolean whole) {
        Ranges ranges = Ranges.of(beginnings, whole);
        String ofCustomer = """
                from customers.identity o
                where o.customer_id = c.id and o.kind not in ('details', 'phone') and (
                    select bool_or(lower(o.value) >= s.low and lower(o.value) < s.high)
                    from unnest(?::text[], ?::text[]) as s (low, high))
                """;
        return new FoundByBeginning(
                database,
                ranges,
                "customers.identity i join customers.customer c on c.id = i.customer_id",
                "lower(i.value)",
                "i.customer_id",
                // coalesce: else the planner takes it for rare, and sorts all instead of following the index
                ranges.condition("i.kind not in ('details', 'phone') and coalesce(lower(i.value) = (select"
                        + " min(lower(o.value)) " + ofCustomer + "), false)"),
                // the count: else the planner may begin with all such values instead of those of the customer
                ranges.condition("(select count(*) " + ofCustomer + ") > 0"));
    }

    @Override
    public Condition matches() {
        return matching;
    }

    @Override
    public List<CustomerHit> fetch(Condition open, @Nullable CustomerHit after, int limit) {
        Condition page = after == null
                ? DSL.trueCondition()
                : DSL.condition("(" + value + ", " + id + ") > (?, ?)", after.value(), after.id());
        // coalesce: else the planner expects next to nobody, and sorts all in the range instead of following the index
        return database.resultQuery(
                        """
                        select distinct hit.value, hit.id
                        from unnest({0}::text[], {1}::text[]) as r (low, high)
                        cross join lateral (
                            select {2} as value, {3} as id from {4}
                            where {2} >= r.low and {2} < r.high and coalesce({5} and {6}, false) and {7}
                            order by 1, 2 limit {8}) hit
                        order by 1, 2 limit {8}
                        """,
                        DSL.val(Ranges.array(ranges.low())),
                        DSL.val(Ranges.array(ranges.high())),
                        DSL.sql(value),
                        DSL.sql(id),
                        DSL.sql(rows),
                        first,
                        open,
                        page,
                        DSL.inline(limit))
                .fetch(row -> new CustomerHit(row.get(1, Long.class), row.get(0, String.class)));
    }
}
