package io.legame.segments;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A control of the builder; a condition is edited by a row of them, which reads as a sentence. */
public sealed interface Slot {
    /** The name of the field without the condition's own path; empty for what is no field. */
    String name();

    /** The same control of a field whose name begins so. */
    default Slot prefixed(String prefix) {
        return switch (this) {
            case Told told -> told;
            case Heading heading -> heading;
            case Choice slot -> new Choice(prefix + slot.name, slot.label, slot.options, slot.chosen);
            case Quantity slot -> new Quantity(prefix + slot.name, slot.label, slot.value, slot.unit);
            case Day slot -> new Day(prefix + slot.name, slot.label, slot.value);
            case Text slot -> new Text(prefix + slot.name, slot.label, slot.value);
            case Checks slot -> new Checks(prefix + slot.name, slot.label, slot.options);
            case Values slot -> new Values(prefix + slot.name, slot.label, slot.source, slot.chosen, slot.proposed);
            case Restriction slot -> new Restriction(prefix + slot.name, slot.label, slot.values.prefixed(prefix));
            case More slot ->
                new More(
                        slot.name,
                        slot.label,
                        slot.options.stream()
                                .map(option -> Option.of(prefix + option.value, option.label))
                                .toList());
        };
    }

    /** Words that begin a line of their own. */
    record Heading(String text) implements Slot {
        @Override
        public String name() {
            return "";
        }
    }

    /** Words between the controls. */
    record Told(String text) implements Slot {
        @Override
        public String name() {
            return "";
        }
    }

    /** One of a few; choosing another can change the controls that follow. */
    record Choice(String name, String label, List<Option> options, String chosen) implements Slot {}

    /** @param unit shown after the number, such as a currency */
    record Quantity(
            String name,
            String label,
            @Nullable String value,
            @Nullable String unit) implements Slot {}

    record Day(String name, String label, @Nullable String value) implements Slot {}

    record Text(String name, String label, @Nullable String value) implements Slot {}

    /** Any of a few, all shown. */
    record Checks(String name, String label, List<Option> options) implements Slot {}

    /**
     * Any of many: those chosen, and a search.
     *
     * @param source what {@link Proposals} calls the values
     */
    record Values(String name, String label, String source, List<Option> chosen, List<Option> proposed)
            implements Slot {}

    /** A further restriction that can be taken away again. */
    record Restriction(String name, String label, Slot values) implements Slot {}

    /** The restrictions that can be added. */
    record More(String name, String label, List<Option> options) implements Slot {}

    /**
     * @param count how many customers or facts have the value; null where it says nothing
     */
    record Option(String value, String label, @Nullable Long count, boolean chosen) {
        static Option of(String value, String label) {
            return new Option(value, label, null, false);
        }
    }
}
