package io.legame.customers;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;

/** The names of companies that customers carry, by their keys. */
final class CompanyTable {
    /** Of a company with thousands of customers, as many are looked at as show how it is written. */
    private static final int LOOKED_AT = 50;

    private static final int MOST = 50;

    /** Of all names that begin or sound alike. */
    private static final int MOST_CUSTOMERS = 5_000;

    private final DSLContext database;
    private final String table;
    private final String longestFirst;

    /**
     * @param table of customers, called c
     * @param longestFirst the order in which they came
     */
    CompanyTable(DSLContext database, String table, String longestFirst) {
        this.database = database;
        this.table = table;
        this.longestFirst = longestFirst;
    }

    /** By key, the wordings of who is here longest first, companies before people. */
    Map<String, Set<String>> of(Collection<String> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        return names(database.fetch(
                """
                        select wanted.key, c.company_name
                        from unnest(?::text[]) as wanted (key)
                        cross join lateral (
                            select c.company_name, c.kind, c.id from %s where c.company_key = wanted.key collate "C"
                            order by c.kind, %s limit %d) c
                        order by wanted.key, c.kind, %s
                        """.formatted(table, longestFirst, LOOKED_AT, longestFirst), (Object) keys.toArray(String[]::new)));
    }

    /**
     * @param names its wordings, the most frequent first
     * @param customers that carry it, up to some thousands
     */
    record Company(String key, List<String> names, long customers) {}

    /** Those that sound so. */
    List<Company> sounding(Collection<String> sounds) {
        return companies(
                """
                select c.company_key, c.company_name, count(*) as customers
                from unnest(?::text[]) as wanted (sound)
                cross join lateral (
                    select c.company_key, c.company_name from %s
                    where c.company_sound = wanted.sound collate "C" limit %d) c
                group by 1, 2
                """.formatted(table, MOST_CUSTOMERS), Integer.MAX_VALUE, (Object) sounds.toArray(String[]::new));
    }

    /** Those with most customers whose keys begin so. */
    List<Company> beginning(String beginning) {
        return companies("""
                select c.company_key, c.company_name, count(*) as customers
                from (
                    select c.company_key, c.company_name from %s
                    where c.company_key >= ? collate "C" and c.company_key < (? || chr(1114111)) collate "C"
                    limit %d) c
                group by 1, 2
                """.formatted(table, MOST_CUSTOMERS), MOST, beginning, beginning);
    }

    /** @param named the keys with their names and how many customers carry each name */
    private List<Company> companies(String named, int limit, Object... values) {
        return database.fetch("""
                        select company_key, array_agg(company_name order by customers desc, company_name),
                            sum(customers)::bigint
                        from (%s) named
                        group by 1 order by 3 desc, 1 limit %d
                        """.formatted(named, limit), values)
                .map(row -> new Company(
                        row.get(0, String.class), List.of(row.get(1, String[].class)), row.get(2, Long.class)));
    }

    private static Map<String, Set<String>> names(List<Record> rows) {
        var names = new HashMap<String, Set<String>>();
        rows.forEach(row -> names.computeIfAbsent(row.get(0, String.class), key -> new LinkedHashSet<>())
                .add(row.get(1, String.class)));
        return names;
    }
}
