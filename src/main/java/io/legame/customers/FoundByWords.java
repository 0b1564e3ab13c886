package io.legame.customers;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Customers in whose names every one of some words is, wherever it is, in the order of names.
 *
 * <p>Where they are many, the order of names is followed until enough are found; where they are few, all are found by their
 * words and put in order. A look at some pages of the table tells which: either way would take a second for the other.
 */
final class FoundByWords implements Finding {
    /** Of some hundred to a thousand customers looked at. */
    private static final int MANY = 5;

    private static final String SOME_PAGES = "customers.customer c tablesample system (least(100, 100.0 * 40 * 8192"
            + " / greatest(1, pg_relation_size('customers.customer'))))";

    private final DSLContext database;
    private final String query;
    private final Condition matching;

    private FoundByWords(DSLContext database, String query, Condition matching) {
        this.database = database;
        this.query = query;
        this.matching = matching;
    }

    /**
     * A word of a name.
     *
     * @param whole whether it is the whole word, or its beginning
     */
    record Word(String text, boolean whole) {
        /** As the index has it: the first word of a name has a sign before it. */
        private String query() {
            String end = whole ? "'" : "':*";
            return "'" + text + end + " | '^" + text + end;
        }

        private String pattern() {
            return whole ? "% " + text + " %" : "% " + text + "%";
        }
    }

    /** @param words of each word of a name what it may be, none of them with a sign */
    static FoundByWords of(DSLContext database, List<? extends Collection<Word>> words) {
        String query = selective(words).stream()
                .map(of -> of.stream().map(Word::query).collect(Collectors.joining(" | ", "(", ")")))
                .collect(Collectors.joining(" & "));
        Condition matching = DSL.and(words.stream()
                .map(of ->
                        DSL.condition("' ' || customers.plain_name(c.sort_name) || ' ' like any (?::text[])", (Object)
                                of.stream().map(Word::pattern).toArray(String[]::new)))
                .toList());
        return new FoundByWords(database, query, matching);
    }

    /** The index reads a tenth of itself for a beginning of two letters: the longer words alone leave few to look at. */
    private static List<? extends Collection<Word>> selective(List<? extends Collection<Word>> words) {
        List<? extends Collection<Word>> longer = words.stream()
                .filter(of ->
                        of.stream().allMatch(word -> word.whole() || word.text().length() > 2))
                .toList();
        return longer.isEmpty() ? words : longer;
    }

    /**
     * By their further phones, which are in the same index.
     *
     * @param whole whether the beginnings are the whole numbers
     */
    static FoundByWords phones(DSLContext database, Collection<String> beginnings, boolean whole) {
        String query = beginnings.stream()
                .map(beginning -> "'" + beginning + (whole ? "'" : "':*"))
                .collect(Collectors.joining(" | "));
        Condition matching = DSL.condition(
                "exists (select from unnest(c.other_phones) number where number like any (?::text[]))",
                (Object) beginnings.stream()
                        .map(beginning -> beginning + (whole ? "" : "%"))
                        .toArray(String[]::new));
        return new FoundByWords(database, query, matching);
    }

    @Override
    public Condition matches() {
        return matching;
    }

    @Override
    public List<CustomerHit> fetch(Condition open, @Nullable CustomerHit after, int limit) {
        Condition page = after == null
                ? DSL.trueCondition()
                : DSL.condition("(c.sort_name, c.id) > (?, ?)", after.value(), after.id());
        // all of them are sooner found by their words
        boolean many = limit < Integer.MAX_VALUE && areMany(database, matching.and(open));
        return (many
                        ? database.resultQuery(
                                "select c.id, c.sort_name from customers.customer c where {0} and {1} and {2}"
                                        + " order by c.sort_name, c.id limit {3}",
                                matching, open, page, DSL.inline(limit))
                        // the planner would guess what a query that it can read finds, and guess wrong
                        : database.resultQuery("""
                                with hit as materialized (
                                    select c.* from (select {0}::tsquery as words offset 0) typed
                                    join customers.customer c
                                        on customers.found_by(c.sort_name, c.other_phones) @@ typed.words)
                                select c.id, c.sort_name from hit c where {1} and {2} and {3}
                                order by c.sort_name, c.id limit {4}
                                """, DSL.val(query), matching, open, page, DSL.inline(limit)))
                .fetch(row -> new CustomerHit(row.get(0, Long.class), row.get(1, String.class)));
    }

    /** Whether so many match that following an order finds a page of them soon. */
    static boolean areMany(DSLContext database, Condition matching) {
        return database.resultQuery("select count(*) from " + SOME_PAGES + " where {0}", matching)
                        .fetchSingle()
                        .get(0, Integer.class)
                >= MANY;
    }
}
