package io.legame.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Groups of records that are the same, from pairs: connected components, strongest pairs first. A chain is not followed
 * blindly: two groups become one when so large a share of the pairs between them is there. Without that guard one wrong
 * pair joins whole families, and a hundred customers become one.
 */
public final class Clusters {
    private final double minimumShare;
    private final Map<Long, Long> parents = new HashMap<>();
    private final Map<Long, Integer> sizes = new HashMap<>();
    /** By a group and another one: how many pairs there are between them. */
    private final Map<Long, Map<Long, Integer>> between = new HashMap<>();
    /** By a group those that it must not become one with. */
    private final Map<Long, Set<Long>> apart = new HashMap<>();

    private Clusters(double minimumShare) {
        this.minimumShare = minimumShare;
    }

    /** Two records that are never in one group, whatever there is between them. */
    public record Apart(long first, long second) {}

    /** The same with nothing known to be apart. */
    public static List<List<Long>> of(Collection<Pair> pairs, double minimumShare) {
        return of(pairs, minimumShare, List.of());
    }

    /**
     * The groups of two records and more, their ids in ascending order, the group of the smallest id first.
     *
     * @param pairs in any order, each once
     * @param minimumShare of the pairs between two groups, 0 to 1; with 0 any pair joins them
     */
    public static List<List<Long>> of(Collection<Pair> pairs, double minimumShare, Collection<Apart> apart) {
        var clusters = new Clusters(minimumShare);
        for (Apart two : apart) {
            clusters.apart(two.first()).add(two.second());
            clusters.apart(two.second()).add(two.first());
        }
        pairs.stream()
                .sorted(Comparator.comparingDouble(Pair::weight)
                        .reversed()
                        .thenComparingLong(Pair::first)
                        .thenComparingLong(Pair::second))
                .forEach(clusters::add);
        return clusters.groups();
    }

    private void add(Pair pair) {
        long one = root(pair.first());
        long other = root(pair.second());
        if (one == other || apart(one).contains(other)) {
            return;
        }
        int count = between(one).merge(other, 1, Integer::sum);
        between(other).put(one, count);
        if (count >= minimumShare * size(one) * size(other)) {
            join(Math.min(one, other), Math.max(one, other));
        }
    }

    private void join(long kept, long gone) {
        parents.put(gone, kept);
        sizes.put(kept, size(kept) + size(gone));
        between(kept).remove(gone);
        between(gone).forEach((neighbour, count) -> {
            if (neighbour != kept) {
                int sum = between(kept).merge(neighbour, count, Integer::sum);
                between(neighbour).put(kept, sum);
                between(neighbour).remove(gone);
            }
        });
        between.remove(gone);
        for (long other : apart(gone)) {
            apart(other).remove(gone);
            apart(other).add(kept);
            apart(kept).add(other);
        }
        apart.remove(gone);
    }

    private Map<Long, Integer> between(long group) {
        return between.computeIfAbsent(group, none -> new HashMap<>());
    }

    private Set<Long> apart(long group) {
        return apart.computeIfAbsent(group, none -> new HashSet<>());
    }

    private int size(long group) {
        return sizes.getOrDefault(group, 1);
    }

    private long root(long id) {
        long root = id;
        for (Long parent = parents.get(root); parent != null; parent = parents.get(root)) {
            root = parent;
        }
        if (root != id) {
            parents.put(id, root);
        }
        return root;
    }

    private List<List<Long>> groups() {
        var groups = new HashMap<Long, List<Long>>();
        for (long id : between.keySet()) {
            groups.computeIfAbsent(root(id), none -> new ArrayList<>()).add(id);
        }
        for (long id : List.copyOf(parents.keySet())) {
            groups.computeIfAbsent(root(id), none -> new ArrayList<>()).add(id);
        }
        return groups.values().stream()
                .map(group -> group.stream().distinct().sorted().toList())
                .filter(group -> group.size() > 1)
                .sorted(Comparator.comparingLong(List::getFirst))
                .toList();
    }
}
