package io.legame.segments;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All that the language and its builder need to know about one kind of {@link Condition}. */
interface ConditionKind {
    /** The property by which JSON tells the kind from the others. */
    String property();

    /** Reads the condition strictly. */
    Condition read(JsonPlace place);

    /** The JSON Schema (2020-12) of the condition. */
    Map<String, Object> schema();

    /** All texts that tell such a condition: the way back of {@link Condition#phrase}. */
    default void wordings(Wordings wordings) {}

    /** What the builder offers to add. */
    List<Offer> offers();

    /** The controls that edit the condition, in the order of a sentence. */
    List<Slot> slots(Fields fields, Words words, Proposals proposals);

    /** What the form says, as JSON that may be incomplete or wrong still. */
    Map<String, Object> json(Fields fields);

    /** The form's fields of a condition's JSON. */
    Fields fields(Map<String, Object> json);

    /**
     * An entry of the menu of conditions.
     *
     * @param group a text key under {@code segments.group.}
     * @param key which entry it is, and a text key under {@code segments.} unless there is a label
     * @param label what the company itself calls it
     * @param fields what the new condition's form begins with
     */
    record Offer(String group, String key, @Nullable String label, Fields fields) {
        Offer(String group, String key, Fields fields) {
            this(group, key, null, fields);
        }
    }
}
