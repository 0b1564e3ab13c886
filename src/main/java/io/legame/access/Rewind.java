package io.legame.access;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What taking a change set back means for one record: the values its fields go back to. Changes that were taken back
 * already count as if they had never been, and so does their taking back; also where a value stayed then, because it had
 * been written over.
 *
 * @param back by field, the value of before the change set
 * @param stays the fields that the change set wrote and somebody else has written since
 * @param others the fields that somebody else wrote at any time
 */
public record Rewind<T>(Map<String, T> back, Set<String> stays, Set<String> others) {
    /**
     * One change of the record.
     *
     * @param before by field, the values of before
     */
    public record Change<T>(ChangeSetId by, Map<String, T> before) {}

    /**
     * @param newestFirst all changes of the record
     * @param undone the change sets that were taken back, by those that did it
     */
    public static <T> Rewind<T> of(
            ChangeSetId what, List<Change<T>> newestFirst, Map<ChangeSetId, ChangeSetId> undone) {
        var rewind = new Rewind<T>(new LinkedHashMap<>(), new HashSet<>(), new HashSet<>());
        var overwritten = new HashSet<String>();
        var cancelled = new HashMap<String, Deque<ChangeSetId>>();
        var gone = Set.copyOf(undone.values());
        for (Change<T> change : newestFirst) {
            ChangeSetId undoes = undone.get(change.by());
            change.before().forEach((field, value) -> {
                Deque<ChangeSetId> open = cancelled.computeIfAbsent(field, each -> new ArrayDeque<>());
                if (undoes != null) {
                    open.push(undoes);
                } else if (!isCancelled(change.by(), open)) {
                    rewind.take(whose(change.by(), what, gone), field, value, overwritten);
                }
            });
        }
        return rewind;
    }

    /** An undo took back the changes of its set as far as nobody else's lies between. */
    private static boolean isCancelled(ChangeSetId by, Deque<ChangeSetId> open) {
        while (!open.isEmpty() && !open.peek().equals(by)) {
            open.pop();
        }
        return !open.isEmpty();
    }

    private enum Whose {
        OURS,
        /** Of a set that was taken back before. */
        GONE,
        OTHERS
    }

    private static Whose whose(ChangeSetId by, ChangeSetId what, Set<ChangeSetId> gone) {
        return by.equals(what) ? Whose.OURS : gone.contains(by) ? Whose.GONE : Whose.OTHERS;
    }

    private void take(Whose whose, String field, T value, Set<String> overwritten) {
        switch (whose) {
            case OTHERS -> {
                overwritten.add(field);
                others.add(field);
            }
            case OURS -> {
                if (!overwritten.contains(field)) {
                    // the oldest of its changes that nobody else's interrupts
                    back.put(field, value);
                } else if (!back.containsKey(field)) {
                    stays.add(field);
                }
            }
            case GONE -> {
                // what it left behind was only there because ours had written over it
                if (!overwritten.contains(field) && back.containsKey(field)) {
                    back.put(field, value);
                }
            }
        }
    }
}
