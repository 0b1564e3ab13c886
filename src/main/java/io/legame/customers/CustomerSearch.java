package io.legame.customers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Customers who match what somebody types: whole words before beginnings, the beginning of the name before its other words,
 * names before numbers, slips last. Each way of matching is a part of the list, in an order of its own.
 */
final class CustomerSearch {
    /** Of several words with slips, as many customers are compared with what was typed. */
    private static final int COMPARED = 300;

    private final DSLContext database;
    private final Typed typed;
    private final Condition visible;
    private final List<Finding> ways;

    /** @param among of whom they are looked for, in terms of {@code customers.customer c} */
    CustomerSearch(DSLContext database, Typed typed, Condition among) {
        SeenFields seen = SeenFields.current(database);
        this.database = database;
        this.typed = typed;
        Condition visible = VisibleCustomers.condition().and(among);
        // who has no name is found by the words of the address
        this.visible = seen.full(CustomerField.EMAIL)
                ? visible
                : visible.and("coalesce(c.family_name, c.given_name, c.company_name) is not null");
        this.ways = ways(database, typed, seen);
    }

    /** What is not seen is found by nothing but the whole value: letter by letter it could be guessed. */
    private static List<Finding> ways(DSLContext database, Typed typed, SeenFields seen) {
        boolean wholeNumbers = !seen.custom().isEmpty()
                || Stream.of(Identity.Kind.values())
                        .anyMatch(kind -> kind != Identity.Kind.DETAILS && !seen.full(kind.field()));
        boolean wholePhones = !seen.full(CustomerField.PHONE);
        var ways = new ArrayList<Finding>();
        List<String> words = typed.words();
        if (!words.isEmpty()) {
            ways.add(FoundByBeginning.wholeNames(database, List.of(typed.name())));
            ways.add(FoundByWords.of(database, wholeAtTheEnd(words)));
            ways.add(FoundByBeginning.names(database, typed.name()));
            FoundByWords anywhere = FoundByWords.of(database, beginnings(words));
            if (words.size() > 1) {
                // those are often together in the order of names, and far from its beginning
                ways.add(FoundByBeginning.names(database, words, anywhere));
            }
            ways.add(anywhere);
        }
        ways.add(FoundByBeginning.identities(database, typed.identities(), wholeNumbers));
        for (Set<String> phones : List.of(typed.phones(), typed.phonesAbroad())) {
            if (!phones.isEmpty()) {
                ways.add(FoundByBeginning.phones(database, phones, wholePhones));
                ways.add(FoundByWords.phones(database, phones, wholePhones));
            }
        }
        return ways;
    }

    private static List<List<FoundByWords.Word>> beginnings(List<String> words) {
        return words.stream()
                .map(word -> List.of(new FoundByWords.Word(word, false)))
                .toList();
    }

    /** Who types goes on to the next word when one is complete. */
    private static List<List<FoundByWords.Word>> wholeAtTheEnd(List<String> words) {
        var whole = new ArrayList<>(beginnings(words));
        whole.set(whole.size() - 1, List.of(new FoundByWords.Word(words.getLast(), true)));
        return whole;
    }

    /** The best first. */
    List<CustomerPosition> fetch(@Nullable CustomerPosition after, int limit) {
        var found = new ArrayList<CustomerPosition>();
        Condition open = visible;
        for (int part = 0; part < ways.size() && found.size() < limit; part++) {
            Finding way = ways.get(part);
            if (after == null || after.part() <= part) {
                CustomerHit last = after == null || after.part() < part || after.value() == null
                        ? null
                        : new CustomerHit(after.id(), after.value());
                for (CustomerHit hit : way.fetch(open, last, limit - found.size())) {
                    found.add(new CustomerPosition(part, hit.value(), hit.id()));
                }
            }
            open = open.and(DSL.not(way.matches()));
        }
        if (found.size() < limit) {
            long last = after == null || after.part() < ways.size() ? 0 : after.id();
            slips(last, limit - found.size())
                    .forEach(hit -> found.add(new CustomerPosition(ways.size(), hit.value(), hit.id())));
        }
        return found;
    }

    /** @param after the last one of the stretch before; 0 for the first stretch */
    private List<CustomerHit> slips(long after, int limit) {
        List<CustomerHit> all = slips(COMPARED);
        int begin = 0;
        while (after > 0 && begin < all.size() && all.get(begin).id() != after) {
            begin++;
        }
        return all.stream().skip(after > 0 ? begin + 1L : 0).limit(limit).toList();
    }

    /** In the order of a value. */
    List<CustomerPosition> fetch(OrderValue order, boolean descending, @Nullable CustomerPosition after, int limit) {
        Condition any = DSL.or(ways.stream().map(Finding::matches).toList());
        Condition found = FoundByWords.areMany(database, any)
                ? any.and(visible)
                : DSL.condition("c.id = any (?)", (Object) exact());
        return new OrderedCustomers(database, order, descending, found).fetch(after, limit);
    }

    /** Everybody of the list: those with slips, too. */
    CustomerSet all() {
        return CustomerSet.collect(add -> {
            ways.forEach(way -> way.fetch(visible, null, Integer.MAX_VALUE).forEach(hit -> add.accept(hit.id())));
            slips(COMPARED).forEach(hit -> add.accept(hit.id()));
        });
    }

    /** The same of a list in the order of a value, which has slips only when there is nothing else. */
    CustomerSet withoutSlips() {
        return CustomerSet.collect(add -> Stream.of(exact()).forEach(add::accept));
    }

    private Long[] exact() {
        Long[] exact = ways.stream()
                .flatMap(way -> way.fetch(visible, null, Integer.MAX_VALUE).stream())
                .map(CustomerHit::id)
                .distinct()
                .toArray(Long[]::new);
        return exact.length > 0
                ? exact
                : slips(COMPARED).stream().map(CustomerHit::id).toArray(Long[]::new);
    }

    /** Whoever matches but for slips: the fewest slips first, then in the order of names. */
    private List<CustomerHit> slips(int limit) {
        List<String> words = typed.words();
        var near = new LinkedHashMap<String, Map<String, Integer>>();
        words.forEach(word -> near.put(word, new KnownWords(database).near(word)));
        if (near.values().stream().allMatch(Map::isEmpty)) {
            return List.of();
        }
        Condition open = visible.and(
                DSL.and(ways.stream().map(way -> DSL.not(way.matches())).toList()));
        List<CustomerHit> found = words.size() == 1
                ? oneWord(near.getOrDefault(words.getFirst(), Map.of()), open, limit)
                : FoundByWords.of(
                                database,
                                words.stream().map(word -> meant(word, near)).toList())
                        .fetch(open, null, Math.max(limit, COMPARED));
        return found.stream()
                .sorted(Comparator.comparingInt((CustomerHit hit) -> cost(words, hit)))
                .limit(limit)
                .toList();
    }

    /** The nearest words first, until there are enough customers. */
    private List<CustomerHit> oneWord(Map<String, Integer> near, Condition open, int limit) {
        var byCost = new TreeMap<Integer, List<String>>();
        near.forEach((word, cost) ->
                byCost.computeIfAbsent(cost, key -> new ArrayList<>()).add(word));
        var found = new LinkedHashMap<Long, CustomerHit>();
        for (List<String> words : byCost.values()) {
            // last names are all in one place, which who follows the order of names comes to late
            var first = FoundByBeginning.wholeNames(database, words);
            var anywhere = FoundByWords.of(
                    database,
                    List.of(words.stream()
                            .map(word -> new FoundByWords.Word(word, true))
                            .toList()));
            add(found, first, open, limit);
            add(found, anywhere, open.and(DSL.not(first.matches())), limit);
        }
        return List.copyOf(found.values());
    }

    private static void add(Map<Long, CustomerHit> found, Finding way, Condition open, int limit) {
        if (found.size() < limit) {
            way.fetch(open, null, limit).forEach(hit -> found.putIfAbsent(hit.id(), hit));
        }
    }

    private static List<FoundByWords.Word> meant(String word, Map<String, Map<String, Integer>> near) {
        var meant = new ArrayList<>(List.of(new FoundByWords.Word(word, false)));
        near.getOrDefault(word, Map.of()).keySet().forEach(other -> meant.add(new FoundByWords.Word(other, true)));
        return meant;
    }

    private static int cost(List<String> words, CustomerHit hit) {
        List<String> name = Typed.words(hit.value());
        return words.stream()
                .mapToInt(word -> name.stream()
                        .mapToInt(other -> Slips.cost(word, other))
                        .min()
                        .orElse(Slips.FAR))
                .sum();
    }
}
