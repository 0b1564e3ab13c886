package io.legame.access;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What taking a change set back means for one record: the values its fields go back to.
 *
 * @param back by field, the value of before the change set
 * @param stays the fields that the change set wrote and somebody else has written since
 */
public record Rewind<T>(Map<String, T> back, Set<String> stays) {
    /**
     * One change of the record.
     *
     * @param before by field, the values of before
     */
    public record Change<T>(ChangeSetId by, Map<String, T> before) {}

    /** @param newestFirst all changes of the record */
    public static <T> Rewind<T> of(ChangeSetId what, List<Change<T>> newestFirst) {
        var overwritten = new HashSet<String>();
        var back = new LinkedHashMap<String, T>();
        var stays = new HashSet<String>();
        for (Change<T> change : newestFirst) {
            boolean ours = change.by().equals(what);
            change.before().forEach((field, value) -> {
                if (!ours) {
                    overwritten.add(field);
                } else if (!overwritten.contains(field)) {
                    // the oldest of its changes that nobody else's interrupts
                    back.put(field, value);
                } else if (!back.containsKey(field)) {
                    stays.add(field);
                }
            });
        }
        return new Rewind<>(back, stays);
    }
}
