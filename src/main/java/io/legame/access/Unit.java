package io.legame.access;

import java.util.List;
import java.util.Locale;

/**
 * A shop or a team that has customers of its own.
 *
 * @param metAt names of touchpoints: whoever is met there is its customer
 * @param accounts how many people see its customers and not everybody
 */
public record Unit(UnitId id, Kind kind, String name, List<String> metAt, int accounts) {
    /** The kinds, in the database in small letters. */
    public enum Kind {
        SHOP,
        TEAM;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The key of the text that names it. */
        public String textKey() {
            return "access.unit." + name();
        }

        static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
