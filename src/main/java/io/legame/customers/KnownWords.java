package io.legame.customers;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.DSLContext;

/** The words that names have or had: what somebody who mistyped one may have meant. */
final class KnownWords {
    private static final int SHORTEST = 3;
    private static final int LONGEST = 40;
    private static final int MOST = 64;

    private final DSLContext database;

    KnownWords(DSLContext database) {
        this.database = database;
    }

    void add(Collection<CustomerState> customers) {
        String[] words = customers.stream()
                .flatMap(customer -> Typed.words(customer.row().getSortName()).stream())
                .filter(word -> word.length() >= SHORTEST && word.length() <= LONGEST)
                .distinct()
                // two writers never wait for each other in a circle
                .sorted()
                .toArray(String[]::new);
        database.execute("""
                insert into customers.known_word select word from unnest(?::text[]) word on conflict do nothing
                """, (Object) words);
    }

    /** The words that may be meant, but for those that begin so, with what the slips cost; the nearest first. */
    Map<String, Integer> near(String typed) {
        var near = new LinkedHashMap<String, Integer>();
        if (Slips.forgiven(typed) == 0) {
            return near;
        }
        database
                .resultQuery(
                        "select word from customers.known_word where customers.slip_keys(word) && ?::text[]",
                        (Object) Slips.keys(typed).toArray(String[]::new))
                .fetch(0, String.class)
                .stream()
                .map(word -> Map.entry(word, Slips.cost(typed, word)))
                .filter(word -> word.getValue() > 0 && word.getValue() < Slips.FAR)
                .sorted(Comparator.comparingInt((Map.Entry<String, Integer> word) -> word.getValue())
                        .thenComparingInt(word -> Math.abs(word.getKey().length() - typed.length()))
                        .thenComparing(Map.Entry::getKey))
                .limit(MOST)
                .forEach(word -> near.put(word.getKey(), word.getValue()));
        return near;
    }
}
